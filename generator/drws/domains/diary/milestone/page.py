"""History: one timeline of what happened to the service, and the regions with their other and earlier names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drws.domains.diary.milestone.record import Milestone
from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.kernel.entity import Entity, Source
from drws.kernel.roles import Decidable
from drws.kernel.site import known
from drws.kernel.text import Text
from drws.kernel.values import PartialDate
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner

if TYPE_CHECKING:
    from drws.kernel.entity import Happening


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened."""

    date: PartialDate
    name: Text | None
    """What happened in a few words, where the record says so."""
    text: Text | None
    about: tuple[Entity, ...]
    """The records that it is about."""
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """What the page prints."""

    years: tuple[Group, ...]
    """Each year that has any, oldest first, with its events."""
    regions: tuple[Region, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    years: dict[int, list[Event]] = {}
    for event in sorted(_events(planner), key=lambda event: event.date):
        if event.date.first_day <= site.as_of:
            years.setdefault(event.date.year, []).append(event)
    view = HistoryView(
        years=tuple(Group(year, tuple(events)) for year, events in years.items()),
        regions=planner.by_name(site.all(Region)),
    )
    yield from planner.page("history", "diary/history.html", view, kind="governance")


def _events(planner: Planner) -> Iterator[Event]:
    """Milestones first: on one day they come before the histories of regions, bodies, laws and agreements."""
    site = planner.site
    for each in site.all(Milestone):
        about = known(site.of(Decidable), each.about_ids)
        yield Event(each.date, each.name, each.description, about, each.sources)
    records: tuple[Entity, ...] = (
        *site.all(Region),
        *site.all(Body),
        *site.all(Legislation),
        *site.all(Agreement),
    )
    for record in records:
        happenings: tuple[Happening, ...] = getattr(record, "history", ())
        for happening in happenings:
            yield Event(happening.date, None, happening.text, (record,), happening.sources)
