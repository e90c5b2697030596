"""Which pages the browser looks at: of every page type, in every language, the fewest pages that show all it can show.

They follow from the site's own plans. A new page type, a new language or a new field of a record is in the sample at once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from itertools import groupby
from pathlib import Path

from drws.build.load import Loaded, Sources, load
from drws.build.plans import plan, plan_authored
from drws.kernel.entity import Entity
from drws.kernel.problem import errors
from drws.planning.plan import PagePlan
from drws.say.messages import as_text, sentences
from drws.system.clock import today

ROOT = Path(__file__).parents[2]
SOURCES = Sources(ROOT / "data", ROOT / "content", ROOT / "theme")
UNPUBLISHED = frozenset({"notes", "confidence"})


@cache
def loaded() -> Loaded:
    """The real records and hand-written pages, as the build reads them."""
    return load(SOURCES, today())


@cache
def every_page() -> tuple[PagePlan, ...]:
    """Every page of the site."""
    read = loaded()
    if read.site is None or read.strings is None or read.addresses is None or errors(read.problems):
        raise ValueError("The records do not make a site:\n" + as_text(sentences(read.problems, SOURCES.folders, "en")))
    return (
        *plan(read.site, read.strings, read.addresses, read.domains),
        *plan_authored(read.site, read.strings, read.addresses, read.domains),
    )


@cache
def sample() -> tuple[PagePlan, ...]:
    """The pages to look at, grouped by page type and language."""
    ordered = sorted(every_page(), key=_kind)
    return tuple(page for _, pages in groupby(ordered, key=_kind) for page in _fewest(list(pages)))


@cache
def half_of_the_sample() -> tuple[PagePlan, ...]:
    """Every other page of the sample of each type, from both languages: for what takes a second a page."""
    by_type = (tuple(pages) for _, pages in groupby(sample(), key=lambda page: page.template))
    return tuple(page for place, pages in enumerate(by_type) for page in pages[place % 2 :: 2] or pages[:1])


@cache
def one_in_turn() -> tuple[PagePlan, ...]:
    """The page of every type that shows the most, in the languages by turns: for what a template does alike in all of them."""
    fullest = sorted(sample(), key=lambda page: (len(_parts(page)), len(page.title)))
    by_kind = {_kind(page): page for page in fullest}
    by_type = groupby(sorted(by_kind.values(), key=_kind), key=lambda page: page.template)
    return tuple(same[place % len(same)] for place, same in enumerate(tuple(pages) for _, pages in by_type))


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


def _fewest(pages: list[PagePlan]) -> Iterable[PagePlan]:
    """The page with the longest name, the one with the longest source, and what it takes to see every part besides."""
    parts = {page.path: _parts(page) for page in pages}
    longest = (max(pages, key=lambda page: len(page.title)), max(pages, key=_length))
    chosen = {page.path: page for page in longest}
    missing = frozenset().union(*parts.values()).difference(*(parts[path] for path in chosen))
    while missing:
        most = max(pages, key=lambda page: len(missing & parts[page.path]))
        chosen[most.path] = most
        missing -= parts[most.path]
    return [chosen[path] for path in sorted(chosen)]


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
