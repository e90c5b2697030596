"""The page for an address that leads nowhere."""

from collections.abc import Iterator

from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page in each language. The one at the root of the site, in all languages, is `entrance.py`'s."""
    yield from planner.page("not-found", "website/not-found.html", None, is_searchable=False)
