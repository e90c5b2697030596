"""All dates to come on one page, and the facets by which they are narrowed down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.events.calendar.calendars import EventCalendar, every_event_calendar
from drws.domains.events.event.occurrences import upcoming
from drws.domains.events.listing.facets import EVERYWHERE, EventFacet, dates_by_value, page_of, values_of
from drws.domains.events.listing.shown import ShownDate, shown_date
from drws.domains.events.listing.value_names import value_name, words_of
from drws.domains.events.listing.whom_to_ask import Ask, every_region_to_ask
from drws.domains.events.settings import EventSettings
from drws.kernel.site import Site
from drws.planning.facets import NOT_RECORDED, FacetValue, FacetView
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.say.collation import alphabetical


@dataclass(frozen=True, slots=True)
class DateListing:
    """A date in the list, with what it has of each facet."""

    shown: ShownDate
    values: Mapping[str, str]
    """By facet, its values with spaces between them."""


@dataclass(frozen=True, slots=True)
class EventsView:
    """What the page prints."""

    dates: tuple[DateListing, ...]
    """Every date, the earliest first."""
    facets: tuple[FacetView, ...]
    calendars: tuple[EventCalendar, ...]
    ask: tuple[Ask, ...]
    """Whom to ask in each region."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    dates = (
        DateListing(
            shown_date(each, site),
            {facet.value: " ".join(values) for facet, values in values_of(each.event, site).items()},
        )
        for each in upcoming(site)
    )
    view = EventsView(
        tuple(dates),
        tuple(FacetView(facet, tuple(_values(facet, planner))) for facet in EventFacet),
        planner.once(every_event_calendar),
        every_region_to_ask(planner),
    )
    yield from planner.page("events", "events/events.html", view)


def _values(facet: EventFacet, planner: Planner) -> Iterator[FacetValue]:
    """The values that at least one date has, in the order of the data or by name; what is not recorded comes last."""
    found = dates_by_value(planner.site)[facet]
    by_name = alphabetical(planner.language)
    order = _order(facet, planner.site)

    def place(value: str) -> tuple[object, ...]:
        name = value_name(facet, value, planner.site, planner.strings, planner.code)
        return value == NOT_RECORDED, order.get(value, len(order)), by_name(words_of(name, planner.code)), value

    for value in sorted(found, key=place):
        name = value_name(facet, value, planner.site, planner.strings, planner.code)
        is_region = facet is EventFacet.REGION and value not in (EVERYWHERE, NOT_RECORDED)
        also = (EVERYWHERE,) if is_region else ()
        yield FacetValue(value, name, len(found[value]), page_of(facet, value), also)


def _order(facet: EventFacet, site: Site) -> Mapping[str, int]:
    match facet:
        case EventFacet.KIND:
            ids = [kind.id for kind in site.settings(EventSettings).event_kinds]
        case EventFacet.AUDIENCE:
            ids = [each.id for each in sorted(site.all(Audience), key=lambda each: each.order)]
        case _:
            ids = []
    return {id_: place for place, id_ in enumerate(ids)}
