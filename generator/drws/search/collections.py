"""The search of a collection: documents that whoever works with them asks clause by clause, apart from the search of the site.

Beside the one index stands another for each collection, `search/policies/`: it finds each part of a page that has parts, and the page itself.
The words and forms of the site serve it as well, so its table is the site's own without what people chose for visitors.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drws.planning.page_plan import PagePart
from drws.search.chosen import address_of
from drws.search.copies import HEADINGS, Page
from drws.search.files import write_plainly
from drws.search.fragments import Shown

FOR_VISITORS: Mapping[str, Any] = {
    "background": {"words": [], "kinds": []},
    "best_bets": [],
    "terms": [],
    "topics": [],
    "sections": {},
    "doors": [],
    "areas": {},
    "pages": {},
    "places": {},
    "before_places": [],
    "kinds": {},
}
"""What people chose for those who ask the site: nothing of it holds for a collection."""
ENDS = (".", ":", ";", "?", "!")
"""What an item of a list ends in, where it ends in a sign."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the search of a collection finds."""

    page: Page
    """What is indexed, as if it were a page of its own."""
    shown: Shown


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents with a search of their own."""

    name: str
    entries: Sequence[Entry]
    """Each document and each of its parts, in the order in which they stand there."""

    @property
    def shown(self) -> Mapping[str, Shown]:
        """What results say of each, by its address in the index."""
        return {address_of(entry.page.plan): entry.shown for entry in self.entries}

    def pages_in(self, language: str) -> list[Page]:
        """What of it is indexed in a language."""
        return [entry.page for entry in self.entries if entry.page.plan.language == language]

    def write_tables(self, root: Path, tables: Mapping[str, Mapping[str, Any]], names: Mapping[str, str]) -> None:
        """Write what its search reads first into a built site. `tables` are those of the search of the site by language, `names` what Pagefind
        calls each entry by its address.
        """
        for language, table in tables.items():
            pages = self.pages_in(language)
            documents: dict[str, list[str]] = {}
            for page in pages:
                documents.setdefault(page.plan.url.partition("#")[0], []).append(names.get(address_of(page.plan), ""))
            chosen = {
                **FOR_VISITORS,
                "danger": {"below": [[] for _ in table["danger"]["below"]], "without": []},
                "documents": {url: " ".join(each) for url, each in documents.items()},
            }
            write_plainly(root, f"{self.name}/{language}", {**table, **chosen})
            write_plainly(root, f"{self.name}/{language}-pages", {page.plan.name: page.plan.url for page in pages})


def collections_of(pages: Sequence[Page]) -> list[Collection]:
    """Every collection that pages belong to, in the order of their names."""
    names = sorted({page.plan.collection for page in pages if page.plan.collection})
    return [
        Collection(name, [entry for page in pages if page.plan.collection == name for entry in _entries(page)])
        for name in names
    ]


def without_parts(page: Page) -> Page:
    """A page without the words of its parts, as the search of the site has it: whoever wants a part asks the collection, and a visitor’s first
    search need not fetch the words of every policy.
    """
    return _divided(page)[0] if page.plan.parts else page


def _entries(page: Page) -> Iterator[Entry]:
    """The page, without the words of its parts, then each of them."""
    rest, parts = _divided(page)
    yield Entry(replace(rest, plan=replace(page.plan, is_background=False)), Shown(page.plan.description))
    yield from (_part(page, part, html) for part, html in parts)


def _divided(page: Page) -> tuple[Page, list[tuple[PagePart, str]]]:
    """The page without its parts, and the HTML of each of them."""
    main = LexborHTMLParser(page.main)
    nodes = [(part, found[0]) for part in page.plan.parts if (found := main.css(f'[id="{part.anchor}"]'))]
    parts = [(part, node.html or "") for part, node in nodes]
    for _, node in nodes:
        node.decompose()
    text = main.body.text(separator=" ") if main.body else ""
    headings = tuple(node.text() for level in HEADINGS for node in main.css(level))
    return replace(page, headings=headings, text=text), parts


def _part(page: Page, part: PagePart, html: str) -> Entry:
    """A part as a page at an address of its own, which stands in the index alone: what is shown leads to its place."""
    plan = replace(
        page.plan,
        name=f"{page.plan.name}#{part.id}",
        path=page.plan.path.removesuffix("index.html") + f"{part.anchor}/index.html",
        url=f"{page.plan.url}#{part.anchor}",
        title=part.title,
        description=page.plan.title,
        is_background=False,
    )
    fragment = LexborHTMLParser(html)
    text = fragment.text(separator=" ")
    for level in HEADINGS:
        for heading in fragment.css(level):
            heading.decompose()
    told = running_text(fragment)
    shown = Shown(told, f"{address_of(page.plan)}#{part.anchor}", {"number": part.number})
    return Entry(replace(page, plan=plan, headings=tuple(filter(None, (part.above, *part.asked))), text=text), shown)


def running_text(part: LexborHTMLParser) -> str:
    """The words of a part as running text: what stands in the rows of a table and the items of a list is told apart by signs."""
    for row in part.css("tr"):
        row.replace_with(f" {' · '.join(_words(cell) for cell in row.css('th, td'))}. ")
    for item in part.css("li"):
        item.insert_child(" " if _words(item).endswith(ENDS) else "; ")
    return _words(part).replace(" ; ", "; ").removesuffix(";")


def _words(node: LexborHTMLParser | LexborNode) -> str:
    return " ".join(node.text().split())
