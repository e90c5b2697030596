"""One hand-written page in two languages, part by part: a part is a heading and everything below it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest

from drws.domains.website.parity.alone import compared
from drws.domains.website.parity.difference import Difference
from drws.domains.website.parity.lengths import Found, lengths
from drws.domains.website.parity.links import SamePages, unlike_links
from drws.domains.website.parity.words import (
    NONE,
    Written,
    language_differences,
    number_difference,
    number_differences,
    wrong_language,
)
from drws.domains.website.settings import SaidAlone
from drws.kernel.authored import AuthoredBlock, AuthoredText
from drws.kernel.entity import Compared
from drws.kernel.problem import Place
from drws.say.quantities import quantities

Part = Sequence[AuthoredBlock]

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LISTS = frozenset(("bullet_list", "ordered_list", "list_item"))

APART = " | "
"""Between blocks, so that no number meets a month of another block."""

WORDS = ("title", "nav_title", "description")
"""The fields of the front matter that are read."""


def front_matter(text: AuthoredText) -> Iterator[tuple[str, Written]]:
    """The words above a page, by their fields; what is said of a change, by its day."""
    for name in WORDS:
        if words := getattr(text.front_matter, name):
            yield name, Written(words, text.language, Place(text.file, (name,)))
    for index, update in enumerate(text.front_matter.updates):
        place = Place(text.file, ("updates", index, "note"))
        yield f"updates {update.date}", Written(update.note, text.language, place)


def whole(text: AuthoredText) -> Written:
    """Everything that a page says."""
    line = text.blocks[0].line if text.blocks else 1
    return Written(_said(text.blocks), text.language, Place(text.file, line=line, column=1))


class PagePair:
    """A page in two languages."""

    def __init__(
        self,
        one: AuthoredText,
        two: AuthoredText,
        same: SamePages,
        languages: tuple[str, ...],
        alone: tuple[SaidAlone, ...] = (),
    ) -> None:
        self.one, self.two, self.same, self.languages = one, two, same, languages
        self.first, self.second = compared(one, alone), compared(two, alone)

    def differences(self, *, headings_may_differ: bool) -> Iterator[Found]:
        """All of them. Where headings differ nobody knows which parts correspond: those before are compared, and all of the
        rest as one part where that is meant.
        """
        above = dict(front_matter(self.one))
        for name, written in front_matter(self.two):
            if name in above:
                yield from language_differences(above[name], written, self.languages)
                yield from number_differences(above[name], written)
        yield from self._language()
        first, second = _parts(self.first), _parts(self.second)
        alike = next(
            (place for place, (a, b) in enumerate(zip_longest(first, second)) if _heading(a) != _heading(b)), None
        )
        if alike is not None:
            yield self._headings(first[alike : alike + 1], second[alike : alike + 1])
        for one, two in zip(first[:alike], second[:alike], strict=False):
            yield from self._structure(one, two)
            yield from self._said(one, two)
        if alike is not None and headings_may_differ:
            yield from self._said(_joined(first[alike:]), _joined(second[alike:]))

    def _language(self) -> Iterator[Difference]:
        found = list(language_differences(whole(self.one), whole(self.two), self.languages))
        yield from found
        for text in () if found else (self.one, self.two):
            for block in text.blocks:
                yield from wrong_language(Written(block.words, text.language, _at(text, block)), self.languages)

    def _headings(self, one: Sequence[Part], two: Sequence[Part]) -> Difference:
        here, there = (next((part[0] for part in parts if part), None) for parts in (one, two))
        return self._unlike(Compared.HEADINGS, "parity.headings", (here, there), (self.first, self.second))

    def _structure(self, one: Part, two: Part) -> Iterator[Difference]:
        lists = self._first_unlike(one, two, lambda block: block.kind in LISTS)
        if lists:
            yield self._unlike(Compared.LISTS, "parity.lists", lists, (one, two))
        others = self._first_unlike(one, two, lambda block: not lists or block.kind not in LISTS)
        if others:
            yield self._unlike(Compared.BLOCKS, "parity.blocks", others, (one, two))

    @staticmethod
    def _first_unlike(
        one: Part, two: Part, counts: Callable[[AuthoredBlock], bool]
    ) -> tuple[AuthoredBlock | None, AuthoredBlock | None] | None:
        """The first blocks of two parts that are not of one kind."""
        pairs = zip_longest(filter(counts, one), filter(counts, two))
        return next(((a, b) for a, b in pairs if (a and a.kind) != (b and b.kind)), None)

    def _unlike(
        self,
        what: Compared,
        message: str,
        blocks: tuple[AuthoredBlock | None, AuthoredBlock | None],
        within: tuple[Part, Part],
    ) -> Difference:
        """Two blocks that should be of one kind. One that is not there is missed where its part ends."""
        (one, two), (above, here) = blocks, (part[-1] if part else None for part in within)
        values = {
            "here": _shown(two),
            "there": _shown(one),
            "language": self.one.language,
            "where": _where(self.one, one or above),
        }
        return Difference(what, message, _at(self.two, two or here), values)

    def _said(self, one: Part, two: Part) -> Iterator[Found]:
        left, right = unlike_links(_targets(one), _targets(two), self.same)
        first, second = (
            Written(_said(part), text.language, _at(text, next(iter(part), None)))
            for text, part in ((self.one, one), (self.two, two))
        )
        if left or right:
            block = next(
                (block for block in two if set(right) & {each.partition("#")[0] for each in block.targets}), None
            )
            values = {
                "here": ", ".join(right) or NONE,
                "there": ", ".join(left) or NONE,
                "language": self.one.language,
                "where": first.where,
            }
            yield Difference(Compared.LINKS, "parity.links", _at(self.two, block) if block else second.place, values)
        numbers, others = quantities(first.words, first.language), quantities(second.words, second.language)
        if numbers != others:
            only = others - numbers
            block = next((block for block in two if only & quantities(block.words, self.two.language)), None)
            place = _at(self.two, block) if block else second.place
            yield number_difference(numbers, others, first, Written(second.words, second.language, place))
        yield from lengths(first, second)


def _parts(blocks: Sequence[AuthoredBlock]) -> list[Part]:
    """The blocks before the first heading, then those from each heading on."""
    parts: list[list[AuthoredBlock]] = [[]]
    for block in blocks:
        if block.kind in HEADINGS:
            parts.append([])
        parts[-1].append(block)
    return [*parts]


def _joined(parts: Sequence[Part]) -> Part:
    return [block for part in parts for block in part]


def _heading(part: Part | None) -> str | None:
    """The level of the heading of a part; none for a part that is not there, and nothing for what stands before the first heading."""
    return None if part is None else part[0].kind if part and part[0].kind in HEADINGS else ""


def _said(part: Part) -> str:
    return APART.join(block.words for block in part if block.words)


def _targets(part: Part) -> list[str]:
    return [target for block in part for target in block.targets]


def _at(text: AuthoredText, block: AuthoredBlock | None) -> Place:
    """Where a block stands. For one that is not there, where the page ends."""
    last = text.blocks[-1].line if text.blocks else 1
    return Place(text.file, line=block.line if block else last, column=1)


def _where(text: AuthoredText, block: AuthoredBlock | None) -> str:
    place = _at(text, block)
    return f"{place.file}:{place.line}"


SIGNS = {
    "list_item": "-",
    "bullet_list": "-",
    "ordered_list": "1.",
    "blockquote": ">",
    "code": "```",
    "table": "|",
    "tr": "|",
    "th": "|",
    "td": "|",
    "paragraph": "",
    **{f"h{level}": "#" * level for level in range(1, 7)},
}
"""What stands before a block in Markdown."""

LONGEST = 40
"""Characters of a block that a message shows."""


def _shown(block: AuthoredBlock | None) -> str:
    """A block as a message shows it."""
    if block is None:
        return NONE
    words = block.words if len(block.words) <= LONGEST else f"{block.words[:LONGEST].rstrip()}…"
    return f"{SIGNS.get(block.kind, block.kind)} {words}".strip()
