"""What the law gives each kind of person: for everybody first, then by audience, each line with the law on which it rests."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.law.right.record import Right
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class RightsView:
    """What the page prints."""

    for_everyone: tuple[Right, ...]
    by_audience: tuple[Group, ...]
    """Each audience, in the order of the home page, with its rights; an audience of which no law that we read speaks has none."""
    first: frozenset[tuple[str, str]]
    """The audience and the right where a right stands first: there it has its anchor."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    yield from planner.page("rights", "law/rights.html", _view(planner))


def _view(planner: Planner) -> RightsView:
    site = planner.site
    rights = sorted(site.all(Right), key=lambda right: (right.order, right.id))
    audiences = sorted(site.all(Audience), key=lambda audience: audience.order)
    groups = tuple(Group(each, tuple(right for right in rights if each.id in right.audience_ids)) for each in audiences)
    first: dict[str, str] = {}
    for audience, members in groups:
        for right in members:
            first.setdefault(right.id, audience.id)
    return RightsView(
        for_everyone=tuple(right for right in rights if not right.audience_ids),
        by_audience=groups,
        first=frozenset((audience_id, right_id) for right_id, audience_id in first.items()),
    )
