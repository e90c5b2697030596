"""Events: what takes place on a day, or comes round again (schema.org `Event`, RFC 5545 `VEVENT`)."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import AudienceId, ContactId, LocationId, ProviderId, RegionId, ServiceId
from drws.domains.events.ids import EventKindId
from drws.kernel.entity import Entity, Part
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import Day, LanguageCode, Number, RecurringDay, TimeOfDay, YesOrNo


class EventStatus(StrEnum):
    """Whether it takes place."""

    PLANNED = "planned"
    CANCELLED = "cancelled"


class Booking(Part):
    """How to get a place."""

    text: Text | None = None
    """What to do, in words."""
    link: Link | None = None
    """The page on which to book."""
    contact_id: ContactId | None = None
    """Whom to ask for a place."""
    by_date: Day | None = None
    """The last day to book."""

    @model_validator(mode="after")
    def _says_how(self) -> "Booking":
        if self.text is None and self.link is None and self.contact_id is None:
            raise PydanticCustomError("booking.empty", "")
        return self


class Event(Entity):
    """An information evening, a course, a group, or another date that people can come to or want to know."""

    FOLDER: ClassVar[str] = "events"
    KIND: ClassVar[str] = "event"

    kind_id: EventKindId
    """What kind of event it is: one of `event_kinds` in `data/site.yml`."""
    description: Text | None = None
    """What happens there, in one to three sentences."""
    audience_ids: tuple[AudienceId, ...] = ()
    """Who it is for."""
    region_ids: tuple[RegionId, ...] = ()
    """The regions that it is for. Left out when it is for all of them."""
    organization_id: ProviderId | None = None
    """Who holds it."""
    service_ids: tuple[ServiceId, ...] = ()
    """The services that it belongs to."""
    online: YesOrNo = False
    """Can people take part online?"""
    location_id: LocationId | None = None
    """Where it is, when that is a record in `data/locations/`."""
    location: Text | None = None
    """Where it is, in words."""
    languages: tuple[LanguageCode, ...] = ()
    """The languages in which it is held, when a source says so."""
    start_date: Day
    """The day on which it begins; of one that comes round again, from when its rule holds."""
    start_time: TimeOfDay | None = None
    """When it begins, in the time zone of the site. Left out when it takes all day, or no source says when."""
    end_date: Day | None = None
    """The day on which it ends, when that is another one."""
    end_time: TimeOfDay | None = None
    """When it ends."""
    recurrence: RecurringDay | None = None
    """A rule for days that come round again, as calendars write it (RFC 5545 `RRULE`)."""
    until_date: Day | None = None
    """The last day on which the rule holds, or on which anybody knows that it does: a rule without one would be shown for ever, long after
    the last person has come. Move it on whenever those who hold it have said that it goes on."""
    cancelled_dates: tuple[Day, ...] = ()
    """Days of the rule on which it does not take place."""
    booking: Booking | None = None
    """How to get a place. Left out when nobody has to book, or no source says."""
    fees_description: Text | None = None
    """What it costs, when a source says so."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom to ask about it. Without any: whoever takes bookings, or who holds it, or its regions."""
    website: Link | None = None
    """Its own page, on the pages of those who hold it."""
    status: EventStatus = EventStatus.PLANNED
    """`planned` or `cancelled`. One that is cancelled stays until its day is over, and calendars cross it out."""
    instead: Text | None = None
    """What people can do instead, when it is cancelled."""
    sequence: Number = 0
    """How often its time was changed, or it was revived after it was cancelled, since it was published. Add 1 each time: calendars keep
    what they have unless it rises (RFC 5545 `SEQUENCE`). Cancelling needs nothing here."""

    @model_validator(mode="after")
    def _fits_together(self) -> "Event":
        if self.end_date and self.end_date < self.start_date:
            raise PydanticCustomError("event.ends-first", "", {"at": "end_date"})
        if self.end_time and self.start_time is None:
            raise PydanticCustomError("event.time", "", {"at": "end_time"})
        if self.end_time and self.start_time and self.days == 0 and self.end_time <= self.start_time:
            raise PydanticCustomError("event.ends-first", "", {"at": "end_time"})
        if self.status is EventStatus.CANCELLED and self.instead is None:
            raise PydanticCustomError("event.instead", "")
        if self.booking and self.booking.by_date and self.booking.by_date > self.last_day_to_book:
            raise PydanticCustomError("event.booked-late", "", {"at": ("booking", "by_date")})
        if self.recurrence is None and (self.until_date or self.cancelled_dates):
            wrong = "until_date" if self.until_date else "cancelled_dates"
            raise PydanticCustomError("event.no-rule", "", {"at": wrong, "name": wrong})
        if self.recurrence and self.until_date is None:
            raise PydanticCustomError("event.no-end", "", {"at": "recurrence"})
        if next(self.first_days(), None) is None:
            raise PydanticCustomError("event.never", "", {"at": "recurrence"})
        return self

    @property
    def days(self) -> int:
        """How many days after the one on which it begins it ends."""
        return (self.end_date - self.start_date).days if self.end_date else 0

    @property
    def last_day_to_book(self) -> dt.date:
        """The day on which it begins; of one that comes round again, the last day of its rule."""
        return self.until_date or self.start_date

    @property
    def is_cancelled(self) -> bool:
        """Does none of it take place?"""
        return self.status is EventStatus.CANCELLED

    def first_days(self, last: dt.date | None = None) -> Iterator[dt.date]:
        """The days on which it begins, in order, not after `last`."""
        if self.recurrence:
            yield from self.recurrence.from_day(self.start_date, min(filter(None, (last, self.until_date))))
        elif last is None or self.start_date <= last:
            yield self.start_date

    def slug_words(self, language: str) -> str:
        """The day of one that takes place once stands before its name: many events have the same name."""
        name = super().slug_words(language)
        return name if self.recurrence else f"{self.start_date.isoformat()} {name}"
