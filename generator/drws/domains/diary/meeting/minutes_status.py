"""How the minutes of a meeting stand on a day."""

from datetime import date
from enum import StrEnum

from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.domains.diary.settings import DiarySettings
from drws.kernel.site import Site
from drws.kernel.values import days_after


class MinutesState(StrEnum):
    """How minutes stand."""

    AGREED = "agreed"
    THERE = "there"
    AWAITED = "awaited"
    OVERDUE = "overdue"
    NOT_RECORDED = "not_recorded"


def minutes_state(meeting: Meeting, site: Site) -> MinutesState | None:
    """How the minutes of a meeting stand; none for one that was not held.

    The rule of `data/site.yml` is for bodies of this site, and for meetings since somebody records minutes here.
    """
    if meeting.status is not MeetingStatus.HELD:
        return None
    if meeting.minutes:
        return MinutesState.AGREED if meeting.minutes.agreed_date else MinutesState.THERE
    due = minutes_due(meeting, site)
    if due is None:
        return MinutesState.NOT_RECORDED
    return MinutesState.OVERDUE if site.as_of > due else MinutesState.AWAITED


def minutes_due(meeting: Meeting, site: Site) -> date | None:
    """The last day on which the minutes of a meeting are in time. None where the rule says nothing of it."""
    rule = site.settings(DiarySettings).minutes
    held = meeting.date.last_day
    if rule is None or meeting.body_id is None or held < rule.since_date:
        return None
    return days_after(held, rule.days)
