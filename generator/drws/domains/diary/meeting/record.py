"""Meetings, and what they decided (Popolo `event`)."""

from datetime import date as datetime_date
from datetime import datetime
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from dateutil.tz import datetime_exists
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import ProviderId
from drws.domains.governance.ids import BodyId
from drws.kernel.entity import Entity, Part, Source
from drws.kernel.ids import DocumentId, SubjectId
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import Dated, Day, Id, Number, TimeOfDay, Words


class MeetingStatus(StrEnum):
    """Whether it took place."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class AgendaItem(Part):
    """A thing to talk about."""

    number: Words | None = None
    """As the agenda counts."""
    title: Text
    """What it is."""
    link: Link | None = None
    """Its own page."""


class Paper(Part):
    """Something that the meeting had before it."""

    title: Text
    """What it is called."""
    link: Link | None = None
    """Where it can be read."""
    document: DocumentId | None = None
    """The document of `data/site.yml` that it is."""


class Minutes(Part):
    """The record of a meeting."""

    link: Link | None = None
    """Where it can be read."""
    agreed_date: Day | None = None
    """When the body agreed that it is right."""

    @model_validator(mode="after")
    def _are_there(self) -> "Minutes":
        if self.link is None and self.agreed_date is None:
            raise PydanticCustomError("minutes.empty", "")
        return self


class DecisionResult(StrEnum):
    """What became of a proposal."""

    AGREED = "agreed"
    NOTED = "noted"
    DEFERRED = "deferred"
    REFUSED = "refused"
    NOT_KNOWN = "not_known"


class Decision(Part):
    """What a meeting decided."""

    id: Id
    """Its own name, in all meetings: links to it end with it."""
    name: Text
    """What it is about, in a few words."""
    text: Text
    """What was decided, in our own words."""
    result: DecisionResult
    """`agreed`, `noted`, `deferred`, `refused`, or `not_known` when a source shows the proposal and not what became of it."""
    changed_ids: tuple[SubjectId, ...] = ()
    """What it changed: duties, services, bodies, posts, agreements, laws or organizations."""
    sources: tuple[Source, ...] = ()
    """Where it was read, when that is another source than the meeting's own."""


class Meeting(Entity):
    """A meeting of a body, or of a part of an organization such as a council's cabinet."""

    FOLDER: ClassVar[str] = "meetings"
    KIND: ClassVar[str] = "meeting"

    name: Text
    """Who meets, without the date: pages add it."""
    body_id: BodyId | None = None
    """The body that meets."""
    organization_id: ProviderId | None = None
    """For a meeting inside an organization, its cabinet or a committee: the organization."""
    date: Dated
    """When, as exactly as the source says."""
    start_time: TimeOfDay | None = None
    """When it begins."""
    end_time: TimeOfDay | None = None
    """When it ends."""
    status: MeetingStatus
    """`planned`, `held` or `cancelled`. One that is cancelled stays, so that calendars can cross it out."""
    sequence: Number = 0
    """How often its time was changed, or it was revived after it was cancelled, since it was published. Add 1 each time: calendars keep
    what they have unless it rises (RFC 5545 `SEQUENCE`). Cancelling needs nothing here."""
    location: Text | None = None
    """Where, in words."""
    website: Link | None = None
    """Its own page, on the pages of those who hold it."""
    description: Text | None = None
    """What it is about, when there is more to say than the agenda does."""
    agenda: tuple[AgendaItem, ...] = ()
    """What was to be talked about, or will be."""
    papers: tuple[Paper, ...] = ()
    """What it had before it."""
    minutes: Minutes | None = None
    """Its minutes, once they are there."""
    decisions: tuple[Decision, ...] = ()
    """What it decided."""

    @model_validator(mode="after")
    def _is_somebodys(self) -> "Meeting":
        if (self.body_id is None) == (self.organization_id is None):
            raise PydanticCustomError("meeting.one-of", "")
        if self.start_time and not self.date.day:
            raise PydanticCustomError("meeting.time", "", {"at": "start_time"})
        if self.end_time and (self.start_time is None or self.end_time <= self.start_time):
            raise PydanticCustomError("meeting.ends-first", "", {"at": "end_time"})
        return self

    @property
    def holder_id(self) -> str:
        """The body or the organization that holds it."""
        return self.body_id or self.organization_id or ""

    def is_known_on(self, day: datetime_date) -> bool:
        """Nobody knows of a meeting that was held later."""
        return self.status is not MeetingStatus.HELD or self.date.first_day <= day

    def slug_words(self, language: str) -> str:
        """Its day before its name: many meetings have the same name."""
        return f"{self.date.iso} {super().slug_words(language)}"

    def starts(self, zone: str | None) -> datetime | None:
        """When it begins, in a time zone; none where no time is known."""
        return self._at(self.start_time, zone)

    def ends(self, zone: str | None) -> datetime | None:
        """When it ends; none where no time is known."""
        return self._at(self.end_time, zone)

    def skipped_times(self, zone: str) -> tuple[str, ...]:
        """Which of its times the clocks of a time zone skip on its day. Without them it ends after it begins in UTC as well.

        A time that comes twice, when clocks go back, means the first.
        """
        times = {"start_time": self.starts(zone), "end_time": self.ends(zone)}
        return tuple(name for name, moment in times.items() if moment and not datetime_exists(moment))

    def _at(self, time: TimeOfDay | None, zone: str | None) -> datetime | None:
        if time is None:
            return None
        return datetime.combine(self.date.first_day, time, ZoneInfo(zone) if zone else None)
