"""The register of decisions: what meetings decided, newest first, and what each decision changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drws.domains.diary.meeting.record import Decision, Meeting
from drws.kernel.entity import Entity
from drws.kernel.roles import Decidable
from drws.kernel.site import known
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision with its meeting."""

    decision: Decision
    meeting: Meeting
    changed: tuple[Entity, ...]
    """The records that it changed."""


@dataclass(frozen=True, slots=True)
class DecisionsView:
    """What the register prints."""

    years: tuple[Group, ...]
    """Each year that has any, newest first, with its decisions, newest first."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    years: dict[int, list[DecisionView]] = {}
    for each in every_decision(planner):
        years.setdefault(each.meeting.date.year, []).append(each)
    groups = tuple(Group(year, tuple(decisions)) for year, decisions in years.items())
    yield from planner.page("decisions", "diary/decisions.html", DecisionsView(groups), kind="governance")


def every_decision(planner: Planner) -> tuple[DecisionView, ...]:
    """Every decision of every meeting, newest first; those of one meeting in its own order."""
    meetings = sorted(planner.site.all(Meeting), key=lambda each: (each.date, each.id), reverse=True)
    return tuple(view for meeting in meetings for view in decisions_of(meeting, planner))


def decisions_of(meeting: Meeting, planner: Planner) -> tuple[DecisionView, ...]:
    """What a meeting decided."""
    subjects = planner.site.of(Decidable)
    return tuple(DecisionView(each, meeting, known(subjects, each.changed_ids)) for each in meeting.decisions)


def decisions_by_subject(planner: Planner) -> Mapping[str, tuple[DecisionView, ...]]:
    """The decisions about each record, by its id, newest first: those that changed it, and those that had it before them."""
    found: dict[str, list[DecisionView]] = {}
    for each in every_decision(planner):
        for record in each.changed:
            found.setdefault(record.id, []).append(each)
    return MappingProxyType({id_: tuple(decisions) for id_, decisions in found.items()})
