"""The way in by place: what there is everywhere, and each region with its authorities."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.plan import Group, PagePlan, Planner
from generator.pages.region import regions_with_authorities


@dataclass(frozen=True, slots=True)
class AreasView:
    """What the page of areas prints."""

    regions: tuple[Group, ...]
    """Each region with its authorities."""
    wide_areas: tuple[Group, ...]
    """Each wider area that has services, with those services."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    wide = (Group(area, planner.by_name(site.services_only_in(area))) for area in site.partnership.areas)
    yield planner.page(
        "areas",
        "pages/areas.html",
        AreasView(regions_with_authorities(planner), tuple(group for group in wide if group.members)),
    )
