"""How to reach someone: the HSDS `contact` with its `phone` and `schedule`."""

from collections.abc import Mapping
from datetime import time
from enum import StrEnum
from typing import ClassVar
from urllib.parse import quote

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import AreaId, ContactPurposeId, LocationId, ProviderId
from drws.kernel.entity import Entity, Part, Source
from drws.kernel.fact_kind import FactKind
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import (
    Dated,
    Day,
    Email,
    LanguageCode,
    Phone,
    PrintedPhone,
    TelephoneKeys,
    TimeOfDay,
    Words,
    YesOrNo,
)


class PhoneType(StrEnum):
    """What kind of line it is (HSDS `phone.type`; `freephone` is ours)."""

    VOICE = "voice"
    FREEPHONE = "freephone"
    TEXTPHONE = "textphone"
    TEXT = "text"


class ContactPhone(Part):
    """A telephone line (HSDS `phone`)."""

    number: Phone
    """The number, spaced as people say it. No quotes are needed. A short number is one as well: `999`, `116 123`."""
    type: PhoneType = PhoneType.VOICE
    """`voice`, `freephone`, `textphone`, or `text` for text messages (SMS)."""
    extension: Words | None = None
    """What to dial after the number."""
    option: TelephoneKeys | None = None
    """What to press when the line answers and offers a choice: `2`. A telephone does not press it by itself."""
    message: Words | None = None
    """What to write in a text message to this number, when a source says so: `HELP`. Only for `text`."""
    relay_prefix: TelephoneKeys | None = None
    """What to dial before the number to reach it by typing, through a text relay service, when a source says so: `18001`."""
    cost: Text | None = None
    """What it costs, when a source says so of this line. Otherwise `call_charges` of `data/site.yml` says it by the kind of number; those
    are for calls, not for text messages."""
    description: Text | None = None
    """What this line is for, when a contact has several."""
    languages: tuple[LanguageCode, ...] = ()
    """The languages in which the line is answered, when a source says so."""

    @property
    def is_rung(self) -> bool:
        """Is it a line to ring, not one for text messages?"""
        return self.type is not PhoneType.TEXT

    @property
    def uri(self) -> str:
        """Where a link to it leads: a call (RFC 3966), or a text message that is begun (RFC 5724)."""
        if self.is_rung:
            return f"tel:{self.number.dialled}"
        return f"sms:{self.number.dialled}" + (f"?body={quote(self.message, safe='')}" if self.message else "")

    @model_validator(mode="after")
    def _message_is_texted(self) -> "ContactPhone":
        if self.message is not None and self.is_rung:
            raise PydanticCustomError("phone.message-not-texted", "", {"at": "message"})
        return self


