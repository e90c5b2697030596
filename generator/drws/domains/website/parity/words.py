"""The same words in two languages: their language and their numbers."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.website.parity.difference import Difference
from drws.kernel.entity import Compared
from drws.kernel.problem import Place
from drws.say.detection import FEWEST_WORDS, seems_in, small_words
from drws.say.quantities import Quantity, quantities

NONE = "–"
"""What a message says where there is nothing."""


@dataclass(frozen=True, slots=True)
class Written:
    """Words, the language that they should be in, and where they stand."""

    words: str
    language: str
    place: Place

    @property
    def where(self) -> str:
        """Their place as a message about other words names it."""
        return self.place.field_name or f"{self.place.file}:{self.place.line}"


def language_differences(one: Written, two: Written, languages: tuple[str, ...]) -> Iterator[Difference]:
    """The same words twice, two texts that changed places, or one in the wrong language."""
    if one.words.strip() == two.words.strip():
        if len(small_words(one.words)) >= FEWEST_WORDS:
            values = {"language": two.language, "other": one.language}
            yield Difference(Compared.LANGUAGE, "parity.copied", two.place, values)
        return
    found = {each.language: _seems(each, languages) for each in (one, two)}
    if found[one.language] == two.language and found[two.language] == one.language:
        values = {"language": two.language, "other": one.language}
        yield Difference(Compared.LANGUAGE, "parity.swapped", one.place, values)
        return
    for each in (one, two):
        yield from _wrong(each, found[each.language])


def wrong_language(written: Written, languages: tuple[str, ...]) -> Iterator[Difference]:
    """Words that are surely in another language of the site."""
    yield from _wrong(written, _seems(written, languages))


def _wrong(written: Written, found: str) -> Iterator[Difference]:
    """Of one text alone nobody can be sure when it has a word or two. Of two that changed places one can."""
    if found and len(small_words(written.words)) >= FEWEST_WORDS:
        values = {"language": written.language, "found": found}
        yield Difference(Compared.LANGUAGE, "parity.language", written.place, values)


def _seems(written: Written, languages: tuple[str, ...]) -> str:
    return seems_in(written.words, written.language, languages)


def number_differences(one: Written, two: Written) -> Iterator[Difference]:
    """Numbers and dates that only one of them has."""
    first, second = quantities(one.words, one.language), quantities(two.words, two.language)
    if first != second:
        yield number_difference(first, second, one, two)


def number_difference(first: Counter[Quantity], second: Counter[Quantity], one: Written, two: Written) -> Difference:
    """The difference of some numbers, told where the second ones stand."""
    values = {
        "here": _listed(second - first),
        "there": _listed(first - second),
        "language": one.language,
        "where": one.where,
    }
    return Difference(Compared.NUMBERS, "parity.numbers", two.place, values)


def _listed(numbers: Counter[Quantity]) -> str:
    return ", ".join(each.written for each in numbers.elements()) or NONE
