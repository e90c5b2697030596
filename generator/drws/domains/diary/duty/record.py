"""Duties: what somebody owes somebody else, by when, on what it rests, and what was delivered."""

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from itertools import dropwhile
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.governance.post.record import OneIn
from drws.domains.law.provision import Provision
from drws.kernel.entity import Finding, Happening, Part, Source
from drws.kernel.ids import ActorId
from drws.kernel.link import Link
from drws.kernel.period import Period
from drws.kernel.roles import Decidable
from drws.kernel.text import Text
from drws.kernel.values import Dated, Day, Number, RecurringDay


class Strength(StrEnum):
    """How far a duty binds. The word that visitors read follows from it, so that it is as strong in each language."""

    MUST = "must"
    SHOULD = "should"


class DutyStatus(StrEnum):
    """Whether a duty stands. One that was cancelled stays in calendars, crossed out."""

    ACTIVE = "active"
    CANCELLED = "cancelled"


class Due(Part):
    """By when: a day that comes round again, one date, or words where no day is known."""

    recurrence: RecurringDay | None = None
    """A rule for days that come round again, as calendars write it (RFC 5545 `RRULE`)."""
    start_date: Day | None = None
    """From when the rule holds: the first due day is this one or the next after it."""
    end_date: Day | None = None
    """The last day on which the rule holds. Left out while it goes on."""
    date: Dated | None = None
    """The one date by which it is due. Of a month or a year the last day counts."""
    text: Text | None = None
    """When, in words: all there is where the source names no day."""

    @model_validator(mode="after")
    def _one_way(self) -> "Due":
        if self.recurrence and self.date:
            raise PydanticCustomError("due.one-of", "", {"at": "date"})
        if not (self.recurrence or self.date or self.text):
            raise PydanticCustomError("due.none", "")
        if bool(self.recurrence) != bool(self.start_date) or (self.end_date and not self.recurrence):
            raise PydanticCustomError("due.start", "")
        if self.recurrence and not self.first_day:
            raise PydanticCustomError("due.never", "", {"at": "recurrence", "value": self.recurrence.rule})
        return self

    @property
    def first_day(self) -> dt.date | None:
        """The first due day, where there is any."""
        return next(self.days(), None)

    def days(self, last: dt.date | None = None) -> Iterator[dt.date]:
        """Every due day in order, not after `last`. A rule without an end goes on for ever."""
        if self.recurrence and self.start_date:
            yield from self.recurrence.from_day(self.start_date, _sooner(last, self.end_date))
        elif self.date and (last is None or self.date.last_day <= last):
            yield self.date.last_day


class Delivery(Part):
    """Something that was delivered."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("date",)

    period: Text
    """What it covers: `{same: 2017-18}`."""
    due_date: Day | None = None
    """The due day that it answers. Left out where the duty has no days."""
    actor_id: ActorId | None = None
    """Who delivered it, where several owe it: for what each region owes, the region."""
    date: Dated | None = None
    """When it was delivered, as exactly as the source says."""
    link: Link | None = None
    """Where it can be read."""
    note: Text | None = None
    """What the source shows, and what it does not."""
    sources: tuple[Source, ...]
    """Where that was read."""

    @property
    def is_late(self) -> bool:
        """Was it delivered after its due day, even if its date is only known in part?"""
        return bool(self.due_date and self.date and self.date.first_day > self.due_date)


class Duty(Decidable):
    """What somebody has to do for somebody else."""

    FOLDER: ClassVar[str] = "duties"
    KIND: ClassVar[str] = "duty"

    strength: Strength
    """`must` or `should`."""
    owed_by_ids: tuple[ActorId, ...] = ()
    """Who has to do it: bodies, posts, regions, authorities or organizations."""
    in_each: OneIn | None = None
    """`region` or `authority` when each of them has it for itself. Bodies and posts that every region has say so already."""
    owed_to_ids: tuple[ActorId, ...] = ()
    """To whom it is owed."""
    description: Text
    """What has to be done, in one to three sentences."""
    contents: tuple[Text, ...] = ()
    """What has to be in it, one thing a line."""
    provisions: tuple[Provision, ...] = ()
    """The law or the agreement on which it rests."""
    rests_on: Text | None = None
    """What it rests on when that is neither a law nor an agreement: a council's decision, a framework."""
    due: Due
    """By when."""
    deliveries: tuple[Delivery, ...] = ()
    """What was delivered, as far as anybody recorded it, oldest first."""
    recorded_since: Day | None = None
    """From this day somebody records every delivery here, so that one that is missing is late. Without it nothing is ever called late."""
    period: Period = Period()
    """From when and until when there is such a duty. Due days before or after it do not count."""
    status: DutyStatus = DutyStatus.ACTIVE
    """`active`, or `cancelled` for one that was published and is not to be: it stays in calendars, crossed out."""
    sequence: Number = 0
    """How often its days were changed, or it was revived after it was cancelled, since it was published. Add 1 each time: calendars keep
    what they have unless it rises (RFC 5545 `SEQUENCE`). Cancelling needs nothing here."""
    facts: tuple[Finding, ...] = ()
    """Things that sources say about it."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    @model_validator(mode="after")
    def _is_owed_and_rests_on_something(self) -> "Duty":
        if not self.owed_by_ids and self.in_each is None:
            raise PydanticCustomError("duty.owed-by", "")
        if not self.provisions and self.rests_on is None:
            raise PydanticCustomError("duty.provision", "")
        return self

    @property
    def is_cancelled(self) -> bool:
        """Was it published, and is not to be?"""
        return self.status is DutyStatus.CANCELLED

    @property
    def first_day(self) -> dt.date | None:
        """The first due day, where there is any while the duty stands."""
        return next(self.days(), None)

    @property
    def last_day(self) -> dt.date | None:
        """The last day on which it can be due: that of its rule or of its period, whichever comes sooner."""
        return _sooner(self.due.end_date, self.period.end_date.last_day if self.period.end_date else None)

    def days(self, last: dt.date | None = None) -> Iterator[dt.date]:
        """Its due days in order, not after `last`: only those that fall within its period. They may go on for ever."""
        start = self.period.start_date
        days = self.due.days(_sooner(last, self.last_day))
        return dropwhile(lambda day: start is not None and day < start.first_day, days)


def _sooner(*days: dt.date | None) -> dt.date | None:
    return min((day for day in days if day), default=None)
