"""How to put the finder on another site: what to copy, what the site has to allow, and the finder itself, to try."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from drws.domains.directory.embed.addresses import EMBED, PAGE, SCRIPT, VERSION, words_path
from drws.domains.directory.finder.geography import Nation
from drws.domains.directory.finder.page import Answer, answers_of, nations_of
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class EmbedView:
    """What the page prints, and the words of the embedded finder."""

    folder: str
    """The address below which everything is that the finder fetches, with the name of the site's machine."""
    words: str
    """The address of the folder with its words, likewise."""
    script: str
    """The address of its script, likewise."""
    areas: str
    """The page that does the finder's work without script, with the name of the site's machine."""
    answers: tuple[Answer, ...]
    """What the finder says, for every authority."""
    nations: tuple[Nation, ...]
    """What it says of other nations."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page, where there is a finder."""
    url = planner.site.partnership.url
    view = EmbedView(
        folder=urljoin(url, EMBED),
        words=urljoin(url, VERSION),
        script=urljoin(url, SCRIPT),
        areas=urljoin(url, planner.addresses.path("areas", planner.code).removesuffix("index.html")),
        answers=answers_of(planner),
        nations=nations_of(planner),
    )
    yield from planner.page(PAGE, "directory/embed.html", view)


def words_of(page: PagePlan) -> PagePlan:
    """What the embedded finder says, in the language of the page: a piece of HTML that its script fetches, and no page of the site."""
    return replace(page, path=words_path(page.language), template="directory/parts/embed-words.html")
