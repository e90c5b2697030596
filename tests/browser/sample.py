"""Which pages the browser looks at: one of every page type, and the fewest besides that show what none of those does.

They follow from the site's own plans, and from what is really on its pages. A new page type, a new part of a page, and a kind of element
that stands on one page alone, are looked at as soon as they are there.
"""

from collections.abc import Iterator
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
    "other_states",
    "sample",
]

UNPUBLISHED = frozenset({"notes", "confidence"})


@cache
def longest_names() -> tuple[PagePlan, ...]:
    """The page of every type in whose name the longest word stands, in whichever language; of several, the one with the longest name."""
    return tuple({page.template: page for page in sorted(every_page(), key=_length_of_name)}.values())


@cache
def one_in_turn() -> tuple[PagePlan, ...]:
    """The page of every type that shows the most, in the languages by turns; of several, the one with the longest source."""
    by_type = groupby(sorted(every_page(), key=_kind), key=lambda page: page.template)
    return tuple(_fullest(list(pages), place) for place, (_, pages) in enumerate(by_type))


@cache
def other_states(site: Path) -> tuple[PagePlan, ...]:
    """The fewest pages of the built `site` with which `one_in_turn` shows every kind of element that there is in any `main`.

    A kind of element is its tag and classes and the names of its attributes, and those of the element that it stands in. Of pages that show
    as much, the languages have their turns.
    """
    shown = {page.path: _kinds_of_element((site / page.path).read_bytes()) for page in every_page()}
    missing = frozenset().union(*shown.values()).difference(*(shown[page.path] for page in one_in_turn()))
    languages = sorted({page.language for page in every_page()})
    chosen: list[PagePlan] = []
    while missing:
        preferred = languages[len(chosen) % len(languages)]
        most = max(every_page(), key=lambda page: (len(missing & shown[page.path]), page.language == preferred))
        chosen.append(most)
        missing -= shown[most.path]
    return tuple(chosen)


def sample(site: Path) -> tuple[PagePlan, ...]:
    """All of these pages."""
    return (*one_in_turn(), *other_states(site))


def one_of_each_frame(site: Path) -> list[PagePlan]:
    """Of the sample, a page for each shape that the frame around `main` has in the built `site`, in the languages that have it.

    How many steps of breadcrumbs there are, and which part of the navigation is marked, makes no other shape.
    """
    frames = {(page.language, _frame((site / page.path).read_text("utf-8"))): page for page in one_in_turn()}
    return list(frames.values())


def has_table(site: Path) -> list[PagePlan]:
    """The pages of the sample that show a table in the built `site`."""
    return [page for page in sample(site) if LexborHTMLParser((site / page.path).read_bytes()).css_first("main table")]


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


def _fullest(pages: list[PagePlan], turn: int) -> PagePlan:
    languages = sorted({page.language for page in pages})
    own = [page for page in pages if page.language == languages[turn % len(languages)]]
    return max(own, key=lambda page: (len(_parts(page)), _length(page)))


def _kinds_of_element(html: bytes) -> frozenset[tuple[str, str]]:
    main = LexborHTMLParser(html).css_first("main")
    assert main
    found: set[tuple[str, str]] = set()
    ahead = [(main, "")]
    while ahead:
        parent, above = ahead.pop()
        for child in parent.iter():
            attributes = child.attributes
            own = f"{child.tag}.{attributes.get('class') or ''} {' '.join(sorted(attributes))}"
            found.add((above, own))
            ahead.append((child, own))
    return frozenset(found)


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
