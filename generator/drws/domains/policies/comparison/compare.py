"""What is other in one version than in another, by clause and by word. Typography and numbers of clauses are no change.

Clauses belong together by their ids, wherever they stand. Words are compared as difflib does: the longest runs that both have stay.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from itertools import chain, zip_longest

from drws.domains.policies.text.record import Clause, Passage, PolicyText
from drws.read.markdown import Block

QUOTES = '\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u0060\u00b4\u2032\u2033"'
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
ALIKE = str.maketrans({**dict.fromkeys(QUOTES, "'"), **dict.fromkeys(DASHES, "-"), "\u00ad": "", "\u200b": ""})
SEVERAL_DASHES = re.compile(r"-+")
LONG_DASH = re.compile(r"\s*—\s*")
"""It stands with spaces or without."""


class ClauseChange(StrEnum):
    """What became of a clause."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    SAME = "same"


class RunKind(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that were kept, added or removed together, and where a link in them leads."""

    kind: RunKind
    words: str
    targets: tuple[str, ...] = ()
    """Where links in the words lead, by name, in the case that only this changed."""


@dataclass(frozen=True, slots=True)
class ComparedClause:
    """A clause in both versions, or in one."""

    change: ClauseChange
    before: Clause | None
    after: Clause | None
    title: tuple[Run, ...]
    blocks: tuple[tuple[Run, ...], ...]
    """Its paragraphs and items. Empty where nothing in the words changed."""

    @property
    def clause(self) -> Clause:
        """The clause as it is now, or as it last was."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a comparison of no clause")
        return found


@lru_cache(maxsize=65_536)
def normalised(words: str) -> str:
    """Words without what typography makes of them: kinds of quotation marks, dashes, spaces and ligatures."""
    plain = unicodedata.normalize("NFKC", words.replace("…", "...")).translate(ALIKE)
    return " ".join(SEVERAL_DASHES.sub("-", plain).split())


def compare(before: PolicyText, after: PolicyText, language: str) -> tuple[ComparedClause, ...]:
    """Every clause of either in one language: in the order of the newer, and what was removed where it stood."""
    old = {clause.id: clause for clause in before.clauses}
    new = {clause.id: clause for clause in after.clauses}
    moved = _moved([id_ for id_ in old if id_ in new], [id_ for id_ in new if id_ in old])
    return tuple(_compared(old.get(id_), new.get(id_), language, is_moved=id_ in moved) for id_ in _in_order(old, new))


def opening_changes(before: PolicyText, after: PolicyText, language: str) -> tuple[tuple[Run, ...], ...]:
    """What changed in the words before the first heading. Empty where nothing did."""
    return _blocks(before.opening[language].linked_blocks, after.opening[language].linked_blocks)


def _in_order(old: dict[str, Clause], new: dict[str, Clause]) -> Iterator[str]:
    """The ids of the newer; one that is gone follows whatever it followed."""
    removed_after: dict[str | None, list[str]] = {}
    last: str | None = None
    for id_ in old:
        if id_ in new:
            last = id_
        else:
            removed_after.setdefault(last, []).append(id_)
    yield from removed_after.get(None, ())
    for id_ in new:
        yield id_
        yield from removed_after.get(id_, ())


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The fewest clauses that have to move to get from one order to the other: all but the longest row that stands in the same order in both.

    That is found in one walk, from the places in the old order: of all rows of a length, the one that ends first is best continued.
    """
    places = {id_: place for place, id_ in enumerate(old)}
    ends: list[int] = []
    """Where the row of each length ends, the shortest first."""
    before: dict[int, int | None] = {}
    for place in (places[id_] for id_ in new):
        length = bisect_left(ends, place)
        before[place] = ends[length - 1] if length else None
        ends[length : length + 1] = [place]
    kept = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(old[last])
        last = before[last]
    return set(old) - kept


def _compared(before: Clause | None, after: Clause | None, language: str, *, is_moved: bool) -> ComparedClause:
    empty = Passage("", 0, language)
    one = before.texts[language] if before else empty
    two = after.texts[language] if after else empty
    title, blocks = _title(one.title, two.title), _blocks(one.linked_blocks, two.linked_blocks)
    is_changed = any(run.kind is not RunKind.KEPT for run in chain(title, *blocks))
    if before is None or after is None:
        change = ClauseChange.REMOVED if after is None else ClauseChange.ADDED
    elif is_changed or before.role_ids != after.role_ids:
        change = ClauseChange.CHANGED
    else:
        change = ClauseChange.MOVED if is_moved else ClauseChange.SAME
    return ComparedClause(change, before, after, title, blocks)


Word = tuple[str, str, str]
"""A word as it is compared, where its link leads, and as it is printed."""


def _words(text: str, target: str = "") -> list[Word]:
    return [(form, target, word) for word in LONG_DASH.sub(" — ", text).split() if (form := normalised(word))]


@lru_cache(maxsize=4096)
def _title(one: str, two: str) -> tuple[Run, ...]:
    return _runs(_words(one), _words(two))


@lru_cache(maxsize=4096)
def _blocks(one: tuple[Block, ...], two: tuple[Block, ...]) -> tuple[tuple[Run, ...], ...]:
    """The blocks of two passages. Those that are alike go together, the others with what stands in their place.

    Several pairs of versions often have the same two passages of a clause: they are compared once.
    """
    if one == two:
        return tuple(_kept(_words_of(block)) for block in two)
    old, new = [_words_of(block) for block in one], [_words_of(block) for block in two]
    matcher = SequenceMatcher(None, [_forms(block) for block in old], [_forms(block) for block in new], autojunk=False)
    found: list[tuple[Run, ...]] = []
    for _, start, end, first, last in matcher.get_opcodes():
        here, there = old[start:end], new[first:last]
        found += (_runs(one_block, other) for one_block, other in zip_longest(here, there, fillvalue=()))
    return tuple(found)


def _kept(words: Sequence[Word]) -> tuple[Run, ...]:
    return (_run(RunKind.KEPT, words),) if words else ()


def _words_of(block: Block) -> list[Word]:
    """A word that begins in one piece of a block and ends in the next is one word."""
    words: list[Word] = []
    joined = False
    for text, target in block:
        found = _words(text, target)
        if found and joined and not text[:1].isspace():
            _, before, word = words.pop()
            found[0] = (normalised(word + found[0][2]), before or found[0][1], word + found[0][2])
        words += found
        joined = bool(words) and not text[-1:].isspace() if text else joined
    return words


def _forms(words: Sequence[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((form, target) for form, target, _ in words)


def _runs(old: Sequence[Word], new: Sequence[Word]) -> tuple[Run, ...]:
    if old == new:
        return _kept(new)
    runs: list[Run] = []
    for kind, start, end, first, last in SequenceMatcher(None, _forms(old), _forms(new), autojunk=False).get_opcodes():
        if kind == "equal":
            runs.append(_run(RunKind.KEPT, new[first:last]))
            continue
        told = [each[0] for each in old[start:end]] == [each[0] for each in new[first:last]]
        if end > start:
            runs.append(_run(RunKind.REMOVED, old[start:end], with_targets=told))
        if last > first:
            runs.append(_run(RunKind.ADDED, new[first:last], with_targets=told))
    return tuple(runs)


def _run(kind: RunKind, words: Sequence[Word], *, with_targets: bool = False) -> Run:
    targets = tuple(dict.fromkeys(target for _, target, _ in words if target)) if with_targets else ()
    return Run(kind, " ".join(word for _, _, word in words), targets)
