"""What events add to the pages of others: the next dates, or whom to ask where none is known."""

from collections.abc import Callable
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.service.record import Service
from drws.domains.events.calendar.calendars import EventCalendar, calendar_of_region
from drws.domains.events.event.occurrences import Occurrence, for_region, upcoming
from drws.domains.events.listing.facets import EventFacet, page_of
from drws.domains.events.listing.shown import ShownDate, shown_date
from drws.domains.events.listing.whom_to_ask import Ask, ask
from drws.domains.events.settings import EventKind, EventSettings
from drws.kernel.entity import Entity
from drws.kernel.form_of_address import FormOfAddress
from drws.planning.plan import Planner

MOST = 4
"""Dates that a panel names; where there are more it leads to all of them."""


@dataclass(frozen=True, slots=True)
class DatesView:
    """The next dates about a record."""

    dates: tuple[ShownDate, ...]
    page: str | None = None
    """Where all of them are."""
    page_value: Entity | None = None
    """What that page is about, when it is not every date."""
    calendar: EventCalendar | None = None
    missing: tuple[EventKind, ...] = ()
    """Where there is no date: the kinds that could be expected."""
    ask: Ask | None = None
    """Whom to ask for dates, on the page of a place."""


def place(record: Region | Authority, planner: Planner) -> DatesView | None:
    """On the page of a region or of an authority in one: the next dates there. Where there is none, whom to ask."""
    site = planner.site
    region = record if isinstance(record, Region) else site.get(Region, record.region_id)
    kinds = tuple(kind for kind in site.settings(EventSettings).event_kinds if not kind.dates_only)
    if region is None or not kinds:
        return None
    return _view(
        for_region(upcoming(site), region),
        planner,
        page=page_of(EventFacet.REGION, region.id),
        value=region,
        calendar=calendar_of_region(region, planner),
        missing=kinds,
        asked=ask(region, site),
    )


def service(record: Service, planner: Planner) -> DatesView | None:
    """On the page of a service: its next dates. Where there should be some and none is known, that its contacts know."""
    kinds = tuple(k for k in planner.site.settings(EventSettings).event_kinds if record.id in k.service_ids)
    found = _where(lambda each: record.id in each.event.service_ids, planner)
    return _view(found, planner, missing=kinds) if found or kinds else None


def audience(record: Audience, planner: Planner) -> DatesView | None:
    """On the door of an audience: its next dates. A page for children speaks otherwise than events do, and has none."""
    if record.form_of_address is FormOfAddress.FAMILIAR:
        return None
    found = _where(lambda each: record.id in each.event.audience_ids, planner)
    return _view(found, planner, page=page_of(EventFacet.AUDIENCE, record.id), value=record) if found else None


def organization(record: Organization, planner: Planner) -> DatesView | None:
    """On the page of whoever holds events: the next ones."""
    found = _where(lambda each: each.event.organization_id == record.id, planner)
    return _view(found, planner) if found else None


def _where(is_meant: Callable[[Occurrence], bool], planner: Planner) -> tuple[Occurrence, ...]:
    return tuple(each for each in upcoming(planner.site) if is_meant(each))


def _view(  # noqa: PLR0913  each kind of page has some of it
    dates: tuple[Occurrence, ...],
    planner: Planner,
    *,
    page: str = "events",
    value: Entity | None = None,
    calendar: EventCalendar | None = None,
    missing: tuple[EventKind, ...] = (),
    asked: Ask | None = None,
) -> DatesView:
    has_own = planner.addresses.has(page, planner.code)
    whole = page if has_own else "events"
    return DatesView(
        dates=tuple(shown_date(each, planner.site) for each in dates[:MOST]),
        page=whole if planner.addresses.has(whole, planner.code) else None,
        page_value=value if has_own else None,
        calendar=calendar,
        missing=missing,
        ask=asked,
    )
