"""What a body, a post or an organization does in governance: what it owes, when it met, what was decided about it, and its calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drws.domains.diary.calendar.calendars import Calendar, every_calendar
from drws.domains.diary.decision.page import DecisionView, decisions_by_subject
from drws.domains.diary.duty.obligation import Obligation, obligations
from drws.domains.diary.meeting.record import Meeting
from drws.kernel.entity import Entity
from drws.planning.plan import Planner

MEETINGS = 5
"""How many meetings a page has; the list of meetings has the others."""


@dataclass(frozen=True, slots=True)
class GovernanceSummary:
    """What its page prints of it."""

    owes: tuple[Obligation, ...]
    """The duties that it has, by name."""
    meetings: tuple[Meeting, ...]
    """Its newest meetings, newest first; those to come are among them."""
    decisions: tuple[DecisionView, ...]
    """Decisions about it, newest first."""
    calendars: tuple[Calendar, ...]
    """Its own calendar, where it has one."""


@dataclass(frozen=True, slots=True)
class GovernanceSummaries:
    """The same of everybody, looked up once for each language."""

    planner: Planner
    duties: tuple[Obligation, ...]
    """Those that hold, by name."""
    meetings: Mapping[str, tuple[Meeting, ...]]
    """By the id of who held them, newest first."""
    decisions: Mapping[str, tuple[DecisionView, ...]]
    calendars: tuple[Calendar, ...]

    @classmethod
    def of(cls, planner: Planner) -> "GovernanceSummaries":
        """Look everything up."""
        site = planner.site
        by_id = {each.duty.id: each for each in obligations(site) if each.is_current}
        meetings: dict[str, tuple[Meeting, ...]] = {}
        for meeting in sorted(site.all(Meeting), key=lambda each: (each.date, each.id), reverse=True):
            meetings[meeting.holder_id] = (*meetings.get(meeting.holder_id, ()), meeting)
        return cls(
            planner,
            tuple(by_id[duty.id] for duty in planner.by_name(each.duty for each in by_id.values())),
            MappingProxyType(meetings),
            planner.once(decisions_by_subject),
            planner.once(every_calendar),
        )

    def summary_of(self, record: Entity) -> GovernanceSummary:
        """What somebody does."""
        return GovernanceSummary(
            owes=tuple(each for each in self.duties if record.id in each.owing or _owes_there(record, each)),
            meetings=self.meetings.get(record.id, ())[:MEETINGS],
            decisions=self.decisions.get(record.id, ()),
            calendars=tuple(each for each in self.calendars if each.actor == record),
        )


def _owes_there(place: Entity, obligation: Obligation) -> bool:
    """Is it a region or an authority that has the duty for itself, as each of them has?"""
    return any(owner.place == place for owner in obligation.owners)


def panel(record: Entity, planner: Planner) -> GovernanceSummary | None:
    """On the page of an actor: what it does in governance. None where nothing is known of it."""
    found = planner.once(GovernanceSummaries.of).summary_of(record)
    return found if found.owes or found.meetings or found.decisions or found.calendars else None
