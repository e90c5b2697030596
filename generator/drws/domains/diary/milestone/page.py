"""History: one timeline of what happened to the service, and the regions with their other and earlier names."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drws.domains.directory.organization.record import Region
from drws.kernel.entity import Entity, Source
from drws.kernel.text import Text
from drws.kernel.values import PartialDate
from drws.planning.plan import Group, PagePlan, Planner

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
        regions=planner.by_name(site.regions.values()),
    )
    yield planner.page("history", "diary/history.html", view, kind="governance")


def _events(planner: Planner) -> Iterator[Event]:
    """Milestones first: on one day they come before the histories of regions, bodies, laws and agreements."""
    site = planner.site
    for each in site.milestones.values():
        about = tuple(filter(None, map(site.subject, each.about_ids)))
        yield Event(each.date, each.name, each.description, about, each.sources)
    records: tuple[Entity, ...] = (
        *site.regions.values(),
        *site.bodies.values(),
        *site.legislation.values(),
        *site.agreements.values(),
    )
    for record in records:
        happenings: tuple[Happening, ...] = getattr(record, "history", ())
        for happening in happenings:
            yield Event(happening.date, None, happening.text, (record,), happening.sources)
