"""What templates can ask of governance about a record that they print."""

from collections.abc import Callable, Mapping
from typing import Any

from drws.domains.directory.audience.record import KindOfHelp
from drws.domains.directory.organization.record import Region
from drws.domains.governance.function.record import Function, Gap
from drws.domains.governance.settings import GovernanceSettings
from drws.kernel.site import known
from drws.kernel.term import Term, term
from drws.planning.plan import Planner


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""
    site = planner.site

    def gap_region(gap: Gap) -> Region | None:
        return site.get(Region, gap.region_id)

    def kinds_met_by(function: Function) -> tuple[KindOfHelp, ...]:
        return known(site.of(KindOfHelp), function.kind_of_help_ids)

    def tier_of(function: Function) -> Term | None:
        return term(site.settings(GovernanceSettings).tiers, function.tier_id)

    return {"gap_region": gap_region, "kinds_met_by": kinds_met_by, "tier_of": tier_of}
