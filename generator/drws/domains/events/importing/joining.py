"""Events of several files, each once: calendars of several languages say an event once each, and have to agree about it.

Which of two that do not agree is right, nobody but their writers can say. So both are told of, and neither is taken.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from drws.domains.events.importing.entry import Entry
from drws.kernel.problem import Place, Problem
from drws.read.tree import Value

PAGES = "sources"
"""Where it was announced. The page of each language can be another, and each is a source."""


def joined(entries: Iterable[Entry], problems: list[Problem]) -> Iterator[Entry]:
    """Each event that is told once in each language, and alike. What is wrong with the others is added to the problems."""
    by_id: dict[str, list[Entry]] = {}
    for entry in entries:
        by_id.setdefault(entry.id or f"{entry.file}:{entry.line}", []).append(entry)
    for each in by_id.values():
        found = list(_twice(each)) or list(_differing(each))
        problems += found
        if not found:
            yield _one(each)


def _twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Those of one id that are not the first of their language, or another event by the `UID`, of which an id keeps less."""
    languages = {entries[0].language}
    for index, entry in enumerate(entries[1:], 1):
        if not entry.language or languages & {"", entry.language} or entry.uid != entries[0].uid:
            first = next((each for each in entries[:index] if each.file == entry.file), entries[0])
            values = {"id": entry.id, "line": first.line, "file": first.file}
            yield Problem(Place(entry.file, line=entry.line, column=1), "import.twice", values)
        languages.add(entry.language)


def _differing(entries: Sequence[Entry]) -> Iterator[Problem]:
    """What is no text in a language, and not what the first calendar says, or in one of them only."""
    first, *others = entries
    for other in others:
        told: set[str] = set()
        for field in {**first.fields, **other.fields}:
            one, another = first.fields.get(field), other.fields.get(field)
            if field == PAGES or isinstance(one or another, dict) or one == another:
                continue
            there = first.placed(Problem(Place(first.file, (field,)), "import.differs")).place
            problem = Problem(Place(other.file, (field,)), "import.differs", {"line": there.line, "file": first.file})
            if there.field_name not in told:  # a day and its time stand in one property
                yield other.placed(problem)
            told.add(there.field_name)


def _one(entries: Sequence[Entry]) -> Entry:
    """The first with the words and the pages of the other languages."""
    fields = dict(entries[0].fields)
    for entry in entries[1:]:
        for name, words in entry.fields.items():
            mine = fields.get(name, {})
            if isinstance(words, dict) and isinstance(mine, dict):
                fields[name] = {**words, **mine}
    if pages := list(_pages(entries)):
        fields[PAGES] = [page for index, page in enumerate(pages) if page not in pages[:index]]
    return replace(entries[0], fields=fields)


def _pages(entries: Iterable[Entry]) -> Iterator[Value]:
    """The sources in one order, whichever file came first."""
    for entry in sorted(entries, key=lambda each: each.language):
        pages = entry.fields.get(PAGES)
        yield from pages if isinstance(pages, list) else ()
