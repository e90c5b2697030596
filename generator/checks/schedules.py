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

from generator.checks.check import Subject
from generator.model.opening import closed_and_open, holiday_overlaps, overlaps
from generator.problems import Problem

ID = "schedules"


def check(subject: Subject) -> Iterator[Problem]:
    """Every schedule that lies over an earlier one, hours of one holiday that contradict each other, and every day that is no public holiday."""
    calendar = subject.site.calendar
    for contact in subject.site.contacts.values():
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
