"""Open days: when a region shows people round. A domain of another package (docs/add-a-domain.md)."""

import json
from pathlib import Path
from typing import ClassVar

from drws.domains.directory.ids import RegionId
from drws.domains.directory.organization.record import Region
from drws.kernel.entity import Entity
from drws.kernel.problem import Problem
from drws.kernel.text import Text
from drws.kernel.values import Day
from drws.planning.domain import Domain, SinglePage
from drws.planning.panel import Panel


class OpenDay(Entity):
    """A day on which a region shows people round."""

    FOLDER: ClassVar[str] = "open_days"
    KIND: ClassVar[str] = "open_day"

    region_id: RegionId
    """Whose it is."""
    date: Day
    """When it is."""
    description: Text
    """What happens on it."""


class OneADay:
    """A region has one open day on a day."""

    ID = "open-days"

    def check(self, subject):
        """Every second one."""
        taken = {}
        for each in subject.site.all(OpenDay):
            if taken.setdefault((each.region_id, each.date), each) != each:
                yield Problem(each.at("date"), "open-days.taken", {"date": each.date})


def plan(planner):
    days = tuple(sorted(planner.site.all(OpenDay), key=lambda each: each.date))
    yield from planner.page("open-days", "open_days/open-days.html", days)
    for each in days:
        yield planner.entity_page(each, each.name, each.description, each)


def of_region(region, planner):
    return [each for each in planner.site.all(OpenDay) if each.region_id == region.id]


def export(publication):
    days = publication.site.all(OpenDay)
    yield "open-days.json", lambda: json.dumps({each.id: each.date.isoformat() for each in days}).encode()


DOMAIN = Domain(
    name="open_days",
    theme=Path(__file__).parent / "theme",
    entities=(OpenDay,),
    checks=(OneADay(),),
    single_pages=(SinglePage("open-days", of=(OpenDay,)),),
    sections={OpenDay: "open-days"},
    pages=(plan,),
    panels=(Panel((Region,), "open_days/panel.html", of_region),),
    exports=(export,),
)
