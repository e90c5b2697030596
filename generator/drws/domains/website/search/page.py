"""The search page: the one page that needs JavaScript, and says so."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.finder.geography import Nation
from drws.domains.directory.finder.page import Answer, answers_of, nations_of
from drws.domains.website.search.read import search_words
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page prints besides what its scripts find."""

    help_url: str
    """Where help is for those in danger; empty when the site does not say."""
    help_page: str
    """The name of that page. Where one can leave it at once, one can leave the search as well once it offers help."""
    answers: tuple[Answer, ...]
    """What the finder says to somebody who searches for a place: of every authority, none where there is no finder."""
    nations: tuple[Nation, ...]
    """What it says of other nations."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    danger = search_words(planner.site).danger
    view = SearchView(
        planner.url(danger.page) if danger else "",
        danger.page if danger else "",
        answers_of(planner),
        nations_of(planner),
    )
    yield from planner.page(
        "search", "website/search.html", view, is_searchable=False, summary=planner.say("search.summary")
    )
