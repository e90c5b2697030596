"""The words of a policy in two languages, clause by clause."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from drws.domains.policies.text.record import Passage, PolicyText
from drws.domains.website.parity.difference import Difference
from drws.domains.website.parity.lengths import Found, lengths
from drws.domains.website.parity.links import SamePages, unlike_links
from drws.domains.website.parity.words import (
    NONE,
    Written,
    language_differences,
    number_differences,
    wrong_language,
)
from drws.kernel.entity import Compared

APART = " | "
"""Between paragraphs, so that no number meets a month of another one."""


class PassagePair(NamedTuple):
    """A clause, or what stands before the first, in two languages. Its id and whom it binds are compared where texts are read."""

    one: Passage
    two: Passage

    def differences(self, same: SamePages, languages: tuple[str, ...]) -> Iterator[Found]:
        """All of them. Of words in the wrong language only that is told."""
        first, second = written(self.one), written(self.two)
        found = [*language_differences(first, second, languages)] or [
            each
            for passage in self
            for block in passage.blocks
            for each in wrong_language(Written(block, passage.language, passage.place), languages)
        ]
        yield from found
        if found:
            return
        yield from self._blocks()
        yield from self._links(same)
        yield from number_differences(first, second)
        yield from lengths(first, second)

    def _blocks(self) -> Iterator[Difference]:
        one, two = len(self.one.blocks), len(self.two.blocks)
        if one != two:
            values = {"here": two, "there": one, "language": self.one.language, "where": _where(self.one)}
            yield Difference(Compared.BLOCKS, "parity.paragraphs", self.two.place, values)

    def _links(self, same: SamePages) -> Iterator[Difference]:
        left, right = unlike_links(_targets(self.one), _targets(self.two), same)
        if left or right:
            values = {
                "here": ", ".join(right) or NONE,
                "there": ", ".join(left) or NONE,
                "language": self.one.language,
                "where": _where(self.one),
            }
            yield Difference(Compared.LINKS, "parity.links", self.two.place, values)


def written(passage: Passage) -> Written:
    """Everything that a passage says, its heading included."""
    return Written(APART.join(filter(None, (passage.title, *passage.blocks))), passage.language, passage.place)


def passage_pairs(text: PolicyText) -> Iterator[PassagePair]:
    """The passages of a text, the first language with each other one that has words of its own.

    What is meant to differ is said in the record of the policy. Of a text without one another check speaks.
    """
    for passages in (text.opening, *(clause.texts for clause in text.clauses)):
        yield from _pairs(passages)


def _pairs(passages: Mapping[str, Passage]) -> Iterator[PassagePair]:
    first, *others = [passage for code, passage in passages.items() if passage.language == code]
    yield from (PassagePair(first, other) for other in others)


def _targets(passage: Passage) -> list[str]:
    return [target for block in passage.linked_blocks for _, target in block if target]


def _where(passage: Passage) -> str:
    return f"{passage.file}:{passage.line}"
