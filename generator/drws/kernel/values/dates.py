"""Days and times, and dates that are known only in part."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from pydantic import AfterValidator, PlainValidator, WithJsonSchema

from drws.kernel.pickled import PickledByValues
from drws.kernel.values.words import STRING, Words, parse_words, refused

YEARS = range(1000, 9999)
"""Years that a date can have: four digits wherever it is written, and the day after it exists as well (a calendar ends an entry with it)."""


LAST_DAY = date(YEARS[-1], 12, 31)
"""The last day that a date can have."""


def days_after(day: date, days: int) -> date:
    """The day so many days after another; the last day where that lies beyond it. For days and spans that somebody typed."""
    return day + timedelta(days=min(days, (LAST_DAY - day).days))


def months_after(day: date, months: int) -> date:
    """The day so many months after another, the last of its month where it has no such day; the last day where that lies beyond it."""
    return day + relativedelta(months=months) if day.year + months // 12 < LAST_DAY.year else LAST_DAY


def parse_day(value: object) -> date:
    """A day of the calendar: `2026-11-21` (ISO 8601)."""
    text = parse_words(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise refused("value.day", text)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise refused("value.day", text) from None
    _refuse_other_years(day.year, text)
    return day


def _refuse_other_years(year: int, text: str) -> None:
    if year not in YEARS:
        raise refused("value.year", text, first=YEARS[0], last=YEARS[-1])


def _time_of_day(value: object) -> time:
    text = parse_words(value)
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if not match:
        raise refused("value.time", text)
    try:
        return time(int(match[1]), int(match[2]))
    except ValueError:
        raise refused("value.time", text) from None


@dataclass(frozen=True, slots=True, order=True)
class PartialDate(PickledByValues):
    """A date as exactly as its source gives it: a year, a month of a year, or a day (ISO 8601 reduced precision)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read `2014`, `2014-11` or `2014-11-05`."""
        text = parse_words(value)
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
        if not match:
            raise refused("value.partial-date", text)
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            date(year, month if match[2] else 1, day if match[3] else 1)
        except ValueError:
            raise refused("value.partial-date", text) from None
        _refuse_other_years(year, text)
        return cls(year, month, day)

    def __str__(self) -> str:
        """As it is typed."""
        written = f"{self.year:04}-{self.month:02}-{self.day:02}"
        return written[:10] if self.day else written[:7] if self.month else written[:4]

    @property
    def iso(self) -> str:
        """As it is written: `2014-11` (ISO 8601)."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):  # no such zone, not the name of one, a folder of zones
        raise refused("value.time-zone", value) from None
    return value


Day = Annotated[date, PlainValidator(parse_day), WithJsonSchema(STRING)]
"""A day: `2026-11-21` (ISO 8601), in the years 1000 to 9998."""
TimeOfDay = Annotated[time, PlainValidator(_time_of_day), WithJsonSchema(STRING)]
"""A local time, from `0:00` to `23:59`. No quotes are needed."""
Dated = Annotated[PartialDate, PlainValidator(PartialDate.parse), WithJsonSchema(STRING)]
"""A date as exactly as its source gives it: `2014`, `2014-11` or `2014-11-05` (ISO 8601), in the years 1000 to 9998."""
TimeZone = Annotated[Words, AfterValidator(_time_zone)]
"""The name of a time zone: `Europe/London` (IANA)."""
