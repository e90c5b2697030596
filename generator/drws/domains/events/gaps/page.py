"""For staff: which region has no date of the kinds that every region should have."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.events.addresses import GAPS_JSON
from drws.domains.events.gaps.gaps import Expected, expected_dates
from drws.domains.events.settings import EventKind, EventSettings
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class GapsView:
    """What the page prints."""

    weeks: int
    kinds: tuple[EventKind, ...]
    regions: tuple[Group, ...]
    """Each region by name, with what is expected of it in the order of the kinds."""
    missing: int
    """How many dates are missing."""
    json: str
    """The address of the same for programs."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page, which search does not find."""
    watch = planner.site.settings(EventSettings).event_watch
    if watch is None or not planner.addresses.has(GAPS_JSON, planner.code):
        return
    every = expected_dates(planner.site)
    kinds = tuple(dict.fromkeys(each.kind.id for each in every))
    listed = planner.site.settings(EventSettings).event_kinds
    view = GapsView(
        weeks=watch.weeks,
        kinds=tuple(kind for kind in listed if kind.id in kinds),
        regions=_by_region(every, planner),
        missing=sum(each.is_missing for each in every),
        json=planner.url(GAPS_JSON),
    )
    yield from planner.page("event-gaps", "events/gaps.html", view, is_searchable=False)


def _by_region(every: tuple[Expected, ...], planner: Planner) -> tuple[Group, ...]:
    regions = planner.by_name({each.region.id: each.region for each in every}.values())
    return tuple(Group(region, tuple(each for each in every if each.region == region)) for region in regions)
