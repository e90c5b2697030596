"""The way in to how the partnership is run: the pages about it, and all bodies."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import phase_of
from drws.domains.governance.settings import GovernanceSettings
from drws.kernel.period import Phase
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class GovernanceView:
    """What the way in prints."""

    pages: tuple[str, ...]
    """The names of the other pages about governance."""
    tiers: tuple[Group, ...]
    """Each tier with the bodies that it has on the day, of whatever region."""
    regions: tuple[Group, ...]
    """Each region that has bodies of its own on record, with them."""
    future: tuple[Body, ...]
    former: tuple[Body, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    yield from planner.page("governance", "governance/governance.html", _view(planner), kind="governance")


def _view(planner: Planner) -> GovernanceView:
    site = planner.site
    by_phase = {
        phase: planner.by_name(body for body in site.all(Body) if phase_of(body, site) is phase) for phase in Phase
    }
    types = [kind.id for kind in site.settings(GovernanceSettings).body_types]
    current = sorted(by_phase[Phase.CURRENT], key=lambda body: types.index(body.body_type))
    tiers = (
        Group(tier, tuple(body for body in current if body.tier_id == tier.id and body.region_id is None))
        for tier in site.settings(GovernanceSettings).tiers
    )
    regions = (
        Group(region, tuple(body for body in current if body.region_id == region.id))
        for region in planner.by_name(site.all(Region))
    )
    return GovernanceView(
        pages=planner.domains.below("governance", site),
        tiers=tuple(group for group in tiers if group.members),
        regions=tuple(group for group in regions if group.members),
        future=by_phase[Phase.FUTURE],
        former=by_phase[Phase.ENDED],
    )
