"""An event can take place as it is written, and somebody can be asked about it.

Nothing begins or ends in an hour that the clocks skip, a day that is cancelled is one of the event's own, nobody books what nobody is
invited to, and people know whom to ask.

Refused::

    data/events/grwp-misol.yml: {cancelled_dates: [2026-01-15]}
"""

from collections.abc import Iterator
from itertools import takewhile

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.events.event.contacts import contacts_about
from drws.domains.events.event.kinds import kind_of
from drws.domains.events.event.occurrences import occurrences
from drws.domains.events.event.record import Event
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "events"


def check(subject: Subject) -> Iterator[Problem]:
    """Everything about events that cannot be so."""
    for event in subject.site.all(Event):
        yield from problems_of(event, subject)


def problems_of(event: Event, subject: Subject) -> Iterator[Problem]:
    """Everything about one, be it in the site yet or not."""
    yield from _times(event, subject)
    yield from _cancelled(event)
    kind = kind_of(event, subject.site)
    if event.booking and kind and kind.dates_only:
        yield Problem(event.at("booking", key=True), "events.dates-only", {"id": event.kind_id})
    if not contacts_about(event, subject.site) and not _has_unread_contact(event, subject):
        yield Problem(event.at(), "events.nobody")


def _times(event: Event, subject: Subject) -> Iterator[Problem]:
    """The first day that has each time skipped is told."""
    told: set[str] = set()
    for each in occurrences(event, subject.site, event.start_date):
        for name in set(each.skipped_times) - told:
            told.add(name)
            values = {"value": f"{getattr(event, name):%H:%M}", "date": each.first_day.isoformat(), "zone": each.zone}
            yield Problem(event.at(name), "events.no-such-time", values)


def _cancelled(event: Event) -> Iterator[Problem]:
    if not event.cancelled_dates:
        return
    last = max(event.cancelled_dates)
    days = set(takewhile(lambda day: day <= last, event.first_days(last)))
    for index, day in enumerate(event.cancelled_dates):
        if day not in days:
            yield Problem(event.at("cancelled_dates", index), "events.not-its-day", {"value": day.isoformat()})


def _has_unread_contact(event: Event, subject: Subject) -> bool:
    """Could a record that cannot be read, or an id that is wrong, be the answer? Both are told already."""
    folders = [model.FOLDER for model in (Contact, Region, Authority, Organization)]
    booked = event.booking.contact_id if event.booking else None
    named = (*event.contact_ids, *event.region_ids, event.organization_id, booked)
    return any(subject.unread.get(folder) for folder in folders) or any(
        id_ and not any(subject.exists(folder, id_) for folder in folders) for id_ in named
    )
