"""Meetings keep to the calendar, and each decision has a name of its own.

What was held is not in the future, nothing begins or ends in an hour that the clocks skip, minutes are not agreed before the meeting, and only a meeting that was held has decided something.
Decisions are linked to by their ids alone, so no two of them may share one, in whatever meeting they stand.

Refused::

    data/meetings/bwrdd-medi-2025.yml: {minutes: {agreed_date: 2025-09-01}}
"""

from collections.abc import Iterator

from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "meetings"


def check(subject: Subject) -> Iterator[Problem]:
    """Everything about meetings that cannot be so."""
    decided: dict[str, str] = {}
    for meeting in subject.site.all(Meeting):
        yield from _days(meeting, subject)
        for index, decision in enumerate(meeting.decisions):
            place = meeting.at("decisions", index, "id")
            if first := decided.get(decision.id):
                yield Problem(place, "meetings.decision-taken", {"id": decision.id, "file": first})
            decided.setdefault(decision.id, place.file)


def _days(meeting: Meeting, subject: Subject) -> Iterator[Problem]:
    today = subject.today
    held = meeting.date.first_day
    if meeting.status is MeetingStatus.HELD and held > today:
        yield Problem(meeting.at("date"), "meetings.not-yet", {"value": held.isoformat(), "today": today.isoformat()})
    if meeting.decisions and meeting.status is not MeetingStatus.HELD:
        yield Problem(meeting.at("decisions", key=True), "meetings.not-held")
    zone = subject.site.partnership.timezone
    for name in meeting.skipped_times(zone) if zone else ():
        values = {"value": f"{getattr(meeting, name):%H:%M}", "date": held.isoformat(), "zone": zone}
        yield Problem(meeting.at(name), "meetings.no-such-time", values)
    agreed = meeting.minutes.agreed_date if meeting.minutes else None
    if agreed and agreed < held:
        yield Problem(
            meeting.at("minutes", "agreed_date"),
            "meetings.minutes-first",
            {"value": agreed.isoformat(), "date": held.isoformat()},
        )
    if agreed and agreed > today:
        yield Problem(
            meeting.at("minutes", "agreed_date"),
            "dates.future",
            {"value": agreed.isoformat(), "today": today.isoformat()},
        )
