"""HSDS `schedule`: when somebody answers."""

from datetime import time

from drws.domains.directory.contact.record import Contact, HolidayHours, Schedule
from drws.domains.open_referral.ids import uuid_of
from drws.domains.open_referral.stated import Stated, stated
from drws.planning.plan import Planner


def schedules(contact: Contact, planner: Planner, *, of: tuple[str, ...] = ()) -> list[Stated]:
    """When a contact answers; `of` are the names of what the hours are those of, where they stand with something else than the contact.

    Times are those of the clock on the wall, all year round. An offset from UTC would be wrong in summer or in winter, so none is given: the time
    zone is (`x_timezone`, as the IANA names it). Midnight at the end of a day is `24:00` (ISO 8601-1, 4.3.8).
    """
    return [
        _schedule(each, uuid_of(planner.site, *of, contact.KIND, contact.id, "schedule", str(number)), planner)
        for number, each in enumerate(contact.schedules)
    ]


def holiday_hours(contact: Contact) -> list[Stated]:
    """Public holidays on which hours differ. One without times is a day on which nobody answers."""
    return [_holiday(each) for each in contact.holiday_hours]


def clock(at: time, *, closes: bool = False) -> str:
    """A time of day: `09:00`."""
    return "24:00" if closes and at == time(0, 0) else f"{at:%H:%M}"


def _schedule(schedule: Schedule, id_: str, planner: Planner) -> Stated:
    return stated(
        planner,
        id=id_,
        freq="WEEKLY",
        byday=",".join(schedule.byday),
        opens_at=clock(schedule.opens_at),
        closes_at=clock(schedule.closes_at, closes=True),
        description=schedule.description,
        x_timezone=planner.site.partnership.timezone,
        x_closed_on_holidays=schedule.closed_on_holidays,
    )


def _holiday(hours: HolidayHours) -> Stated:
    times = {}
    if hours.opens_at is not None and hours.closes_at is not None:
        times = {"opens_at": clock(hours.opens_at), "closes_at": clock(hours.closes_at, closes=True)}
    return {"date": hours.date.isoformat(), **times}
