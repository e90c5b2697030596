"""Every measure has figures, and for one area and period there is one.

A table without a measure would not be published, and an area that does not exist has no place on the page.
Where two sources differ, both figures are published, and both rows say so: `conflict` is `true`. Two figures without that are a mistake that nobody would see in a chart.
A period is the same however it is written: `2019-20`, `2019-20~` and `2019-04/2020-03` are one. Two figures without a date are for one period too.

Refused::

    data/observations/grwpiau.csv: |
      area,period,value,url
      dyffryn,2019-20,4,https://dyffryn.example/
      dyffryn,2019-20,5,https://ynys-las.example/
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.queries import tables
from drws.domains.figures.observation.record import Series
from drws.kernel.ids import mentions
from drws.kernel.problem import Place, Problem, nearest
from drws.planning.check import Subject
from drws.planning.checks.dates import future

if TYPE_CHECKING:
    from datetime import date

ID = "observations"


def check(subject: Subject) -> Iterator[Problem]:
    """Every table that has no measure, every measure that has no table, and every cell that says something impossible."""
    site = subject.site
    for id_, series in tables(site).items():
        if not subject.exists("measures", id_):
            place = Place(series.file, line=1, column=1)
            yield Problem(place, "observations.no-measure", {"id": id_, "nearest": nearest(id_, site.of(Measure))})
        for index, observation in enumerate(series.observations):
            if observation.as_of and observation.as_of.first_day > subject.today:
                yield future(series.at(index, "as_of"), observation.as_of.first_day, subject)
            for mention in mentions(observation):
                if not subject.knows(mention):
                    values = {"id": mention.id, "nearest": subject.nearest(mention)}
                    yield Problem(series.at(index, str(mention.path[0])), "references.unknown", values)
        yield from _cells(series)
    for id_, measure in site.of(Measure).items():
        if id_ not in tables(site) or (tables(site)[id_].is_whole and not tables(site)[id_].observations):
            yield Problem(measure.at("id"), "observations.none", {"id": id_})


def _cells(series: Series) -> Iterator[Problem]:
    """Two figures for one area and period, unless both say that their sources differ; and what says so alone."""
    cells: dict[tuple[str, date | None, date | None], list[int]] = defaultdict(list)
    for index, observation in enumerate(series.observations):
        cells[observation.area, *observation.period.days].append(index)
    for indices in cells.values():
        first, *others = indices
        if not others and series.observations[first].conflict and series.is_whole:
            yield Problem(series.at(first, "conflict"), "observations.no-conflict")
        for index in others:
            here, before = series.observations[index], [series.observations[each] for each in indices if each < index]
            values = {"line": series.at(first, "value").line}
            if not (here.conflict and all(each.conflict for each in before)):
                yield Problem(series.at(index, "value"), "observations.twice", values)
            elif any((here.sources, here.as_of) == (each.sources, each.as_of) for each in before):
                yield Problem(series.at(index, "url"), "observations.same-source", values)
