"""Meetings: those to come, those that were held, and a page for each with its agenda, papers, minutes and decisions."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.diary.calendar.calendars import Calendar, every_calendar
from drws.domains.diary.decision.page import DecisionView, decisions_of
from drws.domains.diary.meeting.minutes_status import MinutesState, minutes_state
from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.kernel.entity import Entity
from drws.kernel.roles import Actor
from drws.kernel.text import Said
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.planning.summary import joined


@dataclass(frozen=True, slots=True)
class MeetingView:
    """A meeting, in the list and on its own page."""

    meeting: Meeting
    holder: Entity | None
    """The body or the organization that holds it."""
    minutes: MinutesState | None
    decisions: tuple[DecisionView, ...]
    is_unsettled: bool
    """Was it planned for a day that has passed, without word whether it was held?"""


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """What the list prints."""

    coming: tuple[MeetingView, ...]
    """Those to come, the next one first; cancelled ones are among them."""
    past: tuple[MeetingView, ...]
    """Those of days that have passed, newest first."""
    overdue: tuple[MeetingView, ...]
    """Those whose minutes are late."""
    calendars: tuple[Calendar, ...]
    """The calendar with everything, where there is one."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each meeting."""
    today = planner.site.as_of
    views = sorted((_view(each, planner) for each in planner.site.all(Meeting)), key=_when)
    past = tuple(reversed([view for view in views if _is_past(view.meeting, planner)]))
    yield from planner.page(
        "meetings",
        "diary/meetings.html",
        MeetingsView(
            coming=tuple(view for view in views if view.meeting.date.last_day >= today and view not in past),
            past=past,
            overdue=tuple(view for view in past if view.minutes is MinutesState.OVERDUE),
            calendars=planner.once(every_calendar)[:1],
        ),
        kind="governance",
    )
    for view in views:
        meeting = view.meeting
        said = meeting.name.in_language(planner.code)
        title = Said(planner.say("title.meeting", name=said.words, date=planner.date(meeting.date)), said.language)
        about = planner.plain(meeting.description) if meeting.description else planner.say("lead.meeting")
        yield planner.entity_page(
            meeting, title, meeting.description or meeting.name, view, summary=joined(title.words, about)
        )


def _view(meeting: Meeting, planner: Planner) -> MeetingView:
    site = planner.site
    return MeetingView(
        meeting=meeting,
        holder=site.get(Actor, meeting.holder_id),
        minutes=minutes_state(meeting, site),
        decisions=decisions_of(meeting, planner),
        is_unsettled=meeting.status is MeetingStatus.PLANNED and meeting.date.last_day < site.as_of,
    )


def _when(view: MeetingView) -> tuple[str, str]:
    return view.meeting.date.first_day.isoformat(), view.meeting.id


def _is_past(meeting: Meeting, planner: Planner) -> bool:
    return meeting.status is MeetingStatus.HELD or meeting.date.last_day < planner.site.as_of
