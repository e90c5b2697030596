"""Calendars to subscribe to: iCalendar (RFC 5545), with the name and the pace of renewal that newer programs read (RFC 7986)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from icalendar import Calendar as ICalendar
from icalendar import Event, vDuration, vRecur, vText, vUri

from drws import __version__
from drws.domains.diary.calendar.calendars import Calendar, CalendarEntry, every_calendar
from drws.kernel.text import Said
from drws.planning.export import File, Publication

PACE = timedelta(days=1)
"""How often a program looks again: the site is built once a day."""


def export(publication: Publication) -> Iterator[File]:
    """One file for each calendar, in each language."""
    for planner in publication.planners:
        for calendar in planner.once(every_calendar):
            yield calendar.path, partial(as_icalendar, calendar, publication.site.as_of)


def as_icalendar(calendar: Calendar, as_of: date) -> bytes:
    """A calendar as its file has it. Every entry is stamped with the day of the site."""
    made = datetime.combine(as_of, time(), UTC)
    file = ICalendar()
    file.add("prodid", f"-//Drws//{__version__}//{calendar.language.upper()}")
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", "PUBLISH")
    name = Said(calendar.name, calendar.language)
    for key in ("name", "x-wr-calname"):
        file.add(key, _text(name))
    file.add("source", vUri(calendar.address, params={"VALUE": "URI"}))
    file.add("refresh-interval", vDuration(PACE, params={"VALUE": "DURATION"}))
    file.add("x-published-ttl", vDuration(PACE))
    for entry in calendar.entries:
        file.add_component(_event(entry, made))
    return bytes(file.to_ical())


def _event(entry: CalendarEntry, made: datetime) -> Event:
    event = Event()
    event.add("uid", entry.uid)
    event.add("dtstamp", made)
    event.add("sequence", entry.sequence)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("summary", _text(entry.summary))
    if entry.description.words:
        event.add("description", _text(entry.description))
    if entry.location:
        event.add("location", _text(entry.location))
    event.add("url", entry.url)
    if entry.day:
        event.add("dtstart", entry.day)
        event.add("dtend", (entry.until_day or entry.day) + timedelta(days=1))
        event.add("transp", "TRANSPARENT")  # nobody is busy all day because something is due
    elif entry.starts:
        event.add("dtstart", _in_utc(entry.starts))
        if entry.ends:
            event.add("dtend", _in_utc(entry.ends))
    if entry.rule:
        ends = f";UNTIL={entry.last_day:%Y%m%d}" if entry.last_day else ""
        event.add("rrule", vRecur.from_ical(entry.rule.rule + ends))
    return event


def _in_utc(moment: datetime) -> datetime:
    """A time of one place as every program understands it. Where the site names no time zone it stays a time of the wall."""
    return moment.astimezone(UTC) if moment.tzinfo else moment


def _text(said: Said) -> vText:
    return vText(said.words, params={"LANGUAGE": said.language} if said.language else {})
