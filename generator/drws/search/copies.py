"""What Pagefind reads: a copy of each page, with search keys instead of words where the language's grammar makes them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from drws.planning.page_plan import PagePlan
from drws.say.collation import fold
from drws.search.keys import PageKeys
from drws.system.parallel import in_parallel

PASSED_OVER = "[data-pagefind-ignore], [hidden], script, template, noscript"
"""What of a page's own part is not found: what says nothing of what the page is about, and what is not shown before a script shows it."""

HEADINGS = ("h2", "h3", "h4")

MOST = 1
"""How often a word of a page's text is counted."""

WORD = re.compile(r"[^\W_]+(?:['’&-][^\W_]+)*")
"""A word as it is counted."""

BACKGROUND_WEIGHT = "0.2"
"""What a word counts on a page about how the service is run, beside one of another page (Pagefind’s `data-pagefind-weight`): visitors mostly ask for help, and
these pages share its words. Words of a title count in full."""


@dataclass(frozen=True, slots=True)
class Page:
    """A built page that search finds."""

    plan: PagePlan
    main: str
    """The HTML inside its own part."""
    headings: tuple[str, ...]
    """What its sections are called."""
    text: str
    """Its words."""


def read_pages(root: Path, plans: Iterable[PagePlan]) -> list[Page]:
    """Every page that search finds, as it was built."""
    return [_read(root, plan) for plan in plans if plan.is_searchable]


def _read(root: Path, plan: PagePlan) -> Page:
    main = LexborHTMLParser((root / plan.path).read_text("utf-8")).css("main")[0]
    for node in main.css(PASSED_OVER):
        node.decompose()
    headings = tuple(node.text() for level in HEADINGS for node in main.css(level))
    return Page(
        plan, "".join(str(node.html) for node in main.iter(include_text=True)), headings, main.text(separator=" ")
    )


def write_copies(pages: Sequence[Page], keys: PageKeys | None, passed_over: frozenset[str], folder: Path) -> None:
    """Write a small page for each page, at its own path. `passed_over` are folded words that no question asks for."""

    def write(page: Page) -> None:
        file = folder / page.plan.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_copy(page, keys, passed_over), "utf-8")

    in_parallel(write, pages)


def _copy(page: Page, keys: PageKeys | None, passed_over: frozenset[str]) -> str:
    """What of a page is indexed, and the fields that go with it."""
    plan = page.plan
    fields = {"title": plan.title} | ({"keys": keys.spell(plan.title)} if keys else {})
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in fields.items())
    weight = f' data-pagefind-weight="{BACKGROUND_WEIGHT}"' if plan.is_background else ""
    named = ", ".join(f"{name}[data-{name}]" for name in fields)
    return (
        f'<html lang="{escape(plan.language)}"><title></title>'
        f'<main data-pagefind-body data-pagefind-meta="{named}"{attributes}{weight}>'
        f"{_words(page, keys, passed_over)}</main>"
    )


def _words(page: Page, keys: PageKeys | None, passed_over: frozenset[str]) -> str:
    """A page's words, or their search keys. Pagefind gives headings more weight: so the summary is one as well.

    The index holds the place of each word on each page, and places are nine tenths of what a search fetches. A word that stands on a page
    more often than `MOST` tells no more of it.
    """
    headings = "".join(f"<h2>{escape(_spelt(text, keys))}</h2>" for text in (page.plan.description, *page.headings))
    told = " ".join(_few_times(word for word in WORD.findall(page.text) if fold(word) not in passed_over))
    return f"{headings}<p>{escape(_spelt(told, keys))}</p>"


def _spelt(text: str, keys: PageKeys | None) -> str:
    return keys.spell(text) if keys else text


def _few_times(words: Iterable[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for word in words:
        seen[fold(word)] += 1
        if seen[fold(word)] <= MOST:
            yield word
