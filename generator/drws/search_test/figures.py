"""How good answers are: whether one comes first or second, recall and precision at five, and the mean reciprocal rank.

first two   the share of questions whose first or second result is a page that the visitor needs
hurtful     questions whose first result is ruled out
recall      of the pages that are expected (five at most), the share that is among the first five results
precision   of the first five results, the share that is not ruled out
rank        one divided by the place of the first expected page: 1 for the first, 0.5 for the second, 0 for none of ten
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from drws.search_test.queries import OTHERS, Query

FIRST = 2
"""Results that most visitors look at."""

AT = 5
"""Results that count for recall and precision."""

PARTS = 3
"""Parts of documents that whoever asks a collection looks at."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A query, and what came of it."""

    query: Query
    found: tuple[str, ...]
    """The addresses of the first results."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Pages that should be among the first five. More than five may be expected: then any five will do."""
        first = self.found[:AT]
        absent = tuple(page for page in self.query.expect if page not in first)
        return absent if self.recall < 1 else ()

    @property
    def wrong(self) -> tuple[str, ...]:
        """Pages among the first five that should not be."""
        others = OTHERS in self.query.never
        return tuple(
            page for page in self.found[:AT] if page in self.query.never or (others and page not in self.query.needed)
        )

    @property
    def is_in_first_two(self) -> bool:
        """Is the first or the second result a page that the visitor needs? Yes when none is known."""
        needed = self.query.needed
        return not needed or any(page in needed for page in self.found[:FIRST])

    @property
    def is_hurtful(self) -> bool:
        """Is the first result one that is ruled out?"""
        return self.found[:1] == self.wrong[:1] != ()

    @property
    def recall(self) -> float:
        """From 0 to 1; 1 when nothing is expected."""
        expected = self.query.expect
        return sum(page in expected for page in self.found[:AT]) / min(AT, len(expected)) if expected else 1.0

    @property
    def precision(self) -> float:
        """From 0 to 1. Nothing found is right when nothing was expected, and wrong otherwise."""
        first = self.found[:AT]
        return 1 - len(self.wrong) / len(first) if first else float(not self.query.needed)

    @property
    def reciprocal_rank(self) -> float | None:
        """From 0 to 1; None when nothing is expected."""
        needed = self.query.needed
        if not needed:
            return None
        return next((1 / rank for rank, page in enumerate(self.found, 1) if page in needed), 0.0)

    @property
    def is_document_first(self) -> bool:
        """Of a collection: does the first result lead into a document that is needed?"""
        return any(_page(found) in map(_page, self.query.needed) for found in self.found[:1])

    @property
    def is_part_found(self) -> bool:
        """Of a collection: is one of the first three parts needed?"""
        return any(found in self.query.needed for found in self.found[:PARTS])

    @property
    def is_right(self) -> bool:
        """Was everything found that should be, and nothing that should not?"""
        if self.query.collection:
            return self.is_document_first and self.is_part_found
        return not self.missing and not self.wrong and (self.is_in_first_two or not self.query.first)


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over queries, and how many hurt."""

    queries: int
    first_two: float
    hurtful: int
    recall: float
    precision: float
    mean_reciprocal_rank: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> "Figures":
        """The means of some outcomes; at least one."""
        ranks = [outcome.reciprocal_rank for outcome in outcomes if outcome.reciprocal_rank is not None]
        return cls(
            len(outcomes),
            fmean(outcome.is_in_first_two for outcome in outcomes),
            sum(outcome.is_hurtful for outcome in outcomes),
            fmean(outcome.recall for outcome in outcomes),
            fmean(outcome.precision for outcome in outcomes),
            fmean(ranks) if ranks else 1.0,
        )


@dataclass(frozen=True, slots=True)
class CollectionFigures:
    """Of questions to a collection, the share whose first document is right, and the share that has the right part among the first three."""

    queries: int
    document_first: float
    part_in_three: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> "CollectionFigures":
        """The means of some outcomes; at least one."""
        return cls(
            len(outcomes),
            fmean(outcome.is_document_first for outcome in outcomes),
            fmean(outcome.is_part_found for outcome in outcomes),
        )


def _page(url: str) -> str:
    return url.partition("#")[0]


def judged_collections(outcomes: Sequence[Outcome]) -> dict[str, CollectionFigures]:
    """The figures of each collection in each language: under `policies/en`."""
    by_index: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if outcome.query.collection:
            by_index.setdefault(outcome.query.index, []).append(outcome)
    return {index: CollectionFigures.of(own) for index, own in by_index.items()}


def judged(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """The figures of each language, and under the empty name those of all, for what was asked of the search of the site. Empty when nothing was."""
    outcomes = [outcome for outcome in outcomes if not outcome.query.collection]
    if not outcomes:
        return {}
    languages = dict.fromkeys(outcome.query.lang for outcome in outcomes)
    by_language = {code: [outcome for outcome in outcomes if outcome.query.lang == code] for code in languages}
    return {code: Figures.of(own) for code, own in by_language.items()} | {"": Figures.of(outcomes)}
