"""Days that come round again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import takewhile
from typing import Annotated

from dateutil.rrule import rrulestr
from pydantic import PlainValidator, WithJsonSchema

from generator.model.values.words import STRING, parse_words, refused

PART = re.compile(
    r"FREQ=(WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9]\d?|BYMONTH=(1[0-2]|[1-9])(,(1[0-2]|[1-9]))*|BYMONTHDAY=-?[1-9]\d?(,-?[1-9]\d?)*"
    r"|BYDAY=(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*|BYSETPOS=-?[1-9]\d?"
)
"""What a rule is made of (RFC 5545, section 3.3.10), as far as duties need it: nothing shorter than a week, and the end is a date of its own."""
ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule for days that come round again, as calendars write it: `FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31` (RFC 5545 `RRULE`)."""

    rule: str

    def from_day(self, start: date, end: date | None = None) -> Iterator[date]:
        """Its days from `start` on, in order, and not after `end`. Without an end they go on for ever."""
        days = (each.date() for each in rrulestr(self.rule, dtstart=datetime.combine(start, time())))
        return days if end is None else takewhile(lambda day: day <= end, days)


def _recurrence(value: object) -> Recurrence:
    text = parse_words(value)
    parts = text.split(";")
    names = [part.partition("=")[0] for part in parts]
    if "FREQ" not in names or len(set(names)) < len(names) or not all(PART.fullmatch(part) for part in parts):
        raise refused("value.recurrence", text)
    recurrence = Recurrence(text)
    try:
        first = next(recurrence.from_day(ANY_DAY), None)
    except (ValueError, IndexError):  # a month has no fifth Friday counted from both ends, and the like
        raise refused("value.recurrence", text) from None
    if first is None:
        raise refused("value.recurrence-never", text)
    return recurrence


RecurringDay = Annotated[Recurrence, PlainValidator(_recurrence), WithJsonSchema(STRING)]
"""A rule for days that come round again: `FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31` (RFC 5545 `RRULE`)."""
