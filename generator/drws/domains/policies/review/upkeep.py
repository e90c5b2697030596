"""Reviews of policies, as something to do."""

from collections.abc import Iterator
from datetime import timedelta

from drws.domains.governance.post.record import Post
from drws.domains.policies.review.reviews import reviews, without_day
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, task


def policy_reviews(planner: Planner) -> Iterator[Task]:
    """Every review with a day: it is late from the day after."""
    for review in reviews(planner.site):
        yield task(review.policy, planner, owner=review.owner, day=review.day + timedelta(days=1))


def reviews_not_set(planner: Planner) -> Iterator[Task]:
    """Every policy that somebody should review and for which nobody has said when."""
    for policy in planner.by_name(without_day(planner.site)):
        yield task(policy, planner, owner=planner.site.get(Post, policy.owner_id))
