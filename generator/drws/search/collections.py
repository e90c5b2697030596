"""The search of a collection: documents that whoever works with them asks clause by clause, apart from the search of the site.

Beside the one index stands another for each collection, `search/policies/`: it finds each part of a page that has parts, and the page itself.
The words and forms of the site serve it as well, so its table is the site's own without what people chose for visitors.
"""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from drws.kernel.problem import Problem
from drws.planning.page_plan import PagePart
from drws.search.chosen import address_of
from drws.search.copies import HEADINGS, Page, write_copies
from drws.search.files import FOLDER, write_plainly
from drws.search.fragments import Shown
from drws.search.keys import PageKeys
from drws.search.pagefind import run_pagefind
from drws.system.caches import shared_caches

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
class Collections:
    """What the indexes of collections are made of."""

    keys: Mapping[str, PageKeys | None]
    """The search keys of each language whose grammar is known."""
    passed_over: Mapping[str, frozenset[str]]
    """Folded words that no question asks for, by language."""
    tables: Mapping[str, Mapping[str, Any]]
    """The tables of the site's own search by language."""


def index_collections(root: Path, pages: Sequence[Page], shared: Collections, work: Path) -> list[Problem]:
    """Write `search/<collection>/` for each collection that pages belong to; what to warn of. Raises Refused when it cannot be done."""
    problems: list[Problem] = []
    for name in sorted({page.plan.collection for page in pages if page.plan.collection}):
        own = [page for page in pages if page.plan.collection == name]
        problems += _index(root, name, own, shared, work)
    return problems


def _index(root: Path, name: str, pages: Sequence[Page], shared: Collections, work: Path) -> list[Problem]:
    entries = [entry for page in pages for entry in _entries(page)]
    copies = work / "search-collection"
    shutil.rmtree(copies, ignore_errors=True)
    shown = {address_of(entry.page.plan): entry.shown for entry in entries}
    for language in shared.tables:
        own = [entry.page for entry in entries if entry.page.plan.language == language]
        write_copies(own, shared.keys[language], shared.passed_over[language], copies)
    ids, problems = run_pagefind(copies, root / FOLDER / name / "pagefind", shown, shared_caches(work))
    shutil.rmtree(copies)
    for language, table in shared.tables.items():
        own = [entry.page for entry in entries if entry.page.plan.language == language]
        documents: dict[str, list[str]] = {}
        for page in own:
            documents.setdefault(page.plan.url.partition("#")[0], []).append(ids.get(address_of(page.plan), ""))
        chosen = {
            **FOR_VISITORS,
            "danger": {"below": [[] for _ in table["danger"]["below"]], "without": []},
            "documents": {url: " ".join(each) for url, each in documents.items()},
        }
        write_plainly(root, f"{name}/{language}", {**table, **chosen})
        write_plainly(root, f"{name}/{language}-pages", {page.plan.name: page.plan.url for page in own})
    return problems


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that the search of a collection finds."""

    page: Page
    """What is indexed, as if it were a page of its own."""
    shown: Shown


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
