"""What is missing in the diary: minutes, word whether a meeting was held, and what was owed and not delivered."""

from collections.abc import Iterator
from datetime import date, timedelta

from drws.domains.diary.duty.obligation import DueState, obligations
from drws.domains.diary.meeting.minutes_status import MinutesState, minutes_due, minutes_state
from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.kernel.roles import Actor
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, task


def minutes(planner: Planner) -> Iterator[Task]:
    """Every meeting whose minutes are awaited, with the first day on which they are late."""
    site = planner.site
    for meeting in site.all(Meeting):
        if minutes_state(meeting, site) in (MinutesState.AWAITED, MinutesState.OVERDUE):
            due = minutes_due(meeting, site)
            yield _about(meeting, planner, day=due + timedelta(days=1) if due else None)


def unsettled_meetings(planner: Planner) -> Iterator[Task]:
    """Every meeting that was planned for a day that has passed, without word whether it was held."""
    for meeting in planner.site.all(Meeting):
        if meeting.status is MeetingStatus.PLANNED and meeting.date.last_day < planner.site.as_of:
            yield _about(meeting, planner, "status", day=meeting.date.last_day + timedelta(days=1))


def overdue_duties(planner: Planner) -> Iterator[Task]:
    """Everybody who owes something that was due and of which a record would show that it was delivered."""
    for obligation in obligations(planner.site):
        for each in obligation.latest if obligation.state is DueState.OVERDUE else ():
            if each.state is DueState.OVERDUE:
                owner = each.owner.place or each.owner.actor
                yield task(obligation.duty, planner, "deliveries", owner=owner, day=each.day + timedelta(days=1))


def _about(meeting: Meeting, planner: Planner, *path: str, day: date | None) -> Task:
    owner = planner.site.get(Actor, meeting.holder_id)
    return task(meeting, planner, *path, owner=owner, day=day, detail=planner.date(meeting.date))
