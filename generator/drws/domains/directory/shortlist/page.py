"""The page where a visitor's own list is shown. What is on it only the visitor's browser knows."""

from collections.abc import Iterator

from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page, the same for everyone; search has nothing to find on it."""
    yield from planner.page("shortlist", "directory/shortlist.html", None, is_searchable=False)
