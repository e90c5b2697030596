"""A policy as lists show it: what it is, how it stands, and when it is reviewed."""

from dataclasses import dataclass
from datetime import date

from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import ReviewState, current_date, review_day, review_state
from drws.domains.policies.settings import PolicySettings
from drws.kernel.site import Site
from drws.kernel.term import Term, term
from drws.kernel.values import PartialDate


@dataclass(frozen=True, slots=True)
class Shelved:
    """A policy in a list."""

    policy: Policy
    type: Term | None
    since: PartialDate | None
    """From when the version that counts is in force, or when it was published."""
    review_day: date | None
    review: ReviewState


def shelved(policy: Policy, site: Site) -> Shelved:
    """A policy on the day of the site."""
    return Shelved(
        policy,
        term(site.settings(PolicySettings).policy_types, policy.policy_type_id),
        current_date(policy, site.as_of),
        review_day(policy, site.as_of),
        review_state(policy, site.as_of),
    )
