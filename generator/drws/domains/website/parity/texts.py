"""Texts of records in two languages."""

from collections.abc import Iterator
from typing import NamedTuple

from drws.domains.website.parity.fields import values_in
from drws.domains.website.parity.lengths import Found, lengths
from drws.domains.website.parity.words import Written, language_differences, number_differences
from drws.kernel.entity import Entity
from drws.kernel.text import Text


class TextPair(NamedTuple):
    """One text of a record in two languages."""

    one: Written
    two: Written

    def differences(self, languages: tuple[str, ...]) -> Iterator[Found]:
        """All of them. A text in the wrong language says nothing about its numbers or its length."""
        found = list(language_differences(self.one, self.two, languages))
        yield from found
        if not found:
            yield from number_differences(self.one, self.two)
            yield from lengths(self.one, self.two)


def text_pairs(record: Entity) -> Iterator[TextPair]:
    """Every text of a record, its first language with each other one in which it is said."""
    for path, text in values_in(record, Text):
        if len(text.words) > 1:
            yield from _pairs(record, path, text)


def _pairs(record: Entity, path: tuple[str | int, ...], text: Text) -> Iterator[TextPair]:
    first, *others = (Written(words, code, record.at(*path, code)) for code, words in text.words.items())
    yield from (TextPair(first, other) for other in others)
    for code, words in (text.familiar or {}).items():
        other = next(each for each in (first, *others) if each.language != code)
        yield TextPair(other, Written(words, code, record.at(*path, "familiar", code)))
