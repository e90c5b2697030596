"""The stretches of time that figures are for, as exactly as a source gives them."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from drws.kernel.values.dates import PartialDate
from drws.kernel.values.words import STRING, parse_words, refused

_TWO_YEARS = re.compile(r"(\d{4})-(\d\d)")


class PeriodKind(StrEnum):
    """What sort of stretch of time a figure is for."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    FINANCIAL_YEAR = "financial-year"
    INTERVAL = "interval"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """When a figure holds: a day, a month, a year, a financial year, from one to another, or nobody says.

    The forms are those of ISO 8601 and its extended format, part 2, with two exceptions. `2011-12` is the financial year, as tables of
    statistics have it; a month that would look the same is written `2011-M12`, as SDMX does, and so may every other. `undated` is a
    figure whose source does not say when it holds.
    """

    kind: PeriodKind
    first: PartialDate | None = None
    """Where it begins. None when no source says so."""
    last: PartialDate | None = None
    """Where it ends. None when it goes on, or no source says so."""
    is_about: bool = False
    """Is it only about then?"""

    @classmethod
    def parse(cls, value: object, *, financial_year_start: int | None = None) -> "TimeSpan":
        """Read `2019-20`, `2014-11`, `2014-M11`, `2018-03-31`, `2024`, `2015-04/2015-10`, `../2018`, `2015/..` or `undated`; `~` at
        the end of each but the last is “about”. `financial_year_start` is the month, from 2 to 12; without it `2019-20` is refused.
        """
        text = parse_words(value).strip()
        if text == PeriodKind.UNDATED:
            return cls(PeriodKind.UNDATED)
        typed = text.removesuffix("~")
        if (match := _TWO_YEARS.fullmatch(typed)) and int(match[2]) == (int(match[1]) + 1) % 100:
            span = cls._financial_year(text, int(match[1]), financial_year_start)
        else:
            try:
                span = cls._interval(typed) if "/" in typed else cls._one(typed)
            except PydanticCustomError:
                raise refused("value.time-span", text) from None
        return cls(span.kind, span.first, span.last, is_about=typed != text)

    @classmethod
    def _one(cls, text: str) -> "TimeSpan":
        day = PartialDate.parse(text.replace("-M", "-"))
        kind = PeriodKind.DAY if day.day else PeriodKind.MONTH if day.month else PeriodKind.YEAR
        return cls(kind, day, day)

    @classmethod
    def _financial_year(cls, text: str, year: int, start: int | None) -> "TimeSpan":
        if start is None:
            raise refused("value.financial-year", text)
        first, last = PartialDate(year, start), PartialDate(year + 1, start - 1)
        span = cls(PeriodKind.FINANCIAL_YEAR, first, last)
        try:
            _ = span.days
        except ValueError:  # no calendar has the year 0 or 10000
            raise refused("value.time-span", text) from None
        return span

    @classmethod
    def _interval(cls, text: str) -> "TimeSpan":
        first, last = (
            None if part == ".." else PartialDate.parse(part.replace("-M", "-")) for part in text.split("/", 1)
        )
        if (first is None and last is None) or (first and last and last.last_day < first.first_day):
            raise refused("value.time-span", text)
        return cls(PeriodKind.INTERVAL, first, last)

    @property
    def first_day(self) -> date | None:
        """Its first day, as far as it is known."""
        return self.first.first_day if self.first else None

    @property
    def last_day(self) -> date | None:
        """Its last day, as far as it is known."""
        return self.last.last_day if self.last else None

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Its first and its last day: the same for all spans that mean the same time, however they are written. Both None: undated."""
        return self.first_day, self.last_day

    @property
    def order(self) -> tuple[date, date]:
        """Sorts the older first: what ends earlier, then what began earlier. What has no date comes last of all."""
        end = self.last_day or date.max
        return end, self.first_day or (date.min if self.last else date.max)

    @property
    def is_a_year(self) -> bool:
        """Does it take just a year?"""
        return self.kind in (PeriodKind.YEAR, PeriodKind.FINANCIAL_YEAR)

    def fits_in_a_year(self) -> bool:
        """Has it two ends that are not more than a year apart?"""
        first, last = self.first_day, self.last_day
        return bool(first and last and is_within_a_year(first, last))

    def neighbour(self, years: int) -> "TimeSpan":
        """The year of the same kind so many years later, or earlier. For a year only."""
        if self.first is None or self.last is None:
            raise ValueError(f"{self} is no year")
        first, last = (PartialDate(each.year + years, each.month, each.day) for each in (self.first, self.last))
        return TimeSpan(self.kind, first, last)

    def __str__(self) -> str:
        about = "~" if self.is_about else ""
        if self.kind is PeriodKind.UNDATED:
            return str(self.kind)
        if self.kind is PeriodKind.FINANCIAL_YEAR and self.first:
            return f"{self.first.year:04}-{(self.first.year + 1) % 100:02}{about}"
        if self.kind is PeriodKind.INTERVAL:
            return f"{_written(self.first)}/{_written(self.last)}{about}"
        return f"{_written(self.first)}{about}"


def is_within_a_year(earlier: date, later: date) -> bool:
    """Is the later day, at the latest, the same day of the next year? Leap years count like others."""
    return is_within_years(1, earlier, later)


def is_within_years(years: int, earlier: date, later: date) -> bool:
    """The same for the day some years later."""
    return (later.year, later.month, later.day) <= (earlier.year + years, earlier.month, earlier.day)


def _written(day: PartialDate | None) -> str:
    """A date as tables of figures have it: a month has its letter, so that nobody takes it for a financial year."""
    if day is None:
        return ".."
    return f"{day.year:04}-M{day.month:02}" if day.month and not day.day else str(day)


def _year_start(value: object) -> int:
    text = parse_words(value)
    if not re.fullmatch(r"[2-9]|1[0-2]", text):
        raise refused("value.year-start", text)
    return int(text)


def _reported_period(value: object, info: ValidationInfo) -> TimeSpan:
    typed = (info.context or {}).get("financial_year_start")
    try:
        start = _year_start(typed) if typed else None
    except PydanticCustomError:  # `site.yml` says so itself: any month stands in for it, and no site is made
        start = 12
    return TimeSpan.parse(value, financial_year_start=start)


ReportedPeriod = Annotated[TimeSpan, PlainValidator(_reported_period), WithJsonSchema(STRING)]
"""When a figure holds: a financial year (`2019-20`), a year, a month (`2014-11`, or `2014-M11`), a day, from one to another
(`2015-04/2015-10`), up to (`../2018`), since (`2015/..`), or `undated`. `~` after it means “about”."""
YearStart = Annotated[int, PlainValidator(_year_start), WithJsonSchema(STRING)]
"""The number of the month on whose first day a financial year begins, from `2` to `12`. One that began in January would be a calendar year."""
