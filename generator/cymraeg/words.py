"""What counts as a word of a text, and what two spellings of it share."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-", "\xad": None, "\u200b": None})
CLITICS = frozenset({"r", "n", "m", "w", "i", "u", "ch", "th", "d"})
"""What hangs on a word by an apostrophe: *o'r*, *mae'n*, *a'ch*."""


@cache
def fold(word: str) -> str:
    """Lower case without accents: *Tŷ* and *ty* are `ty`."""
    plain = word.casefold()
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFD", plain) if not unicodedata.combining(sign))


def words(text: str) -> Iterator[str]:
    """The words of a text in lower case, accents kept, those of one letter left out.

    What hangs on by an apostrophe is dropped: *rhieni'r* is `rhieni`. A word with hyphens is its parts and the whole:
    *Pen-y-bont* is `pen`, `bont` and `penybont`, so that each way of writing it is found.
    """
    for found in _WORD.findall(unicodedata.normalize("NFC", text.translate(_SIGNS)).lower()):
        for part in _without_clitics(found):
            pieces = part.split("-")
            yield from (piece for piece in pieces if len(piece) > 1)
            if len(pieces) > 1:
                yield "".join(pieces)


def _without_clitics(word: str) -> Iterator[str]:
    head, *rest = word.split("'")
    if len(head) > 1:
        yield head
    yield from (part for part in rest if len(part) > 1 and part not in CLITICS)
