"""The figures of a measure for programs (schema.org `Dataset`): what they are, for when and where, and the file that holds them."""

from collections.abc import Sequence

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.figures.addresses import table_of
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.record import Observation
from drws.kernel.term import Term
from drws.planning.linked_data import Node, id_of, node, web_address
from drws.planning.plan import Planner


def linked_data(
    measure: Measure, figures: Sequence[Observation], areas: Sequence[Term | Region | Authority], planner: Planner
) -> tuple[Node, ...]:
    """The set of its figures. No figure: each has its sources and what it does not tell, and those stand in the file and on the page."""
    if not figures:
        return ()
    download = {"contentUrl": web_address(table_of(measure), planner), "encodingFormat": "text/csv"}
    said = {
        "name": planner.plain(measure.name),
        "description": f"{planner.plain(measure.definition)} {planner.plain(measure.does_not_tell)}",
        "temporalCoverage": _time(figures),
        "spatialCoverage": [node("Place", {"name": planner.plain(area.name)}) for area in areas],
        "isAccessibleForFree": True,
        "distribution": node("DataDownload", download),
    }
    return (node("Dataset", said, id_of(measure, planner)),)


def _time(figures: Sequence[Observation]) -> str | None:
    """From the first day to the last that any figure is for (ISO 8601 interval), as far as all of them are dated."""
    first = [each.period.first_day for each in figures if each.period.first_day]
    last = [each.period.last_day for each in figures if each.period.last_day]
    if len(first) < len(figures) or len(last) < len(figures):
        return None
    return f"{min(first).isoformat()}/{max(last).isoformat()}"
