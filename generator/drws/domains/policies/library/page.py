"""The library: every policy, in alphabetical order."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import ReviewState, current_version, review_state
from drws.domains.policies.settings import PolicySettings
from drws.kernel.term import Term, term
from drws.kernel.values import PartialDate
from drws.planning.plan import PagePlan, Planner


@dataclass(frozen=True, slots=True)
class Shelved:
    """A policy in the library."""

    policy: Policy
    type: Term | None
    date: PartialDate | None
    """From when the version that counts is in force, or when it was published."""
    review: ReviewState


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What the library prints."""

    shelved: tuple[Shelved, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    shelved = tuple(_shelved(policy, planner) for policy in planner.by_name(planner.site.all(Policy)))
    yield from planner.page("policies", "policies/library.html", LibraryView(shelved))


def _shelved(policy: Policy, planner: Planner) -> Shelved:
    site = planner.site
    version = current_version(policy, site.as_of)
    return Shelved(
        policy,
        term(site.settings(PolicySettings).policy_types, policy.policy_type_id),
        version.in_force.start_date or version.published_date,
        review_state(policy, site.as_of),
    )
