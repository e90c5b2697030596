"""The register of duties: what is owed by whom to whom and by when, what comes next, calendars to subscribe to, and a page for each duty."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from drws.domains.diary.calendar.calendars import Calendar, every_calendar
from drws.domains.diary.decision.page import DecisionView, decisions_by_subject
from drws.domains.diary.duty.obligation import DueState, Obligation, obligations
from drws.domains.diary.duty.record import Delivery, Duty
from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.kernel.values import PartialDate, months_after
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner

MONTHS_AHEAD = 18
"""How far the list of what comes next looks, in months."""
PAST_DAYS = 24
"""How many due days that have passed the page of a duty has, besides older ones that something answered: two years of a monthly duty."""


class Coming(NamedTuple):
    """A day on which something is due or somebody meets."""

    day: date
    duty: Duty | None = None
    meeting: Meeting | None = None


@dataclass(frozen=True, slots=True)
class DutiesView:
    """What the register prints."""

    duties: tuple[Obligation, ...]
    """Those that hold, by the day on which they are next due; those without a day after them."""
    ended: tuple[Obligation, ...]
    """Those that have ended or were cancelled."""
    coming: tuple[Group, ...]
    """Each month of the next eighteen that has anything, with its days."""
    undated: tuple[Obligation, ...]
    """Those that hold and have no day to come."""
    until: date
    """The last day of the list of what comes next."""
    calendars: tuple[Calendar, ...]


@dataclass(frozen=True, slots=True)
class DutyView:
    """What the page of a duty prints."""

    obligation: Obligation
    past: tuple[Group, ...]
    """Due days that have passed, newest first, with what is known of everyone who owes it. A day of which nothing is known has none."""
    is_past_cut: bool
    """Are there older ones, of which nothing is recorded?"""
    early: tuple[Group, ...]
    """Due days to come for which something was delivered already, in the same way."""
    undated_deliveries: tuple[Delivery, ...]
    """What was delivered without answering one due day."""
    decisions: tuple[DecisionView, ...]
    """Decisions that changed it, newest first."""
    calendars: tuple[Calendar, ...]
    """The calendars in which it stands."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The register, then one page for each duty."""
    every = planner.once(every_calendar)
    duties = obligations(planner.site)
    decisions = planner.once(decisions_by_subject)
    yield from planner.page("duties", "diary/duties.html", _register(duties, every, planner), kind="governance")
    for obligation in duties:
        duty = obligation.duty
        past = _past(obligation)
        view = DutyView(
            obligation=obligation,
            past=tuple(_on(day, obligation) for day in past),
            is_past_cut=len(past) < len(obligation.past_days),
            early=tuple(_on(day, obligation) for day in obligation.early_days),
            undated_deliveries=tuple(each for each in reversed(obligation.deliveries) if not each.due_date),
            decisions=decisions.get(duty.id, ()),
            calendars=tuple(each for each in every if _holds(each, duty)),
        )
        yield planner.entity_page(duty, duty.name, duty.description, view)


def _register(duties: tuple[Obligation, ...], every: tuple[Calendar, ...], planner: Planner) -> DutiesView:
    until = months_after(planner.site.as_of, MONTHS_AHEAD)
    names = {duty.id: place for place, duty in enumerate(planner.by_name(each.duty for each in duties))}
    in_order = sorted(duties, key=lambda each: (each.next_day or date.max, names[each.duty.id]))
    current = tuple(each for each in in_order if each.is_current)
    return DutiesView(
        duties=current,
        ended=tuple(each for each in in_order if not each.is_current),
        coming=_by_month(_coming(current, until, planner)),
        undated=tuple(each for each in current if not each.next_day),
        until=until,
        calendars=every,
    )


def _coming(duties: tuple[Obligation, ...], until: date, planner: Planner) -> list[Coming]:
    due = [Coming(day, duty=each.duty) for each in duties for day in each.days_within(until)]
    planned = (each for each in planner.site.all(Meeting) if each.status is MeetingStatus.PLANNED and each.date.day)
    meet = [Coming(each.date.first_day, meeting=each) for each in planned]
    return sorted(
        (*due, *(each for each in meet if planner.site.as_of <= each.day <= until)), key=lambda coming: coming.day
    )


def _by_month(coming: list[Coming]) -> tuple[Group, ...]:
    months: dict[PartialDate, list[Coming]] = defaultdict(list)
    for each in coming:
        months[PartialDate(each.day.year, each.day.month)].append(each)
    return tuple(Group(month, tuple(days)) for month, days in months.items())


def _past(obligation: Obligation) -> list[date]:
    """The newest due days that have passed, and of the older ones those that something answered."""
    answered = {each.due_date for each in obligation.deliveries}
    return [day for place, day in enumerate(obligation.past_days) if place < PAST_DAYS or day in answered]


def _on(day: date, obligation: Obligation) -> Group:
    owed = obligation.on(day)
    is_known = any(each.state is not DueState.NOT_RECORDED for each in owed)
    return Group(day, owed if is_known else ())


def _holds(calendar: Calendar, duty: Duty) -> bool:
    return any(entry.uid.startswith(f"{duty.KIND}-{duty.id}@") for entry in calendar.entries)
