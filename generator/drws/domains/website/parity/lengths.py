"""How much two texts say: the one that has much less than the other looks cut."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from drws.domains.website.parity.difference import Difference
from drws.domains.website.parity.words import Written
from drws.kernel.entity import Compared
from drws.kernel.problem import Place

LONG = 200
"""Characters of the longer text from which its length is compared: what is short can be twice as long in another language."""

PART = 0.6
"""Of the length that is to be expected: a text that has less looks cut."""

FEWEST_CHARACTERS = 10_000
"""Of the texts of a site, below which nobody can say how long a language usually is beside another."""

Languages: TypeAlias = tuple[str, str]
"""The codes of the two in which something is said."""
Ratios: TypeAlias = Mapping[Languages, float]
"""How many characters a language has for each of another."""


class Lengths(NamedTuple):
    """The lengths of two texts in characters, until it is known how long their languages usually are."""

    first: int
    second: int
    languages: Languages
    places: tuple[Place, Place]

    def differences(self, expected: float) -> Iterator[Difference]:
        """The one that has much less. `expected` is how long the first is usually for each character of the second."""
        first, second = self.first, self.second * expected
        for short, long, place, other in (
            (first, second, self.places[0], self.languages[1]),
            (second, first, self.places[1], self.languages[0]),
        ):
            if short < long * PART:
                values = {"share": round(100 * short / long), "language": other}
                yield Difference(Compared.LENGTH, "parity.length", place, values)


Found: TypeAlias = Difference | Lengths
"""What is seen of two texts alone: lengths are differences only beside those of the rest of the site."""


def lengths(one: Written, two: Written) -> Iterator[Lengths]:
    """Those of two texts, when they are long enough to be compared."""
    if max(len(one.words), len(two.words)) >= LONG:
        yield Lengths(len(one.words), len(two.words), (one.language, two.language), (one.place, two.place))


def judged(found: Iterable[Found], ratios: Ratios) -> Iterator[Difference]:
    """All that is found, in its order, lengths as the differences that they are."""
    for each in found:
        if isinstance(each, Lengths):
            yield from each.differences(ratios[each.languages])
        else:
            yield each


def totals(pairs: Iterable[tuple[Written, Written]]) -> dict[Languages, tuple[int, int]]:
    """How many characters some texts have in each two languages."""
    found: dict[Languages, tuple[int, int]] = {}
    for one, two in pairs:
        first, second = found.get((one.language, two.language), (0, 0))
        found[one.language, two.language] = first + len(one.words), second + len(two.words)
    return found


def ratios(parts: Iterable[Mapping[Languages, tuple[int, int]]]) -> dict[Languages, float]:
    """How long the languages are beside one another, over all parts of a site."""
    sums: dict[Languages, tuple[int, int]] = {}
    for languages, (first, second) in (item for part in parts for item in part.items()):
        one, two = sums.get(languages, (0, 0))
        sums[languages] = one + first, two + second
    return {pair: one / two if two and one + two >= FEWEST_CHARACTERS else 1.0 for pair, (one, two) in sums.items()}
