"""Alphabetical order, in which *ch*, *dd*, *ll* and the like are letters: *Llangefni* comes after *Lwc*, and *Chwefror* after *Cymru*.

Tables made for every language at once read each n and g that meet as the letter *ng*, so that *Bangor* would come before *Banc*. Where
two letters only look like one is for `boundaries.py` to say.
"""

import re

from cymraeg.boundaries import parted
from cymraeg.words import fold

ALPHABET = (
    "a", "b", "c", "ch", "d", "dd", "e", "f", "ff", "g", "ng", "h", "i", "j", "k", "l", "ll", "m", "n", "o", "p", "ph", "q", "r", "rh",
    "s", "t", "th", "u", "v", "w", "x", "y", "z",
)  # fmt: skip
"""The letters in their order: the twenty-nine, and five that only words from elsewhere have."""

_LETTER = re.compile("|".join(sorted(ALPHABET, key=len, reverse=True)) + r"|\w")
_PLACES = {letter: place for place, letter in enumerate(ALPHABET)}

SortKey = tuple[tuple[int, ...], str]


def letters(text: str) -> tuple[str, ...]:
    """The letters of a text as Welsh counts them, without accents, spaces and signs: *Llangollen* has eight."""
    return tuple(_LETTER.findall(parted(fold(text).replace("|", " "))))


def sort_key(text: str) -> SortKey:
    """For `sorted(…, key=sort_key)`. Figures come before the alphabet, letters of other scripts after it."""
    return tuple(_place(letter) for letter in letters(text)), text


def initial(text: str) -> str:
    """The letter that a text is listed under: *ll* for *Llandudno*. The empty string where no letter of the alphabet begins it."""
    first = next(iter(letters(text)), "")
    return first if first in _PLACES else ""


def _place(letter: str) -> int:
    if letter.isdecimal():
        return int(letter) - 10
    return _PLACES[letter] if letter in _PLACES else len(ALPHABET) + ord(letter)
