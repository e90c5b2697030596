"""Questions, and the pages that should and should not answer them: a list in a YAML file, or a folder of such files.

- {lang: cy, q: blwch llythyrau, expect: [page:support/letterbox], never: [contact]}
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from drws.kernel.entity import Part
from drws.kernel.problem import Place, Problem, nearest
from drws.kernel.values import LanguageCode, Words
from drws.read.decode import Context, decode
from drws.read.reader import Folder, files_in, read_value

TARGETS = "targets.yml"
"""The file of a folder of questions that has none: it says how well they have to be answered."""

OTHERS = "others"
"""Under `never`: every page that is not expected."""

FIELDS = ("expect", "first", "never")
"""The fields that name pages."""

Pages = Mapping[str, Mapping[str, str]]
"""The addresses of pages by language and name; those of a collection, and of their parts, under its name and the language: `policies/en`."""


class Query(Part):
    """A question, and what should come of it."""

    lang: LanguageCode
    """The language whose index is asked."""
    q: Words
    """What the visitor types."""
    collection: Words | None = None
    """The collection whose own search is asked. Then the first document has to be that of a page under `first`, and one of the first three
    parts has to be such a page: `policy:letterbox#signing`."""
    expect: tuple[Words, ...] = ()
    """Names or addresses of pages that should be among the first five."""
    first: tuple[Words, ...] = ()
    """Names or addresses of pages of which one should be first or second. What is under `expect` counts as well."""
    never: tuple[Words, ...] = ()
    """Those that should not be; `others` for every page that is not expected. The worst is one that comes first."""

    @property
    def index(self) -> str:
        """What the pages of its search stand under."""
        return f"{self.collection}/{self.lang}" if self.collection else self.lang

    @property
    def needed(self) -> tuple[str, ...]:
        """Pages that answer the question."""
        return (*self.first, *self.expect)


def pages_of(site: Path) -> Pages:
    """The pages of a built site, by language and name. Empty when it was built without search."""
    suffix = "-pages.json"
    folder = site / "search"
    return {
        file.relative_to(folder).as_posix().removesuffix(suffix): json.loads(file.read_text("utf-8"))
        for file in sorted([*folder.glob(f"*{suffix}"), *folder.glob(f"*/*{suffix}")])
    }


def folder_of(path: Path) -> Folder:
    """What messages about a file or a folder of queries call its place."""
    return Folder(path if path.is_dir() else path.parent, "queries")


def read_queries(path: Path, pages: Pages) -> tuple[tuple[Query, ...], list[Problem]]:
    """The questions of a file, or of every YAML file of a folder, with addresses in the place of names; and everything wrong with them."""
    files = [each for each in files_in(path) if each.name != TARGETS] if path.is_dir() else [path]
    read = [_read_file(each, folder_of(path), pages) for each in files]
    return tuple(query for queries, _ in read for query in queries), [each for _, found in read for each in found]


def _read_file(path: Path, folder: Folder, pages: Pages) -> tuple[list[Query], list[Problem]]:
    value, problems = read_value(path, folder)
    if problems:
        return [], problems
    file = folder.logical(path)
    if not isinstance(value, list):
        return [], [Problem(Place(file, line=1, column=1), "queries.list")]
    queries: list[Query] = []
    context = Context(tuple(each for each in pages if "/" not in each), "")
    for index, each in enumerate(value):
        query, found = decode(Query, each, file, context)
        found = [replace(one, place=replace(one.place, path=(index, *one.place.path))) for one in found]
        if query:
            found += _wrong_with(query, pages, file, index)
        problems += found
        if query and not found:
            queries.append(_with_addresses(query, pages[query.index]))
    return queries, problems


def _wrong_with(query: Query, pages: Pages, file: str, index: int) -> Iterator[Problem]:
    if not query.needed and not query.never:
        yield Problem(Place(file, (index,)), "queries.nothing")
    names = pages.get(query.index)
    if names is None:
        known = sorted({each.partition("/")[0] for each in pages if "/" in each})
        values = {"name": query.collection, "nearest": nearest(query.collection or "", known)}
        yield Problem(Place(file, (index, "collection")), "queries.collection", values)
        return
    for field in FIELDS:
        for place, name in enumerate(getattr(query, field)):
            if name not in names and name not in names.values() and (field, name) != ("never", OTHERS):
                near = nearest(name, names)
                yield Problem(Place(file, (index, field, place)), "queries.unknown", {"name": name, "nearest": near})
    expected = set(query.needed)
    for place, name in enumerate(query.never):
        if name in expected:
            yield Problem(Place(file, (index, "never", place)), "queries.both", {"name": name})


def _with_addresses(query: Query, names: Mapping[str, str]) -> Query:
    return query.model_copy(
        update={field: tuple(names.get(name, name) for name in getattr(query, field)) for field in FIELDS}
    )
