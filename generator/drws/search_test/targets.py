"""How well a site has to answer: `targets.yml`, beside its questions. Without it every question has to be answered as it should be."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from math import floor
from pathlib import Path

from drws.kernel.entity import Part
from drws.kernel.problem import Place, Problem
from drws.kernel.values import Number
from drws.read.decode import Context
from drws.read.reader import Folder, read_record
from drws.search_test.figures import CollectionFigures, Figures, Outcome, judged, judged_collections
from drws.search_test.queries import TARGETS


class Targets(Part):
    """The least that each language and each collection has to reach, in whole per cent. `figures.py` says what is counted.

    That no first result hurts is asked besides, wherever there are targets.
    """

    first_two: Number = 0
    """Questions whose first or second result is a page that the visitor needs."""
    recall: Number = 0
    """Of the pages that are expected, those among the first five results."""
    precision: Number = 0
    """Of the first five results, those that are not ruled out."""
    mean_reciprocal_rank: Number = 0
    """100 where every first result is a page that the visitor needs, and 50 where every second one is."""
    document_first: Number = 0
    """Questions to a collection whose first result leads into the right document."""
    part_in_three: Number = 0
    """Questions to a collection that have the right part of a document among the first three."""


def read_targets(path: Path, folder: Folder) -> tuple[Targets | None, list[Problem]]:
    """The targets of a folder of questions. None where it has none, and for a single file."""
    file = path / TARGETS
    return read_record(Targets, file, folder, Context((), "")) if file.is_file() else (None, [])


def missed(targets: Targets, outcomes: Sequence[Outcome], folder: Folder) -> Iterator[Problem]:
    """Every target that is not reached, where it stands, and every language and collection in which a first result hurts."""
    file = f"{folder.name}/{TARGETS}"
    for what, count in Counter(outcome.query.index for outcome in outcomes if outcome.is_hurtful).items():
        yield Problem(Place(file, line=1, column=1), "queries.hurtful", {"what": what, "count": count})
    for code, figures in judged(outcomes).items():
        if code:
            yield from _below(targets, figures, code, file)
    for what, parts in judged_collections(outcomes).items():
        yield from _below(targets, parts, what, file)


def _below(targets: Targets, own: Figures | CollectionFigures, what: str, file: str) -> Iterator[Problem]:
    for name, share in asdict(own).items():
        least = getattr(targets, name, 0)
        if share * 100 < least:
            values = {"what": what, "reached": floor(share * 1000) / 10, "least": least}
            yield Problem(Place(file, (name,)), "queries.below", values)
