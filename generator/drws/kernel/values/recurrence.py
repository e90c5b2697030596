"""Days that come round again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import takewhile
from typing import Annotated

from dateutil.rrule import rrulestr
from pydantic import PlainValidator, WithJsonSchema

from drws.kernel.values.words import STRING, parse_words, refused

PART = re.compile(
    r"FREQ=(WEEKLY|MONTHLY|YEARLY)|INTERVAL=[1-9][0-9]?|BYSETPOS=-?[1-9][0-9]?|BYMONTH=(1[0-2]|[1-9])(,(1[0-2]|[1-9]))*"
    r"|BYMONTHDAY=-?(3[01]|[12][0-9]|[1-9])(,-?(3[01]|[12][0-9]|[1-9]))*"
    r"|BYDAY=(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)(,(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU))*"
)
"""What a rule is made of (RFC 5545, section 3.3.10), as far as duties need it: nothing shorter than a week, and the end is a date of its own."""
ANY_DAY = date(2000, 1, 1)
BY_PARTS = frozenset({"BYMONTH", "BYMONTHDAY", "BYDAY"})
"""What says which days of a week, a month or a year are meant."""


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
    said = {name: words for name, _, words in (part.partition("=") for part in parts)}
    if len(said) < len(parts) or not all(PART.fullmatch(part) for part in parts) or not _goes_together(said):
        raise refused("value.recurrence", text)
    recurrence = Recurrence(text)
    try:
        first = next(recurrence.from_day(ANY_DAY), None)
    except (ValueError, IndexError):  # a month has no fifth Friday counted from both ends, and the like
        raise refused("value.recurrence", text) from None
    if first is None:
        raise refused("value.recurrence-never", text)
    return recurrence


def _goes_together(said: Mapping[str, str]) -> bool:
    """Do the parts of a rule go together? dateutil and icalendar take some that the standard forbids, and programs read them differently."""
    if "FREQ" not in said:
        return False
    if said["FREQ"] == "WEEKLY" and ("BYMONTHDAY" in said or re.search(r"\d", said.get("BYDAY", ""))):
        return False  # a week has neither a fifth day of the month nor a second Monday
    return "BYSETPOS" not in said or not BY_PARTS.isdisjoint(said)  # the last of what?


RecurringDay = Annotated[Recurrence, PlainValidator(_recurrence), WithJsonSchema(STRING)]
"""A rule for days that come round again: `FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31` (RFC 5545 `RRULE`)."""