class FormerPhone(Part):
    """A number on which a contact is no longer reached. Whoever searches for it finds the contact; no page offers to ring it."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("until",)

    number: PrintedPhone
    """The number, as leaflets and old pages have it."""
    until: Dated | None = None
    """Until when it was the contact’s, as exactly as a source says. Left out when none does."""
    sources: tuple[Source, ...]
    """Where it was read that it was the contact’s, and is no longer."""

    @model_validator(mode="after")
    def _has_a_source(self) -> "FormerPhone":
        if not self.sources:
            raise PydanticCustomError("source.none", "", {"at": "sources"})
        return self


class Weekday(StrEnum):
    """A day of the week, as iCalendar writes it (RFC 5545 BYDAY)."""

    MO = "MO"
    TU = "TU"
    WE = "WE"
    TH = "TH"
    FR = "FR"
    SA = "SA"
    SU = "SU"

    @property
    def number(self) -> int:
        """Monday is 0."""
        return list(Weekday).index(self)


class Schedule(Part):
    """When someone answers (HSDS `schedule`), in local time."""

    byday: tuple[Weekday, ...]
    """The days: `[MO, TU]`."""
    opens_at: TimeOfDay
    """When it opens: `9:00`. `0:00` is midnight at the beginning of the day."""
    closes_at: TimeOfDay
    """When it closes: `16:30`. `0:00` is midnight at the end of the day; hours that go on after it are a schedule of the next day. From
    `0:00` to `0:00` is the whole day: pages say “24 hours”."""
    closed_on_holidays: YesOrNo | None = None
    """Is it closed on public holidays? Left out unless a source says so: then the page says that nobody knows."""
    description: Text | None = None
    """What a visitor should know about these hours."""

    @property
    def is_all_day(self) -> bool:
        """Does it open at midnight and close at the next?"""
        return self.opens_at == self.closes_at == time(0, 0)

    @property
    def is_until_midnight(self) -> bool:
        """Does it close at the midnight that ends the day?"""
        return self.closes_at == time(0, 0)

    @property
    def is_always(self) -> bool:
        """Is it every hour of every day of the week?"""
        return self.is_all_day and len(self.byday) == len(Weekday)

    @property
    def runs(self) -> tuple[tuple[Weekday, Weekday], ...]:
        """The days as first and last of each run of days that follow one another: Monday to Thursday, and Saturday."""
        runs: list[tuple[Weekday, Weekday]] = []
        for day in sorted(self.byday, key=lambda day: day.number):
            if runs and day.number == runs[-1][1].number + 1:
                runs[-1] = (runs[-1][0], day)
            else:
                runs.append((day, day))
        return tuple(runs)

    @model_validator(mode="after")
    def _opens_first(self) -> "Schedule":
        _check_order(self.opens_at, self.closes_at)
        if not self.byday or len(set(self.byday)) < len(self.byday):
            raise PydanticCustomError("schedule.days", "", {"at": "byday"})
        return self


def _check_order(opens_at: time, closes_at: time) -> None:
    """Opening comes first. Midnight closes the day that it ends."""
    if closes_at <= opens_at and closes_at != time(0, 0):
        raise PydanticCustomError("schedule.closes-first", "", {"at": "closes_at"})


class HolidayHours(Part):
    """What is different on one public holiday."""

    date: Day
    """The holiday: `2026-12-28`. It is one of the calendar that `holidays` in `data/site.yml` names."""
    opens_at: TimeOfDay | None = None
    """When it opens. Left out when it is closed all day."""
    closes_at: TimeOfDay | None = None
    """When it closes. Left out when it is closed all day."""

    @model_validator(mode="after")
    def _opens_first(self) -> "HolidayHours":
        if (self.opens_at is None) != (self.closes_at is None):
            missing = "opens_at" if self.opens_at is None else "closes_at"
            raise PydanticCustomError("fields.missing", "", {"name": missing})
        if self.opens_at is not None and self.closes_at is not None:
            _check_order(self.opens_at, self.closes_at)
        return self


class Contact(Entity):
    """A way to reach an organization for one purpose."""

    FOLDER: ClassVar[str] = "contacts"
    KIND: ClassVar[str] = "contact"
    AGES: ClassVar[Mapping[FactKind, tuple[str, ...]]] = {
        FactKind.CONTACT_DETAILS: ("phones", "emails", "website", "web_chat", "sign_language", "languages"),
        FactKind.HOURS: ("schedules", "holiday_hours"),
        FactKind.ADDRESS: ("location_id",),
        FactKind.DESCRIPTION: ("description", "what_happens", "conflicts"),
    }

    organization_id: ProviderId
    """Who answers."""
    name: Text
    """What the contact is: “Letterbox team”."""
    purpose: ContactPurposeId
    """What it is for: the id of a contact purpose in `data/site.yml`."""
    description: Text | None = None
    """When to use it."""
    what_happens: Text | None = None
    """What happens to somebody who gets in touch, as far as a source says: who answers, whether they must give their name, who is told."""
    phones: tuple[ContactPhone, ...] = ()
    """Telephone lines, the best one first."""
    former_phones: tuple[FormerPhone, ...] = ()
    """Numbers that it had before. Search finds the contact by them, and its card says that the number has changed."""
    emails: tuple[Email, ...] = ()
    """Email addresses, the best one first."""
    website: Link | None = None
    """A page with a form or more ways to get in touch."""
    web_chat: Link | None = None
    """A page on which a person answers what somebody types."""
    sign_language: Link | None = None
    """A page or an app through which an interpreter of a sign language makes the call (video relay)."""
    languages: tuple[LanguageCode, ...] = ()
    """The languages in which the contact answers, when a source says so."""
    schedules: tuple[Schedule, ...] = ()
    """When the contact answers."""
    holiday_hours: tuple[HolidayHours, ...] = ()
    """Public holidays on which it is closed or open at other times, when a source says so."""
    location_id: LocationId | None = None
    """Where to write or to go."""
    area_ids: tuple[AreaId, ...] = ()
    """The areas it serves, when that is not simply its organization's own."""

    @property
    def is_reachable(self) -> bool:
        """Is there a person at the other end: a telephone line, a mailbox, a chat?"""
        return bool(self.phones or self.emails or self.web_chat)

    @property
    def is_rung(self) -> bool:
        """Is there a line to ring?"""
        return self.line is not None

    @property
    def line(self) -> ContactPhone | None:
        """The best line to talk on."""
        return next((phone for phone in self.phones if phone.is_rung), None)

    @property
    def is_always_open(self) -> bool:
        """Does it answer at all hours, on public holidays too?"""
        return (
            any(each.is_always and each.closed_on_holidays is False for each in self.schedules)
            and not self.holiday_hours
        )
