"""The figures of a measure: one row of a table each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from drws.domains.directory.ids import AreaId
from drws.kernel.entity import Part
from drws.kernel.ids import DocumentId
from drws.kernel.problem import Place
from drws.kernel.text import Text
from drws.kernel.values import Dated, Figure, ReportedPeriod, WebAddress, YesOrNo


class Precision(StrEnum):
    """How exact a figure is, in the words of its source."""

    EXACT = "exact"
    ROUNDED = "rounded"
    ABOUT = "about"
    NEARLY = "nearly"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"


class Observation(Part):
    """One figure: what a measure was, where and when, and who says so. A row of `data/observations/<measure>.csv`."""

    area: AreaId
    """The region, authority or wider area that it is for."""
    period: ReportedPeriod
    """When it holds."""
    value: Figure
    """The figure, in the unit of the measure, without the unit."""
    status: Precision = Precision.EXACT
    """`exact`, `rounded`, `about`, `nearly`, `more-than`, `at-least`, `less-than` or `at-most`, as the source says."""
    conflict: YesOrNo = False
    """`true` when another source says something else for the same area and period. Then both are published, side by side."""
    target: Figure | None = None
    """The target or benchmark that the source names beside it."""
    url: tuple[WebAddress, ...] = ()
    """The page on which it was read, or several, with spaces between them."""
    document: DocumentId | None = None
    """The document of `site.yml` in which it was read. `url`, `document`, or both."""
    as_of: Dated | None = None
    """The date that the source gives for itself. Empty when it carries none."""
    note: Text | None = None
    """What else the source says about it: one column for each language, `note_cy` and `note_en`."""

    @property
    def is_approximate(self) -> bool:
        """Does the source give less than an exact figure?"""
        return self.status is not Precision.EXACT or self.value.is_range

    @property
    def sources(self) -> frozenset[str]:
        """Everything that it names as its source."""
        return frozenset((*self.url, *((self.document,) if self.document else ())))


@dataclass(frozen=True, slots=True)
class Series:
    """A table of figures, and where each of its cells stands."""

    file: str
    """As places write it: `data/observations/placed.csv`."""
    observations: tuple[Observation, ...]
    places: tuple[Mapping[str, tuple[int, int]], ...]
    """For each observation, by column: the line and the column of the cell, counted from 1."""
    is_whole: bool = True
    """Could every row be read?"""

    def at(self, index: int, column: str) -> Place:
        """The place of a cell. Of one that the row does not have: where the row begins."""
        cells = self.places[index]
        line, start = cells.get(column) or min(cells.values())
        return Place(self.file, (column,), line=line, column=start)


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table of figures that was read."""

    series: Mapping[str, Series]
    """By the id of the measure, which is the name of its file."""
