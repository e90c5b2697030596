"""Calendars to subscribe to, as plain values: what each holds, in the words of a language. `exports/calendars.py` writes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urljoin

from drws.domains.diary.addresses import calendar_of
from drws.domains.diary.calendar.schedule_queries import actors_with_a_calendar, duties_with_days, meetings_with_days
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.entity import Entity
from drws.kernel.text import Said, Text
from drws.kernel.values import Recurrence
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of a calendar (RFC 5545 `VEVENT`)."""

    uid: str
    """The same in every language, in every calendar, and for as long as the record keeps its id."""
    summary: Said
    description: Said
    url: str
    location: Said | None = None
    day: date | None = None
    """The first day, of an entry without a time."""
    until_day: date | None = None
    """The last day, of an entry without a time that takes several days."""
    rule: Recurrence | None = None
    last_day: date | None = None
    """The last day on which the rule holds."""
    starts: datetime | None = None
    ends: datetime | None = None
    is_cancelled: bool = False
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """A calendar in one language."""

    actor: Entity | None
    """Whose it is; none for the one with everything."""
    name: str
    path: str
    """Its file, from the root of the site."""
    url: str
    """Its address as it stands in links."""
    subscription: str
    """Its address for programs that subscribe: `webcal://…`."""
    address: str
    """The same for programs that want to be given an address: `https://…`."""
    language: str
    entries: tuple[CalendarEntry, ...]


def every_calendar(planner: Planner) -> tuple[Calendar, ...]:
    """All of them, as `calendars` gives them: for `planner.once`."""
    return tuple(calendars(planner))


def calendars(planner: Planner) -> Iterator[Calendar]:
    """Everything first, then one for each body, post or organization that has anything in it, by name."""
    site = planner.site
    actors = actors_with_a_calendar(site)
    for actor in (*actors[:1], *planner.by_name(filter(None, actors))):
        duties = (_duty(duty, planner) for duty in duties_with_days(site, actor))
        meetings = (_meeting(meeting, planner) for meeting in meetings_with_days(site, actor))
        about = planner.plain(actor.name) if actor else planner.say("calendar.everything")
        yield calendar(calendar_of(actor), about, (*duties, *meetings), planner, actor)


def calendar(
    name: str, about: str, entries: tuple[CalendarEntry, ...], planner: Planner, actor: Entity | None = None
) -> Calendar:
    """The calendar of a file, by the name of the file, called after the site and what it is about."""
    partnership = planner.site.partnership
    path = planner.addresses.path(name, planner.code)
    address = urljoin(partnership.url, path)
    return Calendar(
        actor=actor,
        name=f"{planner.plain(partnership.short_name)}: {about}",
        path=path,
        url=planner.addresses.base + path,
        subscription="webcal://" + address.partition("://")[2],
        address=address,
        language=planner.code,
        entries=entries,
    )


def _duty(duty: Duty, planner: Planner) -> CalendarEntry:
    first = duty.first_day
    is_cancelled = duty.is_cancelled or first is None  # it ended before it was ever due: its days are crossed out
    description = planner.plain(duty.description)
    strength = planner.say(f"strength.{duty.strength}")
    return CalendarEntry(
        uid=_uid(duty, planner),
        summary=_said(duty.name, planner, prefix=planner.say("calendar.due")),
        description=Said(f"{description}\n{planner.say('calendar.strength', strength=strength)}", planner.code),
        url=urljoin(planner.site.partnership.url, planner.addresses.path(duty, planner.code)),
        day=first or duty.due.first_day,
        rule=duty.due.recurrence,
        last_day=duty.last_day if first else duty.due.end_date,
        is_cancelled=is_cancelled,
        sequence=_sequence(duty.sequence, is_cancelled=is_cancelled),
    )


def _meeting(meeting: Meeting, planner: Planner) -> CalendarEntry:
    zone = planner.site.partnership.timezone
    is_cancelled = meeting.status is MeetingStatus.CANCELLED
    starts = meeting.starts(zone)
    said = [planner.plain(meeting.description)] if meeting.description else []
    said += [f"– {planner.plain(item.title)}" for item in meeting.agenda]
    return CalendarEntry(
        uid=_uid(meeting, planner),
        summary=_said(meeting.name, planner),
        description=Said("\n".join(said), planner.code),
        url=urljoin(planner.site.partnership.url, planner.addresses.path(meeting, planner.code)),
        location=_said(meeting.location, planner) if meeting.location else None,
        day=None if starts else meeting.date.first_day,
        starts=starts,
        ends=meeting.ends(zone),
        is_cancelled=is_cancelled,
        sequence=_sequence(meeting.sequence, is_cancelled=is_cancelled),
    )


def _sequence(changes: int, *, is_cancelled: bool) -> int:
    """The `SEQUENCE` of an entry: programs keep what they have unless it rises.

    Cancelling raises it by itself, and what is revived stands above that again: its record's own `sequence` rises by one then.
    """
    return 2 * changes + is_cancelled


def _uid(record: Entity, planner: Planner) -> str:
    return f"{record.KIND}-{record.id}@{planner.site.settings(DirectorySettings).organization_id}"


def _said(text: Text, planner: Planner, prefix: str = "") -> Said:
    said = text.in_language(planner.code)
    return Said(f"{prefix} {said.words}".strip(), said.language or planner.code)
