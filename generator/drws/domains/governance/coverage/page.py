"""The proof of coverage: each authority in one region, and each function carried by someone in each region, or a gap with its reason."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.region.page import regions_with_authorities
from drws.domains.governance.coverage.coverage import Coverage, CoverageState, coverage_of
from drws.domains.governance.function.lists import functions_in
from drws.domains.governance.function.record import Function, Gap
from drws.kernel.site import Site
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class CoveredFunction:
    """A function and each region."""

    function: Function
    cells: tuple[Coverage, ...]
    """One for each region, in the order of the view."""

    @property
    def is_alike(self) -> bool:
        """Is it said in the same words for every region? Then one cell says it for all."""
        first = self.cells[0]
        return all(
            (each.actors, each.services, each.gaps) == (first.actors, first.services, first.gaps) for each in self.cells
        )


@dataclass(frozen=True, slots=True)
class GapForReason:
    """A function, a reason, and the regions for which it is given."""

    function: Function
    gap: Gap
    """The first gap that gives the reason."""
    regions: tuple[Region, ...]
    """None when it is so everywhere."""


@dataclass(frozen=True, slots=True)
class CoverageView:
    """What the proof prints."""

    regions: tuple[Group, ...]
    """Each region with its authorities."""
    authorities: int
    """How many authorities there are: each names its own region, so each is in exactly one."""
    required: tuple[CoveredFunction, ...]
    """The functions that a law requires."""
    others: tuple[CoveredFunction, ...]
    """Those of which no source says so."""
    states: Counter[CoverageState]
    """How many pairs of a required function and a region there are of each state."""
    gaps: tuple[GapForReason, ...]
    """Every gap, those of one function and one reason together."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    yield from planner.page("coverage", "governance/coverage.html", _view(planner), kind="governance")


def _view(planner: Planner) -> CoverageView:
    site = planner.site
    regions = regions_with_authorities(planner)
    ordered = tuple(group.heading for group in regions)
    functions = tuple(_covered(site, function, ordered) for function in functions_in(site)) if ordered else ()
    required = tuple(each for each in functions if each.function.is_statutory)
    return CoverageView(
        regions=regions,
        authorities=len(site.of(Authority)),
        required=required,
        others=tuple(each for each in functions if not each.function.is_statutory),
        states=Counter(cell.state for each in required for cell in each.cells),
        gaps=tuple(_gaps(functions, ordered)),
    )


def _gaps(functions: Iterable[CoveredFunction], regions: tuple[Region, ...]) -> Iterator[GapForReason]:
    for function in (each.function for each in functions):
        for index, gap in enumerate(function.gaps):
            if all(gap.reason != earlier.reason for earlier in function.gaps[:index]):
                named = {each.region_id for each in function.gaps if each.reason == gap.reason}
                yield GapForReason(function, gap, tuple(region for region in regions if region.id in named))


def _covered(site: Site, function: Function, regions: tuple[Region, ...]) -> CoveredFunction:
    return CoveredFunction(function, tuple(coverage_of(site, function, region) for region in regions))
