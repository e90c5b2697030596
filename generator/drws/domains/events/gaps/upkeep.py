"""Dates that are missing, as something to do."""

from collections.abc import Iterator

from drws.domains.events.gaps.gaps import expected_dates
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, task


def missing_dates(planner: Planner) -> Iterator[Task]:
    """Every kind of event of which a region has no date within the weeks that are looked at."""
    for each in expected_dates(planner.site):
        if each.is_missing:
            yield task(each.region, planner, owner=each.region, detail=each.kind.name)
