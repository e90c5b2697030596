"""When a contact can be reached: its weekly hours, and what is different on public holidays.

Times are minutes from midnight on the clock of the site's time zone, so that a day on which the clocks change needs no rule of its
own. `theme/assets/open-now.js` reads the same values and answers for the moment at which somebody looks.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property
from itertools import chain

from drws.domains.directory.contact.record import Contact, HolidayHours, Weekday
from drws.domains.directory.contact.span import Span, in_order

WEEKDAYS = tuple(Weekday)
"""From Monday, as `date.weekday` counts."""
AHEAD = timedelta(days=60)
"""How far ahead a page tells of public holidays."""
SHIPPED = timedelta(days=366)
"""How long after its build a page can say whether somebody is open now."""


@dataclass(frozen=True)
class HolidayCalendar:
    """The public holidays of a place, as far as they have been announced."""

    days: frozenset[date]

    @cached_property
    def until(self) -> date:
        """The last day that the calendar knows of. Nothing is said about later ones."""
        return max(self.days, default=date.min)

    def nearest(self, day: date) -> date | None:
        """The holiday that somebody may have meant by a day that is none: one in the fortnight before or after."""
        near = [each for each in self.days if abs(each - day) <= timedelta(days=14)]
        return min(near, key=lambda each: (abs(each - day), each), default=None)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A public holiday on which the contact would otherwise be open."""

    day: date
    spans: tuple[Span, ...] | None
    """When it is open on it: nothing when it is closed, none when no source says."""


@dataclass(frozen=True)
class Opening:
    """When one contact can be reached."""

    contact: Contact
    calendar: HolidayCalendar | None
    """The public holidays; none when the site names no calendar, and then nothing is known about them."""
    as_of: date

    @cached_property
    def week(self) -> Mapping[Weekday, tuple[Span, ...]]:
        """The hours of an ordinary week, each day's in their order. A day without hours is not in it."""
        found: dict[Weekday, list[Span]] = {}
        for schedule in self.contact.schedules:
            for day in schedule.byday:
                found.setdefault(day, []).append(Span.of(schedule))
        return {day: in_order(found[day]) for day in Weekday if day in found}

    def on_holiday(self, day: date) -> tuple[Span, ...] | None:
        """The hours on a public holiday, in their order: nothing when closed, none when no source says."""
        if own := self._own(day):
            return in_order(span for each in own if (span := Span.of_holiday(each)))
        usual = [each for each in self.contact.schedules if _weekday(day) in each.byday]
        if any(each.closed_on_holidays is None for each in usual):
            return None
        return in_order(Span.of(each) for each in usual if not each.closed_on_holidays)

    def _own(self, day: date) -> list[HolidayHours]:
        return [each for each in self.contact.holiday_hours if each.date == day]

    @cached_property
    def holidays(self) -> tuple[Holiday, ...]:
        """The public holidays of the coming weeks that matter: those on which it would otherwise be open, or is open all the same.

        Of a contact without weekly hours, all of which its source says something.
        """
        return tuple(self._holidays(self.as_of, self.as_of + AHEAD))

    @property
    def on_holidays(self) -> str:
        """What sources say of public holidays at large: `closed`, `open`, `mixed` when hours differ, or `unknown`.

        That belongs to the weekly hours: without any it is unknown.
        """
        said = {each.closed_on_holidays for each in self.contact.schedules}
        if None in said or not said:
            return "unknown"
        return "mixed" if len(said) > 1 else "closed" if True in said else "open"

    @property
    def as_json(self) -> str:
        """What `open-now.js` needs. A list of lists of minutes for each day; `null` for a holiday of which nobody knows."""

        def numbers(spans: tuple[Span, ...] | None) -> list[list[int]] | None:
            return None if spans is None else [[span.opens, span.closes] for span in spans]

        return json.dumps(
            {
                "week": [numbers(self.week.get(day, ())) for day in Weekday],
                "holidays": {each.day.isoformat(): numbers(each.spans) for each in self._shipped},
                "until": self._until.isoformat(),
            },
            separators=(",", ":"),
        )

    @property
    def times(self) -> Mapping[int, time]:
        """The minutes at which something opens or closes in `as_json`, and the time of day that each of them is."""
        spans = [
            *chain.from_iterable(self.week.values()),
            *chain.from_iterable(each.spans or () for each in self._shipped),
        ]
        ends = chain.from_iterable(((span.opens, span.opens_at), (span.closes, span.closes_at)) for span in spans)
        return dict(sorted(ends))

    @property
    def _until(self) -> date:
        return min(self.calendar.until, self.as_of + SHIPPED) if self.calendar else date.min

    @cached_property
    def _shipped(self) -> tuple[Holiday, ...]:
        since = self.as_of - timedelta(days=1)  # it may still be yesterday where the site's clock is
        return tuple(self._holidays(since, self._until))

    def _holidays(self, first: date, last: date) -> Iterator[Holiday]:
        days = self.calendar.days if self.calendar else ()
        for day in sorted(each for each in days if first <= each <= last):
            spans = self.on_holiday(day)
            if _weekday(day) in self.week or spans or (self._own(day) and not self.contact.schedules):
                yield Holiday(day, spans)


def _weekday(day: date) -> Weekday:
    return WEEKDAYS[day.weekday()]
