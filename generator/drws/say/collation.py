"""Alphabetical order as a language has it: from its alphabet, not from code points.

Unicode's own tables read every n+g in Welsh as the letter ng, so that Bangor would come before Banc. The alphabet is data
(`data/languages/`). Where two letters only look like one is said there too, word by word, and for all other words by the grammar of the
language, where a package has one: docs/decisions/0007.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from drws.kernel.language import Language
from drws.say.languages import grammar_of

SortKey = tuple[tuple[int, ...], str]


@cache
def alphabetical(language: Language) -> Callable[[str], SortKey]:
    """A sort key for words of `language`: letters in the alphabet's order, marks and punctuation passed over; ties by the text itself."""
    rank = _Rank({letter: place for place, letter in enumerate(language.alphabet)})
    letters = re.compile("|".join(sorted(map(re.escape, language.alphabet), key=len, reverse=True)) + r"|\d|\w")
    parted = {word.replace("|", ""): word for word in language.not_one_letter}
    parted_words = (
        re.compile("|".join(rf"\b{re.escape(word)}" for word in sorted(parted, key=len, reverse=True)))
        if parted
        else None
    )

    part_others: Callable[[str], str] = getattr(grammar_of(language.code), "parted", str)

    @cache  # a name stands in many lists
    def key(words: str) -> SortKey:
        text = _filed_under(words, language)
        if parted_words:
            text = parted_words.sub(lambda found: parted[found[0]], text)
        text = part_others(text)
        return tuple(map(rank.__getitem__, letters.findall(text))), words

    return key


class _Rank(dict[str, int]):
    """The places of letters in the order: figures before the alphabet, everything else after it."""

    def __missing__(self, letter: str) -> int:
        return int(letter) - 10 if letter.isdecimal() else len(self) + ord(letter[0])


def initial(words: str, language: Language) -> str:
    """The letter of the alphabet that a name is filed under; `#` for anything else."""
    text = _filed_under(words, language)
    for word in language.not_one_letter:
        if text.startswith(word.replace("|", "")) and word.index("|") == 1:
            return text[0]
    fitting = [letter for letter in language.alphabet if text.startswith(letter)]
    return max(fitting, key=len, default="#")


@cache
def _filed_under(words: str, language: Language) -> str:
    text = fold(words)
    for article in language.articles:
        text = text.removeprefix(f"{article} ")
    return text


def fold(words: str) -> str:
    """Lower case, without accents and with plain apostrophes: what two spellings of a word share."""
    plain = words.casefold().replace("’", "'")
    if not plain.isascii():
        parted = unicodedata.normalize("NFD", plain)
        plain = "".join(character for character in parted if not unicodedata.combining(character))
    return plain.strip(" '\"‘“(")
