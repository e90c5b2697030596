"""How to reach somebody, for programs (schema.org `ContactPoint`)."""

from collections.abc import Iterable, Iterator, Mapping

from drws.domains.directory.contact.doubt import doubt_about
from drws.domains.directory.contact.opening import WEEKDAYS
from drws.domains.directory.contact.record import Contact, ContactPhone, PhoneType
from drws.domains.directory.contact.span import MIDNIGHT, Span
from drws.domains.directory.queries import opening_of
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.term import term
from drws.planning.linked_data import CONTEXT, Node, is_told, node
from drws.planning.plan import Planner

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The days of the week as schema.org names them (`DayOfWeek`)."""


def contact_points(contacts: Iterable[Contact], planner: Planner) -> Iterator[Node]:
    """Each line to ring and each mailbox that may be told, a point each: a point has one number at most.

    A number is told that a source gives and beside which the page says no doubt. Hours are told only once a person has confirmed them: who
    comes at the wrong hour has nobody to ask.
    """
    for contact in contacts:
        said = _of(contact, planner)
        if doubt_about(contact, planner.site) is None and is_told(contact, "phones", planner):
            for phone in contact.phones:
                if phone.is_rung:
                    yield node("ContactPoint", {**said, **_line(phone, planner)})
        if is_told(contact, "emails", planner):
            for email in contact.emails:
                yield node("ContactPoint", {**said, "email": email})


def _of(contact: Contact, planner: Planner) -> dict[str, object]:
    purpose = term(planner.site.settings(DirectorySettings).contact_purposes, contact.purpose)
    confirmed = contact.assured_date is not None and is_told(contact, "schedules", planner)
    return {
        "name": planner.plain(contact.name),
        "contactType": planner.plain(purpose.name) if purpose else None,
        "availableLanguage": list(contact.languages) if is_told(contact, "languages", planner) else None,
        "hoursAvailable": list(_hours(contact, planner)) if confirmed else None,
    }


def _line(phone: ContactPhone, planner: Planner) -> dict[str, object]:
    options = {
        PhoneType.FREEPHONE: f"{CONTEXT}/TollFree",
        PhoneType.TEXTPHONE: f"{CONTEXT}/HearingImpairedSupported",
    }
    said: dict[str, object] = {"telephone": phone.number.dialled, "contactOption": options.get(phone.type)}
    if phone.languages:
        said["availableLanguage"] = list(phone.languages)
    option = planner.say("contact_card.option", keys=phone.option) if phone.option else ""
    about = planner.plain(phone.description) if phone.description else ""
    said["description"] = " ".join(filter(None, (about, option)))
    return said


def _hours(contact: Contact, planner: Planner) -> Iterator[Node]:
    """Those of each week, then what is other on public holidays to come, as far as a source says: closed is from midnight to midnight.

    That, and 23:59 for midnight at the end of a day, is how search engines read it (Google Search Central, LocalBusiness).
    """
    opening = opening_of(contact, planner.site)
    for schedule in contact.schedules:
        days = [f"{CONTEXT}/{DAYS[WEEKDAYS.index(day)]}" for day in schedule.byday]
        yield _open({"dayOfWeek": days}, Span.of(schedule))
    for holiday in opening.holidays:
        day = {"validFrom": holiday.day.isoformat(), "validThrough": holiday.day.isoformat()}
        for span in (Span(0, 0),) if holiday.spans == () else holiday.spans or ():
            yield _open(day, span)


def _open(when: Mapping[str, object], span: Span) -> Node:
    closes = "23:59" if span.closes == MIDNIGHT else f"{span.closes_at:%H:%M}"
    return node("OpeningHoursSpecification", {**when, "opens": f"{span.opens_at:%H:%M}", "closes": closes})
