"""Where the tables of figures are."""

from collections.abc import Iterator

from drws.domains.figures.measure.record import Measure
from drws.planning.addresses import Naming


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """The table of each measure: one file for all languages."""
    for measure in naming.site.all(Measure):
        yield table_of(measure), f"observations/{measure.id}.csv"


def table_of(measure: Measure) -> str:
    """The name of the file with the figures of a measure."""
    return f"table:{measure.id}"
