"""How a duty stands on a day: who owes it, what was delivered, what is next. Nothing is called late unless somebody kept a record."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from generator.model.body import Body
from generator.model.duty import Delivery, Duty
from generator.model.entity import Entity
from generator.model.period import Phase
from generator.model.post import OneIn, Post
from generator.model.site import Site


class DueState(StrEnum):
    """How a duty stands."""

    CANCELLED = "cancelled"
    ENDED = "ended"
    DONE = "done"
    DUE = "due"
    OVERDUE = "overdue"
    NOT_RECORDED = "not_recorded"
    NO_DATE = "no_date"


@dataclass(frozen=True, slots=True)
class Owner:
    """Someone who owes a duty for themselves."""

    actor: Entity | None
    """The body, the post or the organization. None where every region or authority itself owes it."""
    place: Entity | None = None
    """The region or the authority in which they owe it."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids by which a delivery can name them."""
        one = self.place or self.actor
        return frozenset({one.id} if one else ())


@dataclass(frozen=True, slots=True)
class DueDay:
    """A due day that has passed, for one who owes it."""

    day: date
    owner: Owner
    state: DueState
    delivery: Delivery | None


@dataclass(frozen=True)
class Obligation:
    """A duty on the day for which the site is built."""

    duty: Duty
    site: Site

    @cached_property
    def actors(self) -> tuple[Entity, ...]:
        """Those whom the record names as owing it."""
        return tuple(filter(None, map(self.site.actor, self.duty.owed_by_ids)))

    @cached_property
    def owed_to(self) -> tuple[Entity, ...]:
        """Those to whom it is owed."""
        return tuple(filter(None, map(self.site.actor, self.duty.owed_to_ids)))

    @cached_property
    def owners(self) -> tuple[Owner, ...]:
        """Everyone who owes it for themselves, one in each region or authority where there is one in each."""
        actors: tuple[Entity | None, ...] = self.actors or (None,)
        return tuple(Owner(actor, place) for actor in actors for place in self._places(actor))

    def in_each(self, actor: Entity | None) -> OneIn | None:
        """Where there is one duty in each: the record says so, or the body or post is one that every region or authority has."""
        if self.duty.in_each:
            return self.duty.in_each
        if isinstance(actor, Body) and actor.in_each_region:
            return OneIn.REGION
        return actor.one_in_each if isinstance(actor, Post) else None

    def _places(self, actor: Entity | None) -> Iterable[Entity | None]:
        match self.in_each(actor):
            case OneIn.REGION:
                return self.site.regions.values()
            case OneIn.AUTHORITY:
                return self.site.authorities.values()
        return (None,)

    @cached_property
    def is_current(self) -> bool:
        """Does the duty stand on the day, or is it still to come?"""
        return not self.duty.is_cancelled and self.duty.period.phase(self.site.as_of) is not Phase.ENDED

    @cached_property
    def next_day(self) -> date | None:
        """The next due day, the day itself included."""
        days = self.duty.days() if self.is_current else ()
        return next((day for day in days if day >= self.site.as_of), None)

    @cached_property
    def past(self) -> tuple[DueDay, ...]:
        """Every due day that has passed, newest first, for everyone who owes it."""
        days = [day for day in self.duty.days(self.site.as_of) if day < self.site.as_of]
        return tuple(self._due_day(day, owner) for day in reversed(days) for owner in self.owners)

    @cached_property
    def last(self) -> tuple[DueDay, ...]:
        """The newest due day that has passed, for everyone who owes it."""
        return tuple(each for each in self.past if each.day == self.past[0].day)

    @cached_property
    def state(self) -> DueState:
        """How it stands: by the newest due day that has passed, and by the next one where none has."""
        if self.duty.is_cancelled:
            return DueState.CANCELLED
        if not self.is_current:
            return DueState.ENDED
        if self.last:
            states = {each.state for each in self.last}
            return next(each for each in (DueState.OVERDUE, DueState.NOT_RECORDED, DueState.DONE) if each in states)
        return DueState.DUE if self.next_day else DueState.NO_DATE

    def days_within(self, until: date) -> tuple[date, ...]:
        """The due days from the day on, not after `until`."""
        days = self.duty.days(until) if self.is_current else ()
        return tuple(day for day in days if day >= self.site.as_of)

    def _due_day(self, day: date, owner: Owner) -> DueDay:
        found = next((each for each in self.duty.deliveries if each.due_date == day and self._is_by(each, owner)), None)
        if found:
            return DueDay(day, owner, DueState.DONE, found)
        since = self.duty.recorded_since
        is_late = (
            self.is_current and since is not None and since <= day
        )  # nothing is late in a duty that no longer stands
        return DueDay(day, owner, DueState.OVERDUE if is_late else DueState.NOT_RECORDED, None)

    def _is_by(self, delivery: Delivery, owner: Owner) -> bool:
        return delivery.actor_id in owner.ids if delivery.actor_id else len(self.owners) == 1


def obligations(site: Site) -> tuple[Obligation, ...]:
    """Every duty, as it stands on the day."""
    return tuple(Obligation(duty, site) for duty in site.duties.values())
