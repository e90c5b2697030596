"""What changed in policies: every event, the newest first, under its month, and feeds to follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.policies.addresses import comparison_page, version_page
from drws.domains.policies.changes.events import Event, events
from drws.domains.policies.changes.feeds import Feed, feeds
from drws.domains.policies.changes.telling import changes_told, told
from drws.kernel.values import PartialDate
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in the list."""

    event: Event
    told: str
    """What happened."""
    changes: tuple[str, ...]
    """What the version changed, in its own words."""
    version: str | None
    """The name of the page of the version, where its words stand here."""
    comparison: str | None
    """The name of the page that compares it with the version before, where there is one."""


@dataclass(frozen=True, slots=True)
class PolicyChangesView:
    """What the page prints."""

    months: tuple[Group, ...]
    """Each month, or year where no month is known, with its events; those without a date stand last, under None."""
    everything: Feed | None
    feeds: tuple[Group, ...]
    """The other feeds, under `topic`, `kind` and `owner`."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    months: dict[PartialDate | None, list[EventRow]] = {}
    for event in events(planner.site):
        month = PartialDate(event.date.year, event.date.month) if event.date else None
        months.setdefault(month, []).append(_row(event, planner))
    every = feeds(planner.site)
    facets: dict[str, list[Feed]] = {}
    for feed in every[1:]:
        facets.setdefault(feed.facet, []).append(feed)
    view = PolicyChangesView(
        months=tuple(Group(month, tuple(rows)) for month, rows in months.items()),
        everything=every[0] if every else None,
        feeds=tuple(Group(facet, tuple(members)) for facet, members in facets.items()),
    )
    yield from planner.page("policy-changes", "policies/changes.html", view)


def _row(event: Event, planner: Planner) -> EventRow:
    version, before = event.version, event.before
    compared = comparison_page(event.policy, before, version) if version and before else ""
    own = version_page(event.policy, version) if version else ""
    return EventRow(
        event,
        told(event, planner),
        changes_told(event, planner),
        version=own if planner.addresses.has(own, planner.code) else None,
        comparison=compared if planner.addresses.has(compared, planner.code) else None,
    )
