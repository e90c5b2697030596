"""The hours of one day do not lie over one another, and a public holiday is one.

Two schedules that overlap on a day contradict each other: a visitor cannot tell which to believe. So do hours that overlap on one public
holiday, and a holiday that is closed on one line and open on another. Hours for a public holiday are for a day of the calendar that
`holidays` in `data/site.yml` names.

Refused::

    data/contacts/dyffryn-ymholiadau.yml:
      schedules:
        - {byday: [MO, TU], opens_at: 9:00, closes_at: 17:00}
        - {byday: [TU], opens_at: 16:00, closes_at: 19:00}
"""

from collections.abc import Iterator
from itertools import chain

from drws.domains.directory.contact.opening import HolidayCalendar
from drws.domains.directory.contact.record import Contact, Weekday
from drws.domains.directory.contact.span import Span
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "schedules"


def check(subject: Subject) -> Iterator[Problem]:
    """Every schedule that lies over an earlier one, hours of one holiday that contradict each other, and every day that is no public holiday."""
    calendar = subject.site.dataset(HolidayCalendar)
    for contact in subject.site.all(Contact):
        for index, day in overlaps(contact):
            yield Problem(contact.at("schedules", index, "opens_at"), "schedules.overlap", {"day": str(day)})
        for index in holiday_overlaps(contact):
            at = contact.at("holiday_hours", index, "opens_at")
            yield Problem(at, "schedules.overlap", {"day": contact.holiday_hours[index].date.isoformat()})
        for index in closed_and_open(contact):
            at = contact.at("holiday_hours", index, "date")
            yield Problem(at, "schedules.closed-and-open", {"day": contact.holiday_hours[index].date.isoformat()})
        for index, each in enumerate(contact.holiday_hours):
            place = contact.at("holiday_hours", index, "date")
            if calendar is None:
                yield Problem(place, "schedules.no-calendar")
            elif each.date not in calendar.days:
                meant = calendar.nearest(each.date)
                yield Problem(
                    place,
                    "schedules.not-a-holiday",
                    {"value": each.date.isoformat(), "nearest": meant.isoformat() if meant else ""},
                )


def overlaps(contact: Contact) -> Iterator[tuple[int, Weekday]]:
    """The schedules of a contact that lie over an earlier one, and the day on which they do. Each is told once."""
    for index, schedule in enumerate(contact.schedules):
        earlier = chain.from_iterable(
            ((day, Span.of(each)) for day in each.byday) for each in contact.schedules[:index]
        )
        mine = Span.of(schedule)
        days = {day for day, span in earlier if mine.meets(span)}
        if both := sorted(days & set(schedule.byday), key=lambda day: day.number):
            yield index, both[0]


def holiday_overlaps(contact: Contact) -> Iterator[int]:
    """The hours of public holidays that lie over earlier ones of the same day. Each is told once."""
    for index, mine, earlier in _of_one_holiday(contact):
        if mine and any(mine.meets(span) for span in earlier if span):
            yield index


def closed_and_open(contact: Contact) -> Iterator[int]:
    """The entries that say of a public holiday that it is closed where an earlier one has hours, or the other way round."""
    for index, mine, earlier in _of_one_holiday(contact):
        if any((mine is None) is not (span is None) for span in earlier):
            yield index


def _of_one_holiday(contact: Contact) -> Iterator[tuple[int, Span | None, list[Span | None]]]:
    """Each entry, and the earlier ones of its day. None stands for closed."""
    for index, each in enumerate(contact.holiday_hours):
        earlier = [Span.of_holiday(other) for other in contact.holiday_hours[:index] if other.date == each.date]
        yield index, Span.of_holiday(each), earlier
