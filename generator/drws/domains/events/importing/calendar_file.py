"""A calendar of events, iCalendar (RFC 5545): one file for each language, `dates.en.ics`; the same UID is the same event.

`CATEGORIES` can name the kind, `COMMENT` what to do instead of an event that is cancelled, `URL` the page that is its source. Days
that a record has no field for (`RDATE`, `RECURRENCE-ID`) are told.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar

from drws.domains.events.importing.entry import Entry
from drws.kernel.problem import Place, Problem
from drws.read.tree import Value

WORDS = {"SUMMARY": "name", "DESCRIPTION": "description", "LOCATION": "location", "COMMENT": "instead"}
NAMES: Mapping[tuple[str | int, ...], str] = {
    ("id",): "UID",
    **{(field,): name for name, field in WORDS.items()},
    ("kind_id",): "CATEGORIES",
    ("start_date",): "DTSTART",
    ("start_time",): "DTSTART",
    ("end_date",): "DTEND",
    ("end_time",): "DTEND",
    ("recurrence",): "RRULE",
    ("until_date",): "RRULE",
    ("cancelled_dates",): "EXDATE",
    ("status",): "STATUS",
    ("sources",): "URL",
}

UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError)
"""What icalendar, and whoever takes its values for what they should be, gives for a file that is not as it should be."""


def read_calendar(
    text: str, file: str, languages: tuple[str, ...], zone: str | None
) -> tuple[list[Entry], list[Problem]]:
    """Every event of a calendar, with its words in the language that the name of the file says."""
    language = PurePath(PurePath(file).stem).suffix.removeprefix(".")
    if language not in languages:
        values = {"known": ", ".join(languages)}
        return [], [Problem(Place(file, line=1, column=1), "import.calendar-language", values)]
    try:
        events = list(zip(Calendar.from_ical(text).walk("VEVENT"), _places(text), strict=True))
    except UNREADABLE as error:
        return [], [Problem(Place(file, line=1, column=1), "import.calendar", {"detail": _on_one_line(error)})]
    entries: list[Entry] = []
    problems: list[Problem] = []
    for event, places in events:
        try:
            entry = _entry(event, places, file, language, zone)
        except UNREADABLE as error:
            problems.append(_unreadable(event, places, file, error))
            continue
        if "RDATE" in event:
            problems.append(Problem(_place("RDATE", places, file), "import.more-days"))
        if "RECURRENCE-ID" in event:  # by its id it would be taken for the whole
            problems.append(Problem(_place("RECURRENCE-ID", places, file), "import.moved-day", {"id": entry.id}))
        else:
            entries.append(entry)
    return entries, problems


def _unreadable(
    event: Any,  # noqa: ANN401  icalendar has a type for each kind of value, and says of none what it is
    places: Mapping[str, tuple[int, int]],
    file: str,
    error: Exception,
) -> Problem:
    """An event that cannot be read: at the property of which icalendar says what is wrong with it, or else where the event begins."""
    read = {*NAMES.values(), "DURATION"}
    broken = ((name.upper(), words) for name, words in event.errors if name and name.upper() in read)
    name, detail = next(broken, ("", error))
    return Problem(_place(name, places, file), "import.event", {"detail": _on_one_line(detail)})


def _place(name: str, places: Mapping[str, tuple[int, int]], file: str) -> Place:
    """Where a property of an event stands in the file, or the event itself."""
    line, column = places.get(name, places[""])
    return Place(file, (name,) if name else (), line=line, column=column)


def _on_one_line(detail: object) -> str:
    return " ".join(str(detail).split())


def _places(text: str) -> Iterator[dict[str, tuple[int, int]]]:
    """For each event in order, where its properties stand."""
    found: dict[str, tuple[int, int]] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        name = re.split("[;:]", line, maxsplit=1)[0].upper()
        if line.strip().upper() == "BEGIN:VEVENT":
            found = {"": (number, 1)}
        elif line.strip().upper() == "END:VEVENT" and found is not None:
            yield found
            found = None
        elif found is not None and not line.startswith((" ", "\t")):
            found.setdefault(name, (number, 1))


def _entry(
    event: Any,  # noqa: ANN401
    places: dict[str, tuple[int, int]],
    file: str,
    language: str,
    zone: str | None,
) -> Entry:
    fields: dict[str, Value] = {}
    if uid := _words(event, "UID"):
        fields["id"] = re.sub("[^a-z0-9]+", "-", uid.partition("@")[0].lower()).strip("-")
    for name, field in WORDS.items():
        if words := _words(event, name):
            fields[field] = {language: words}
    if kinds := [str(kind) for categories in _every(event, "CATEGORIES") for kind in categories.cats]:
        fields["kind_id"] = kinds[0]
    fields |= _times(event, zone)
    if "RRULE" in event:
        fields |= _rule(event["RRULE"].to_ical().decode(), zone)
        if days := [_day(each.dt, zone) for dates in _every(event, "EXDATE") for each in dates.dts]:
            fields["cancelled_dates"] = [day.isoformat() for day in days]
    if _words(event, "STATUS").upper() == "CANCELLED":
        fields["status"] = "cancelled"
    if "URL" in event:
        fields["sources"] = [{"url": _words(event, "URL")}]
    return Entry(file, fields, NAMES, places, line=places[""][0], language=language, uid=uid)


def _every(event: Any, name: str) -> list[Any]:  # noqa: ANN401
    """A property as often as an event has it: once, several times, or not at all."""
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]


def _words(event: Any, name: str) -> str:  # noqa: ANN401
    """The words of a property, one after another where an event has it several times, as it may have `COMMENT`."""
    return " ".join(str(each).strip() for each in _every(event, name)).strip()


def _times(event: Any, zone: str | None) -> dict[str, Value]:  # noqa: ANN401
    """When it begins and ends, by the clocks of the site. A day that it ends is the one before that of `DTEND`, where there is no time."""
    start = event.decoded("DTSTART") if "DTSTART" in event else None
    if start is None:
        return {}
    end = event.decoded("DTEND") if "DTEND" in event else None
    if end is None and "DURATION" in event:
        end = start + event.decoded("DURATION")
    fields: dict[str, Value] = {"start_date": _day(start, zone).isoformat()}
    if isinstance(start, datetime):
        fields["start_time"] = f"{_here(start, zone):%H:%M}"
        if isinstance(end, datetime):
            fields["end_time"] = f"{_here(end, zone):%H:%M}"
    last = None if end is None else _day(end, zone) if isinstance(end, datetime) else end - timedelta(days=1)
    if last is not None and last.isoformat() != fields["start_date"]:
        fields["end_date"] = last.isoformat()
    return fields


def _rule(rule: str, zone: str | None) -> dict[str, Value]:
    """A rule without its end, which a record has in a field of its own."""
    parts = [part for part in rule.split(";") if not part.startswith(("UNTIL=", "WKST="))]
    fields: dict[str, Value] = {"recurrence": ";".join(parts)}
    if until := re.search(r"UNTIL=(\d{8}(?:T\d{6}Z?)?)", rule):
        form = {8: "%Y%m%d", 15: "%Y%m%dT%H%M%S", 16: "%Y%m%dT%H%M%S%z"}[len(until[1])]
        fields["until_date"] = _day(datetime.strptime(until[1], form), zone).isoformat()  # noqa: DTZ007  one form has no zone
    return fields


def _here(moment: datetime, zone: str | None) -> datetime:
    """A moment by the clocks of the site. One without a zone is meant so already (RFC 5545, 3.3.5)."""
    return moment.astimezone(ZoneInfo(zone)) if moment.tzinfo and zone else moment


def _day(moment: date, zone: str | None) -> date:
    return _here(moment, zone).date() if isinstance(moment, datetime) else moment
