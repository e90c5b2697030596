"""The figures of measures, as their tables have them."""

from collections.abc import Mapping

from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.record import Observation, Series, Tables
from drws.kernel.site import Site


def tables(site: Site) -> Mapping[str, Series]:
    """The table of each measure, by its id."""
    found = site.dataset(Tables)
    return found.series if found else {}


def figures_of(measure: Measure, site: Site) -> tuple[Observation, ...]:
    """The figures of a measure, in the order of its table."""
    series = tables(site).get(measure.id)
    return series.observations if series else ()
