"""The first letter of a word, changed: what the tables of mutations.py do to a word."""

from collections.abc import Mapping

from cymraeg.mutations import ASPIRATE, NASAL, SOFT, first_letter

__all__ = ["ASPIRATE", "NASAL", "SOFT", "changed"]


def changed(word: str, mutation: Mapping[str, str]) -> str:
    """A word after a mutation: *plant*, *phlant*. A capital stays one: *Caerdydd*, *Chaerdydd*. Most letters do not change."""
    letter = first_letter(word.lower())
    if letter not in mutation:
        return word
    begins, rest = mutation[letter], word[len(letter) :]
    new = begins + rest
    return new[:1].upper() + new[1:] if word[:1].isupper() else new
