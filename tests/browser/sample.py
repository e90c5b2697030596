"""Which pages the browser looks at: of every page type the fewest pages that show all it can show.

They follow from the site's own plans. A new page type, a new language or a new field of a record is in the sample at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from drws.kernel.entity import Entity
from drws.planning.page_plan import PagePlan
from tests.real import ROOT, every_page, loaded

__all__ = [
    "ROOT",
    "every_page",
    "has_table",
    "label",
    "loaded",
    "longest_names",
    "one_in_turn",
    "one_of_each_frame",
    "sample",
]

UNPUBLISHED = frozenset({"notes", "confidence"})


@cache
def sample() -> tuple[PagePlan, ...]:
    """The pages to look at, grouped by page type: every state once, in the languages by turns."""
    by_type = groupby(sorted(every_page(), key=_kind), key=lambda page: page.template)
    return tuple(page for place, (_, pages) in enumerate(by_type) for page in _fewest(list(pages), place))


@cache
def longest_names() -> tuple[PagePlan, ...]:
    """The page of every type in whose name the longest word stands, in whichever language; of several, the one with the longest name."""
    return tuple({page.template: page for page in sorted(every_page(), key=_length_of_name)}.values())


@cache
def one_in_turn() -> tuple[PagePlan, ...]:
    """The page of every type that shows the most, in the languages by turns: for what a template does alike in all of them."""
    by_type = groupby(sample(), key=lambda page: page.template)
    return tuple(max(pages, key=lambda page: (len(_parts(page)), len(page.title))) for _, pages in by_type)


def one_of_each_frame(site: Path) -> list[PagePlan]:
    """Of the sample, a page for each shape that the frame around `main` has in the built `site`, in the languages that have it.

    How many steps of breadcrumbs there are, and which part of the navigation is marked, makes no other shape.
    """
    frames = {(page.language, _frame((site / page.path).read_text("utf-8"))): page for page in one_in_turn()}
    return list(frames.values())


def has_table(site: Path) -> list[PagePlan]:
    """The pages of the sample that show a table in the built `site`."""
    return [page for page in sample() if LexborHTMLParser((site / page.path).read_bytes()).css_first("main table")]


def label(page: PagePlan) -> str:
    """What a test calls a page: `service-cy-blwch-llythyrau`."""
    name = Path(page.template).stem if page.template != "main.html" else "authored"
    return "-".join([name, page.language, *page.url.strip("/").split("/")[1:][-1:]])


def counterpart(page: PagePlan) -> str | None:
    """The address of the page in the other language. None where one page speaks for both."""
    return next((each.url for each in page.alternates if page.url != each.url), None) if _has_switch(page) else None


def _has_switch(page: PagePlan) -> bool:
    return any(each.url == page.url for each in page.alternates)


def _kind(page: PagePlan) -> tuple[str, str]:
    return page.template, page.language


def _fewest(pages: list[PagePlan], turn: int) -> Iterable[PagePlan]:
    """The page with the longest source, and what it takes to see every part besides. Where languages show as much, each has its turn."""
    parts = {page.path: _parts(page) for page in pages}
    languages = sorted({page.language for page in pages})
    own = [page for page in pages if page.language == languages[turn % len(languages)]]
    first = max(own, key=lambda page: (_length(page), len(parts[page.path])))
    chosen = {first.path: first}
    missing = frozenset().union(*parts.values()) - parts[first.path]
    while missing:
        preferred = languages[(turn + len(chosen)) % len(languages)]
        most = max(pages, key=lambda page: (len(missing & parts[page.path]), page.language == preferred))
        chosen[most.path] = most
        missing -= parts[most.path]
    return [chosen[path] for path in sorted(chosen)]


def _frame(html: str) -> frozenset[str]:
    body = LexborHTMLParser(html).body
    assert body
    for main in body.css("main"):
        main.decompose()
    return frozenset(f"{each.tag} {(each.attributes.get('class') or '').partition(' ')[0]}" for each in body.traverse())


def _length_of_name(page: PagePlan) -> tuple[int, int]:
    return max(map(len, page.title.split())), len(page.title)


def _length(page: PagePlan) -> int:
    return (ROOT / page.source.file).stat().st_size if page.source else 0


def _parts(page: PagePlan) -> frozenset[str]:
    return frozenset(_named_parts(page.view)) if is_dataclass(page.view) else frozenset()


def _named_parts(view: object) -> Iterator[str]:
    """What of a view and of the record in it holds something: `next_best`, `service.wait_time`, `service.status=defunct`."""
    for part in fields(view):  # type: ignore[arg-type]  # every view is a dataclass
        value = getattr(view, part.name)
        if isinstance(value, Entity):
            yield from _filled_fields(part.name, value)
        elif value:
            yield part.name


def _filled_fields(name: str, record: Entity) -> Iterator[str]:
    for field in sorted(type(record).model_fields.keys() - UNPUBLISHED):
        value = getattr(record, field)
        if isinstance(value, Enum):
            yield f"{name}.{field}={value}"
        elif value:
            yield f"{name}.{field}"
