"""The days on which events take place, each with its times in the time zone of the site."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.tz import datetime_exists

from drws.domains.directory.organization.record import Region
from drws.domains.events.event.record import Event
from drws.kernel.site import Site, derived
from drws.kernel.values import days_after

MONTHS_AHEAD = 6
"""How far ahead lists and calendars have what comes round again. What takes place once is there however far ahead it is."""
MONTHS_BACK = 12
"""For how long calendars keep what is past."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An event on one of its days."""

    event: Event
    first_day: date
    last_day: date
    zone: str | None
    """The time zone of the site; without one times are those of the wall."""
    is_cancelled: bool

    @property
    def starts(self) -> datetime | None:
        """When it begins; none where no time is known."""
        return self._at(self.first_day, self.event.start_time)

    @property
    def ends(self) -> datetime | None:
        """When it ends; none where no time is known."""
        return self._at(self.last_day, self.event.end_time)

    @property
    def over(self) -> str:
        """The moment from which it is past, as scripts read it (ISO 8601): its end, or else the end of its last day."""
        return _written(self.ends) if self.ends else end_of(self.last_day, self.zone)

    @property
    def skipped_times(self) -> tuple[str, ...]:
        """Which of its times the clocks skip on its day."""
        times = {"start_time": self.starts, "end_time": self.ends}
        return tuple(name for name, at in times.items() if at and at.tzinfo and not datetime_exists(at))

    def _at(self, day: date, at: time | None) -> datetime | None:
        """A time that comes twice, when clocks go back, means the first."""
        return None if at is None else datetime.combine(day, at, ZoneInfo(self.zone) if self.zone else None)


def end_of(day: date, zone: str | None) -> str:
    """The midnight after a day, as scripts read it."""
    return _written(datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone) if zone else None))


def _written(moment: datetime) -> str:
    """A moment in UTC; where the site names no time zone, in whichever the reader's is."""
    return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}" if moment.tzinfo else f"{moment:%Y-%m-%dT%H:%M:%S}"


def occurrences(event: Event, site: Site, since: date) -> Iterator[Occurrence]:
    """The days of an event that are not over before `since`, in order."""
    last = site.as_of + relativedelta(months=MONTHS_AHEAD) if event.recurrence else None
    for first_day in event.first_days(last):
        last_day = days_after(first_day, event.days)
        if last_day >= since:
            is_cancelled = event.is_cancelled or first_day in event.cancelled_dates
            yield Occurrence(event, first_day, last_day, site.partnership.timezone, is_cancelled)


@derived
def upcoming(site: Site) -> tuple[Occurrence, ...]:
    """Everything that is not over on the day of the site, the earliest first."""
    found = (each for event in site.all(Event) for each in occurrences(event, site, site.as_of))
    return tuple(sorted(found, key=in_order))


@derived
def in_calendars(site: Site) -> tuple[Occurrence, ...]:
    """The same and what is past, as far back as calendars go."""
    since = site.as_of - relativedelta(months=MONTHS_BACK)
    found = (each for event in site.all(Event) for each in occurrences(event, site, since))
    return tuple(sorted(found, key=in_order))


def in_order(occurrence: Occurrence) -> tuple[date, time, str]:
    """The earliest first; on one day, what takes all day comes first."""
    return occurrence.first_day, occurrence.event.start_time or time(), occurrence.event.id


def for_region(every: Iterable[Occurrence], region: Region) -> tuple[Occurrence, ...]:
    """Those for a region: its own, and those for all regions."""
    return tuple(each for each in every if not each.event.region_ids or region.id in each.event.region_ids)
