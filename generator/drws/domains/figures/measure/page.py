"""A page for each measure: what it is, what it does not tell, and its figures by area, as charts and tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.figures.addresses import table_of
from drws.domains.figures.measure.bar_chart import Bar, BarChart, chart
from drws.domains.figures.measure.linked_data import linked_data
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.queries import figures_of
from drws.domains.figures.observation.record import Observation
from drws.domains.figures.performance.page import areas_of
from drws.kernel.term import Term
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of the table."""

    observation: Observation
    number: int
    """Which of the figures for the same time it is, from 1; 0 where there is one only."""
    is_drawn: bool
    """Is it in the chart as well?"""


@dataclass(frozen=True, slots=True)
class AreaFigures:
    """The figures of one area."""

    area: Term | Region | Authority
    rows: tuple[FigureRow, ...]
    """The oldest first."""
    chart: BarChart | None
    has_targets: bool
    has_notes: bool


@dataclass(frozen=True, slots=True)
class MeasureView:
    """What the page of a measure prints."""

    measure: Measure
    areas: tuple[AreaFigures, ...]
    table: str
    """The name of the file with the figures."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each measure."""
    for measure in planner.site.all(Measure):
        areas = tuple(_figures(measure, area, planner) for area in areas_of(measure, planner))
        view = MeasureView(measure, areas, table_of(measure))
        said = linked_data(measure, figures_of(measure, planner.site), [each.area for each in areas], planner)
        yield planner.entity_page(measure, measure.name, measure.definition, view, linked_data=said)


def _figures(measure: Measure, area: Term | Region | Authority, planner: Planner) -> AreaFigures:
    here = sorted(
        (each for each in figures_of(measure, planner.site) if each.area == area.id), key=lambda each: each.period.order
    )
    drawn = chart(here, measure)
    bars = {id(bar.observation): bar for bar in (drawn.bars if drawn else ())}
    return AreaFigures(
        area,
        tuple(_row(each, here, bars.get(id(each))) for each in here),
        drawn,
        has_targets=any(each.target for each in here),
        has_notes=any(each.note for each in here),
    )


def _row(observation: Observation, others: list[Observation], bar: Bar | None) -> FigureRow:
    same = [each for each in others if each.period.days == observation.period.days]
    number = next(place for place, each in enumerate(same, 1) if each is observation) if len(same) > 1 else 0
    return FigureRow(observation, number, is_drawn=bar is not None)
