"""*a* or *ac*, *y* or *yr*: little words that depend on the one beside them (Peter Wynn Thomas, *Gramadeg y Gymraeg*, IV and VI)."""

import re
from collections.abc import Sequence

from cymraeg.mutations import ASPIRATE, SOFT, changed
from cymraeg.words import fold

_VOWEL = re.compile(r"[aeiouy]|w(?![aeiourln])")
"""How a word begins with a vowel, without accents. `w` is one in *wythnos*, and a consonant in *wal* and *Wrecsam*."""


def and_before(word: str) -> str:
    """*a* or *ac*, as it stands before a word."""
    return "ac" if _VOWEL.match(fold(word)) else "a"


def listed(words: Sequence[str], *, mutate: bool = False) -> str:
    """*Conwy, Gwynedd ac Ynys Môn*. With `mutate` the last one changes after *a*: *Abertawe a Chaerdydd*; names of bodies stay."""
    *before, last = words or [""]
    if not before:
        return last
    little = and_before(last)
    end = changed(last, ASPIRATE) if mutate and little == "a" else last
    return f"{', '.join(before)} {little} {end}"


def with_article(word: str, *, is_feminine: bool = False) -> str:
    """*y bont*, *yr ardd*, *yr haf*, *y llaw*: the article, and what it does to a feminine noun in the singular."""
    softened = {letter: soft for letter, soft in SOFT.items() if letter not in ("ll", "rh")}
    noun = changed(word, softened) if is_feminine else word
    plain = fold(noun)
    return f"{'yr' if plain.startswith('h') or _VOWEL.match(plain) else 'y'} {noun}"
