"""Mutations: how the first letter of a Welsh word changes after other words, and back again.

The tables are those of any grammar (Peter Wynn Thomas, *Gramadeg y Gymraeg*, II). A first letter may be two characters: `ll`, `rh`.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

SOFT: Mapping[str, str] = {
    "p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r",
}  # fmt: skip
"""*Treiglad meddal*: pont, y bont. `g` goes away: gardd, yr ardd."""

NASAL: Mapping[str, str] = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
"""*Treiglad trwynol*: Caerdydd, yng Nghaerdydd."""

ASPIRATE: Mapping[str, str] = {"p": "ph", "t": "th", "c": "ch"}
"""*Treiglad llaes*: plant, a phlant."""

VOWELS = "aeiouwy"

_AFTER_G = (*VOWELS, "l", "r", "n")
"""What can follow a `g` that goes away."""

_LETTERS = ("ngh", "ch", "dd", "ff", "mh", "ng", "nh", "ll", "ph", "rh", "th")
"""What a word can begin with that is more than one character: letters, and what the nasal mutation makes."""


def _back() -> Mapping[str, tuple[str, ...]]:
    back: dict[str, list[str]] = {letter: [] for letter in _LETTERS}
    for table in (SOFT, NASAL, ASPIRATE):
        for radical, mutated in table.items():
            for begins in (mutated,) if mutated else _AFTER_G:
                back.setdefault(begins, []).append(radical if mutated else radical + begins)
    back["h"] = [""]  # only before a vowel: ei hawl hi has always had its h, ei hysgol hi has not
    return {letter: tuple(radicals) for letter, radicals in back.items()}


RADICALS: Mapping[str, tuple[str, ...]] = _back()
"""What may have stood in the place of a first letter before a mutation: `f` was `b` or `m`, `ngh` was `c`, `a` was `ga`."""


def first_letter(word: str) -> str:
    """The first letter, as Welsh counts letters, without accents: `ngh` of *nghyngor*, `w` of *ŵyr*."""
    return _first_letter(word[:3])


@cache
def _first_letter(begins: str) -> str:
    plain = unicodedata.normalize("NFD", begins[:1])[:1]
    return next((letter for letter in _LETTERS if begins.startswith(letter)), plain)


def radicals(word: str) -> Iterator[str]:
    """Every word of which `word` may be a mutated form: *fab* of *mab* or *bab*. Whether there is such a word is another question."""
    letter = first_letter(word)
    for radical in RADICALS.get(letter, ()):
        rest = word[len(letter) :]
        if radical.removeprefix("g") == letter:  # a g that went away: an accent on the vowel stays
            yield "g" + word
        elif letter != "h" or first_letter(rest) in VOWELS:
            yield radical + rest


def changed(word: str, mutation: Mapping[str, str]) -> str:
    """A word after one of the mutations above: *plant*, *phlant*. A capital stays one: *Caerdydd*, *Chaerdydd*. Most letters do not change."""
    letter = first_letter(word.lower())
    rest = word[len(letter) :]
    if letter not in mutation or not (mutation[letter] or first_letter(rest) in _AFTER_G):
        return word
    new = mutation[letter] + rest
    return new[:1].upper() + new[1:] if word[:1].isupper() else new


def mutated(word: str) -> Iterator[str]:
    """Every mutated form of a word: soft, nasal, aspirate, and `h` before a vowel."""
    yield from (form for table in (SOFT, NASAL, ASPIRATE) if (form := changed(word, table)) != word)
    if first_letter(word) in VOWELS:
        yield "h" + word
