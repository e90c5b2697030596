"""`::: in-your-area` on a hand-written page: the finder, and every region for whoever has no script."""

from dataclasses import dataclass
from typing import Any

from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Region
from drws.kernel.page_block import BlockForm, PageBlock
from drws.kernel.site import Site
from drws.planning.later import later
from drws.planning.page_block import BlockKind
from drws.planning.page_plan import Group
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class AreaBlockView:
    """The regions, and whether a postcode finds one of them."""

    regions: tuple[Group, ...]
    """Each with its authorities."""
    has_finder: bool


regions_with_authorities: Any = later("drws.domains.directory.region.page", "regions_with_authorities")


def view(_block: PageBlock, planner: Planner) -> AreaBlockView:
    """What the block shows."""
    return AreaBlockView(regions_with_authorities(planner), planner.site.dataset(Geography) is not None)


def finds(_block: PageBlock, site: Site) -> bool:
    """Has the site regions?"""
    return bool(site.all(Region))


IN_YOUR_AREA = BlockKind(
    form=BlockForm("in-your-area"),
    purpose="The finder by postcode or place, which leads to the region and its number, and a list of the regions.",
    template="directory/blocks/in-your-area.html",
    view=view,
    finds=finds,
    scripts=("find.js",),
)
