"""Hours of a day as minutes, so that they can be put in order and compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from drws.domains.directory.contact.record import HolidayHours, Schedule

MIDNIGHT = 24 * 60
"""The minute at which a day ends."""


@dataclass(frozen=True, slots=True)
class Span:
    """Hours without a break: minutes from midnight, the end later than the start and at most `MIDNIGHT`."""

    opens: int
    closes: int

    @property
    def is_all_day(self) -> bool:
        """Is it the whole day?"""
        return (self.opens, self.closes) == (0, MIDNIGHT)

    @property
    def opens_at(self) -> time:
        """The same as a time of day."""
        return _time(self.opens)

    @property
    def closes_at(self) -> time:
        """Likewise. `0:00` is midnight at the end of the day."""
        return _time(self.closes)

    @classmethod
    def of(cls, schedule: Schedule) -> "Span":
        """The hours of each day of a schedule."""
        return cls(_minute(schedule.opens_at), _end(schedule.closes_at))

    @classmethod
    def of_holiday(cls, holiday: HolidayHours) -> "Span | None":
        """The hours of one holiday. None when it is closed."""
        if holiday.opens_at is None or holiday.closes_at is None:
            return None
        return cls(_minute(holiday.opens_at), _end(holiday.closes_at))

    def meets(self, other: "Span") -> bool:
        """Do both have a minute in common?"""
        return self.opens < other.closes and other.opens < self.closes


def in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The earliest first."""
    return tuple(sorted(spans, key=lambda span: (span.opens, span.closes)))


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _end(at: time) -> int:
    return _minute(at) or MIDNIGHT


def _time(minute: int) -> time:
    return time(minute // 60 % 24, minute % 60)
