"""Pagefind's files of words, and how their words are made small: a word has the same places on every page.

A file says of each word on which pages it is, where, and with what weight. Where is of no use here: questions are words, not phrases, and
results show no excerpt. Pagefind looks at places only to see that two words do not stand at the same one, and at their number. So every word
gets places of its own, the same on each page, which pack well: some four tenths of the file go.

The form is no promise of Pagefind's, so it is looked at before anything is written (docs/decisions/0019).
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import cbor2

from drws.search.packed import unpacked


def lighten_words(words: Iterable[Sequence[Any]], place: int) -> int:
    """Give words places from `place` on, which the other words of their language do not have; the first one after these."""
    for postings in (own for word in words for own in _postings(word)):
        places = max((sum(number >= 0 for number in found) for _, found, _ in postings), default=0)
        for posting in postings:
            posting[1] = _placed(posting[1], place)
        place += places
    return place


def _placed(found: Sequence[int], first: int) -> list[int]:
    """The same weights, each as often, at places that follow each other. A negative number is a weight, and the first place after it is absolute; each further one says how far it is from the one before."""
    placed: list[int] = []
    count = 0
    is_absolute = True
    for number in found:
        if number < 0:
            placed.append(number)
            is_absolute = True
            continue
        placed.append(first + count if is_absolute else 1)
        is_absolute = False
        count += 1
    return placed


def _postings(word: Sequence[Any]) -> Iterator[list[list[Any]]]:
    """The pages of a word, and of each way in which it is spelt with accents."""
    _, pages, variants = word
    yield pages
    for _, own in variants:
        yield own


def read_chunk(chunk: Path) -> list[Any] | None:
    """The words of a file; None when it is not in the form that we know."""
    match cbor_of(chunk):
        case [list() as words] if all(map(_is_word, words)):
            return words
    return None


def cbor_of(file: Path) -> Any:  # noqa: ANN401  whatever CBOR can hold
    """What a file says; None when it cannot be read."""
    try:
        return cbor2.loads(unpacked(file) or b"\xf6")  # nothing, as CBOR has it
    except (ValueError, EOFError, cbor2.CBORDecodeError):
        return None


def _is_word(word: Any) -> bool:  # noqa: ANN401  whatever CBOR can hold
    match word:
        case [str(), list() as pages, list() as variants]:
            return all(map(_is_posting, pages)) and all(map(_is_variant, variants))
    return False


def _is_variant(variant: Any) -> bool:  # noqa: ANN401  likewise
    match variant:
        case [str(), list() as pages]:
            return all(map(_is_posting, pages))
    return False


def _is_posting(posting: Any) -> bool:  # noqa: ANN401  likewise
    match posting:
        case [int(), list() as body, list() as fields]:
            return all(isinstance(number, int) for number in (*body, *fields))
    return False
