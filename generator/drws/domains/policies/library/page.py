"""The library: every policy, under its kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import ReviewState, current_version, review_state
from drws.domains.policies.settings import PolicySettings
from drws.kernel.term import Term, term
from drws.kernel.values import PartialDate
from drws.planning.plan import Group, PagePlan, Planner


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

    shelves: tuple[Group, ...]
    """Each kind of document, in the order of the site's list, with its policies in alphabetical order."""
    pages: tuple[str, ...]
    """The names of the pages below the library."""
    count: int
    """How many policies there are."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    shelved = [_shelved(policy, planner) for policy in planner.by_name(planner.site.all(Policy))]
    types = planner.site.settings(PolicySettings).policy_types
    shelves = (Group(each, tuple(one for one in shelved if one.type is each)) for each in types)
    view = LibraryView(
        tuple(shelf for shelf in shelves if shelf.members),
        planner.domains.below("policies", planner.site),
        len(shelved),
    )
    yield from planner.page("policies", "policies/library.html", view)


def _shelved(policy: Policy, planner: Planner) -> Shelved:
    site = planner.site
    version = current_version(policy, site.as_of)
    return Shelved(
        policy,
        term(site.settings(PolicySettings).policy_types, policy.policy_type_id),
        version.in_force.start_date or version.published_date,
        review_state(policy, site.as_of),
    )
