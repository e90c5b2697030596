"""The structure chart: of the whole partnership, and of each region on a page of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Region
from drws.domains.governance.addresses import structure_of
from drws.domains.governance.body.record import Body
from drws.domains.governance.structure.chart import StructureChart, chart_of, chart_of_all
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class StructureView:
    """What a page with a structure chart prints."""

    chart: StructureChart
    region: Region | None
    """The region whose chart it is; None for that of the whole partnership."""
    regions: tuple[Region, ...]
    """Those that have a chart of their own."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The chart of all, then one page for each region."""
    site = planner.site
    if not site.all(Body):
        return
    regions = planner.by_name(site.all(Region))
    template = "governance/structure.html"
    yield from planner.page(
        "structure", template, StructureView(chart_of_all(planner), None, regions), kind="governance"
    )
    for region in site.all(Region):
        name = planner.plain(region.name)
        yield planner.list_page(
            structure_of(region),
            planner.say("structure.of_region", name=name),
            template,
            StructureView(chart_of(region, planner), region, regions),
            above="structure",
        )
