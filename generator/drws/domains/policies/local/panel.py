"""On the page of an area: the policies to which it adds something."""

from collections.abc import Mapping
from dataclasses import dataclass

from drws.domains.policies.local.areas import LocalArea, local_areas
from drws.domains.policies.local.view import local_page
from drws.domains.policies.policy.record import Policy
from drws.kernel.site import grouped
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class LocalPolicy:
    """A policy with its page in an area."""

    policy: Policy
    area: LocalArea
    page: str


def local_policies(area: LocalArea, planner: Planner) -> tuple[LocalPolicy, ...] | None:
    """The policies that have a page in the area, in alphabetical order."""
    found = planner.once(_by_area).get(area.id, ())
    return tuple(LocalPolicy(policy, area, local_page(policy, area)) for policy in found) or None


def _by_area(planner: Planner) -> Mapping[str, tuple[Policy, ...]]:
    site = planner.site
    policies = planner.by_name(site.all(Policy))
    return grouped((area.id, policy) for policy in policies for area in local_areas(policy, site))
