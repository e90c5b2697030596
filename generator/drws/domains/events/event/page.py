"""A page for each event."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.next_best import NextBest, next_best, next_best_in
from drws.domains.directory.organization.record import Organization, Region
from drws.domains.directory.queries import provider
from drws.domains.directory.service.record import Service
from drws.domains.events.event.contacts import contacts_about
from drws.domains.events.event.kinds import kind_of
from drws.domains.events.event.linked_data import linked_data
from drws.domains.events.event.occurrences import Occurrence, end_of, occurrences
from drws.domains.events.event.record import Event
from drws.domains.events.settings import EventKind
from drws.kernel.site import known
from drws.kernel.text import Said
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.planning.summary import joined

MOST_SHOWN = 8
"""Days to come that a page prints, and tells programs of."""


@dataclass(frozen=True, slots=True)
class EventView:
    """What the page of an event prints."""

    event: Event
    kind: EventKind | None
    dates: tuple[Occurrence, ...]
    """Its next days; none when it is over."""
    over: str
    """The moment from which it is over for good; empty where it is already, or goes on for longer than lists look ahead."""
    last: Occurrence | None
    """Of one that is over, its last day, as far as it can be said."""
    regions: tuple[Region, ...]
    audiences: tuple[Audience, ...]
    services: tuple[Service, ...]
    holder: Organization | None
    location: Location | None
    contacts: tuple[Contact, ...]
    book_with: Contact | None
    """Who takes bookings."""
    booking_ends: str
    """The moment after the last day to book; empty where there is none."""
    is_booking_closed: bool
    next_best: NextBest | None
    """Whom to ring when none of the contacts has a telephone."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page each. Search does not find what is over."""
    for event in planner.site.all(Event):
        view = _view(event, planner)
        said = event.name.in_language(planner.code)
        yield planner.entity_page(
            event,
            _title(event, said, planner),
            event.description or event.name,
            view,
            is_searchable=bool(view.dates),
            summary=_summary(event, planner),
            linked_data=linked_data(event, view.dates, planner),
        )


def _title(event: Event, said: Said, planner: Planner) -> Said:
    """With its day, where it takes place once: many events have the same name."""
    if event.recurrence:
        return said
    return Said(planner.say("event_page.title", name=said.words, date=planner.date(event.start_date)), said.language)


def _summary(event: Event, planner: Planner) -> str:
    """With its title: events of one kind are often described alike."""
    title = _title(event, event.name.in_language(planner.code), planner).words
    return joined(title, planner.plain(event.description) if event.description else planner.say("lead.events"))


def _view(event: Event, planner: Planner) -> EventView:
    site = planner.site
    contacts = contacts_about(event, site)
    regions = known(site.of(Region), event.region_ids)
    dates = tuple(occurrences(event, site, site.as_of))
    by = event.booking.by_date if event.booking else None
    every = () if dates else tuple(occurrences(event, site, event.start_date))
    return EventView(
        event=event,
        kind=kind_of(event, site),
        dates=dates[:MOST_SHOWN],
        over=dates[-1].over if dates and _comes_to_an_end(event, dates[-1]) else "",
        last=every[-1] if every else None,
        regions=planner.by_name(regions),
        audiences=tuple(sorted(known(site.of(Audience), event.audience_ids), key=lambda each: each.order)),
        services=planner.by_name(known(site.of(Service), event.service_ids)),
        holder=provider(event.organization_id, site),
        location=site.get(Location, event.location_id),
        contacts=contacts,
        book_with=site.get(Contact, event.booking.contact_id) if event.booking else None,
        booking_ends=end_of(by, site.partnership.timezone) if by else "",
        is_booking_closed=bool(by and by < site.as_of),
        next_best=next_best_in(regions[0], contacts, site) if len(regions) == 1 else next_best(contacts, site),
    )


def _comes_to_an_end(event: Event, last: Occurrence) -> bool:
    """Is a date the last of all, not only the last that lists look ahead to?"""
    later = (day for day in event.first_days() if day > last.first_day)
    return next(later, None) is None
