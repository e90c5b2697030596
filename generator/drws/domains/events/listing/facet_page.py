"""A page for each value of a facet: the dates without JavaScript, and addresses to send to somebody."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Region
from drws.domains.events.calendar.calendars import EventCalendar, calendar_of_region
from drws.domains.events.listing.facets import EventFacet, dates_by_value, page_of
from drws.domains.events.listing.shown import ShownDate, shown_date
from drws.domains.events.listing.value_names import value_name, words_of
from drws.domains.events.listing.whom_to_ask import Ask, ask
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class DateListView:
    """What such a page prints."""

    dates: tuple[ShownDate, ...]
    calendar: EventCalendar | None
    """The calendar of the region, on the page of one."""
    ask: Ask | None
    """Whom to ask there."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The values, each with its dates, the earliest first."""
    site = planner.site
    for facet, by_value in dates_by_value(site).items():
        for value, dates in by_value.items():
            name = words_of(value_name(facet, value, site, planner.strings, planner.code), planner.code)
            title = planner.say("events.value_title", facet=planner.say(f"events.facet.{facet}"), value=name)
            region = site.get(Region, value) if facet is EventFacet.REGION else None
            view = DateListView(
                tuple(shown_date(each, site) for each in dates),
                calendar_of_region(region, planner) if region else None,
                ask(region, site) if region else None,
            )
            yield planner.list_page(page_of(facet, value), title, "events/listing.html", view, above="events")
