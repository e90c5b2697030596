"""The search page: the one page that needs JavaScript, and says so."""

from collections.abc import Iterator

from drws.planning.plan import PagePlan, Planner


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    yield from planner.page("search", "website/search.html", None, is_searchable=False)
