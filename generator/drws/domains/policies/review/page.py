"""The reviews: overdue, due soon and later, under the post that answers for each policy."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.diary.calendar.calendars import Calendar
from drws.domains.policies.addresses import REVIEW_TABLE, REVIEWS_JSON
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import ReviewState
from drws.domains.policies.review.calendar import review_calendar
from drws.domains.policies.review.reviews import Review, reviews, without_day
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class ReviewsView:
    """What the page prints."""

    owners: tuple[Group, ...]
    """Each post with its reviews, the earliest first; the post whose first review comes first leads. Those of nobody stand last, under None."""
    counts: tuple[tuple[ReviewState, int], ...]
    """How many are overdue, due soon and later."""
    without_day: tuple[Policy, ...]
    """Policies for which no review is set, in alphabetical order."""
    calendar: Calendar | None
    table: str
    """The address of the CSV file."""
    json: str


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    every = reviews(planner.site)
    if not planner.addresses.has("reviews", planner.code):
        return
    view = ReviewsView(
        owners=_by_owner(every),
        counts=tuple(
            (state, sum(review.state is state for review in every))
            for state in (ReviewState.OVERDUE, ReviewState.DUE, ReviewState.LATER)
        ),
        without_day=planner.by_name(without_day(planner.site)),
        calendar=planner.once(review_calendar),
        table=planner.url(REVIEW_TABLE),
        json=planner.url(REVIEWS_JSON),
    )
    yield from planner.page("reviews", "policies/reviews.html", view)


def _by_owner(every: tuple[Review, ...]) -> tuple[Group, ...]:
    groups: dict[str, list[Review]] = {}
    for review in every:
        groups.setdefault(review.owner.id if review.owner else "", []).append(review)
    nobody = groups.pop("", [])
    owned = (Group(members[0].owner, tuple(members)) for members in groups.values())
    return (*owned, *([Group(None, tuple(nobody))] if nobody else []))
