"""Calendars to subscribe to, as plain values: every date, and those of each region.

Each day of an event that comes round again is an entry of its own, with its time in UTC: a rule would keep its time in UTC when the clocks
change, and one day of it could not be crossed out.
"""

from dataclasses import dataclass
from urllib.parse import urljoin

from drws.domains.diary.calendar.calendars import Calendar, CalendarEntry, calendar
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Region
from drws.domains.directory.settings import DirectorySettings
from drws.domains.events.addresses import event_calendar, regions_with_a_calendar
from drws.domains.events.event.occurrences import Occurrence, for_region, in_calendars
from drws.domains.events.event.record import Event
from drws.kernel.text import Said, Text
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class EventCalendar:
    """A calendar with dates in one language."""

    region: Region | None
    """Whose it is; none for the one with everything."""
    file: Calendar


def every_event_calendar(planner: Planner) -> tuple[EventCalendar, ...]:
    """Everything first, then each region by name: for `planner.once`."""
    regions = regions_with_a_calendar(planner.site)
    ordered = (*regions[:1], *planner.by_name(region for region in regions if region))
    return tuple(EventCalendar(region, _calendar(region, planner)) for region in ordered)


def calendar_of_region(region: Region, planner: Planner) -> EventCalendar | None:
    """The calendar of a region, where it has one."""
    return next((each for each in planner.once(every_event_calendar) if each.region == region), None)


def _calendar(region: Region | None, planner: Planner) -> Calendar:
    dates = in_calendars(planner.site)
    entries = tuple(_entry(each, planner) for each in (for_region(dates, region) if region else dates))
    title = planner.say("page.events")
    about = f"{title}, {planner.plain(region.name)}" if region else title
    return calendar(event_calendar(region), about, entries, planner)


def _entry(each: Occurrence, planner: Planner) -> CalendarEntry:
    event = each.event
    organization = planner.site.settings(DirectorySettings).organization_id
    day = f"-{each.first_day.isoformat()}" if event.recurrence else ""
    starts = each.starts
    return CalendarEntry(
        uid=f"event-{event.id}{day}@{organization}",
        summary=_said(event.name, planner),
        description=Said("\n".join(_description(each, planner)), planner.code),
        url=urljoin(planner.site.partnership.url, planner.addresses.path(event, planner.code)),
        location=_location(event, planner),
        day=None if starts else each.first_day,
        until_day=None if starts else each.last_day,
        starts=starts,
        ends=each.ends,
        is_cancelled=each.is_cancelled,
        sequence=2 * event.sequence + each.is_cancelled,
    )


def _description(each: Occurrence, planner: Planner) -> list[str]:
    event = each.event
    texts = (
        event.instead if each.is_cancelled else None,
        event.description,
        event.booking.text if event.booking else None,
        event.fees_description,
    )
    return [planner.plain(text) for text in texts if text]


def _location(event: Event, planner: Planner) -> Said | None:
    place = planner.site.get(Location, event.location_id)
    address = place.address_in(planner.code) if place else None
    if place and address:
        return Said(", ".join((planner.plain(place.name), *address.lines)), planner.code)
    if words := event.location or (place.name if place else None):
        return _said(words, planner)
    return Said(planner.say("events.value.online"), planner.code) if event.online else None


def _said(text: Text, planner: Planner) -> Said:
    said = text.in_language(planner.code)
    return Said(said.words, said.language or planner.code)
