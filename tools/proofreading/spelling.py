"""Spelling: a word is right when the dictionary has it, when it may be a mutated form of one, or when people have read and listed it."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path

import hunspell

from cymraeg.mutations import radicals
from cymraeg.words import CLITICS

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_ABBREVIATION = re.compile(r"[A-Z]{2,7}|[A-Z][A-Za-z]?[A-Z]|[IVX]+|[ivx]+", re.ASCII)


@cache
def _dictionary() -> hunspell.Hunspell:
    """Read once: that takes longer than to look a hundred texts through."""
    folder = resources.files("cymraeg_mcp") / "data" / "dictionaries"
    return hunspell.Hunspell("cy_GB", hunspell_data_dir=str(folder))


class Spelling:
    """The dictionary of Bangor University, and lists of words that people have read: a word or a name a line, remarks behind #."""

    def __init__(self, *lists: Path) -> None:
        self._hunspell = _dictionary()
        lines = [line for each in lists for line in each.read_text("utf-8").splitlines()]
        listed_words = {word for line in lines if (word := line.partition("#")[0].strip())}
        self._listed = {word for word in listed_words if _WORD.fullmatch(word)}
        names = sorted(listed_words - self._listed, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)" if names else r"(?!)")
        self.knows = cache(self._knows)
        self.suggestions = cache(self._suggestions)

    def in_dictionary(self, word: str) -> bool:
        """For rules of grammar, which are about words of the language."""
        return bool(self._hunspell.spell(word))

    def _suggestions(self, word: str) -> tuple[str, ...]:
        """Words of the dictionary that were perhaps meant, the likeliest first."""
        return tuple(self._hunspell.suggest(word))[:3]

    def unknown(self, text: str) -> Iterator[str]:
        """The words of a text that are in no list."""
        said = self._names.sub("", text)
        yield from (found[0] for found in _WORD.finditer(said) if not self.knows(found[0]))

    def _knows(self, word: str) -> bool:
        if len(word) == 1 or _ABBREVIATION.fullmatch(word):
            return True
        if any(map(self._has, (word, word.lower(), word.capitalize()))):
            return True
        head, apostrophe, clitic = word.rpartition("'")
        if apostrophe and clitic in CLITICS:
            return self._knows(head)
        return "-" in word and all(map(self._knows, word.split("-")))

    def _has(self, word: str) -> bool:
        if word in self._listed or self._hunspell.spell(word):
            return True
        before = [form for each in radicals(word.lower()) for form in (each, each.capitalize())]
        return any(form in self._listed or self._hunspell.spell(form) for form in before)
