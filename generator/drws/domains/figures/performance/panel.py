"""On the page of a region: the way to its figures."""

from drws.domains.figures.measure.record import Measure
from drws.kernel.entity import Entity
from drws.planning.plan import Planner


def region(record: Entity, planner: Planner) -> Entity | None:
    """The region, where there are any figures."""
    return record if planner.site.all(Measure) else None
