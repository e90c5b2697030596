"""When each policy is to be reviewed next, as of the site's day."""

from dataclasses import dataclass
from datetime import date

from drws.domains.governance.post.record import Post
from drws.domains.policies.policy.record import Policy, PolicyStatus
from drws.domains.policies.policy.standing import ReviewState, review_day, review_state
from drws.kernel.site import Site, derived

WITHOUT_REVIEW = (PolicyStatus.PUBLISHED, PolicyStatus.SUPERSEDED, PolicyStatus.WITHDRAWN)
"""What nobody reviews: a report, and what no longer counts."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review that is due by a day."""

    policy: Policy
    day: date
    state: ReviewState
    days: int
    """How many days are left; below zero, how many it is late."""
    owner: Post | None


@derived
def reviews(site: Site) -> tuple[Review, ...]:
    """Every review with a day, the earliest first."""
    found = [
        Review(
            policy,
            day,
            review_state(policy, site.as_of),
            (day - site.as_of).days,
            site.get(Post, policy.owner_id),
        )
        for policy in site.all(Policy)
        if (day := review_day(policy, site.as_of))
    ]
    return tuple(sorted(found, key=lambda review: (review.day, review.policy.id)))


def without_day(site: Site) -> tuple[Policy, ...]:
    """The policies that somebody should review and for which nobody has said when."""
    return tuple(
        policy
        for policy in site.all(Policy)
        if policy.status not in WITHOUT_REVIEW and review_day(policy, site.as_of) is None
    )
