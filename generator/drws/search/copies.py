"""What Pagefind reads: a copy of each page, with search keys instead of words where the language's grammar makes them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from drws.planning.plan import PagePlan
from drws.search.keys import PageKeys
from drws.system.parallel import in_parallel

PASSED_OVER = "[data-pagefind-ignore], [hidden], script, template, noscript"
"""What of a page's own part is not found: what says nothing of what the page is about, and what is not shown before a script shows it."""

HEADINGS = ("h2", "h3", "h4")

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


def write_copies(pages: Sequence[Page], keys: PageKeys | None, folder: Path) -> None:
    """Write a small page for each page, at its own path."""

    def write(page: Page) -> None:
        file = folder / page.plan.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_copy(page, keys), "utf-8")

    in_parallel(write, pages)


def _copy(page: Page, keys: PageKeys | None) -> str:
    """What of a page is indexed, and the fields that go with it."""
    plan = page.plan
    fields = {"title": plan.title, "summary": plan.description} | ({"keys": keys.spell(plan.title)} if keys else {})
    attributes = "".join(f' data-{name}="{escape(value)}"' for name, value in fields.items())
    weight = f' data-pagefind-weight="{BACKGROUND_WEIGHT}"' if plan.is_background else ""
    named = ", ".join(f"{name}[data-{name}]" for name in fields)
    return (
        f'<html lang="{escape(plan.language)}"><title></title>'
        f'<main data-pagefind-body data-pagefind-meta="{named}"{attributes}{weight}>'
        f"{_in_keys(page, keys) if keys else page.main}</main>"
    )


def _in_keys(page: Page, keys: PageKeys) -> str:
    """A page's words in search keys. Pagefind gives headings more weight: so the summary is one as well."""
    headings = "".join(f"<h2>{escape(keys.spell(text))}</h2>" for text in (page.plan.description, *page.headings))
    return f"{headings}<p>{escape(keys.spell(page.text))}</p>"
