"""How a duty stands on a day: who owes it, what was delivered, what is next. Nothing is called late unless somebody kept a record."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from drws.domains.diary.duty.record import Delivery, Duty
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import lead_authority_as, phase_of
from drws.domains.governance.post.record import OneIn, Post
from drws.kernel.entity import Entity
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.kernel.site import Site, derived, known


class DueState(StrEnum):
    """How a duty stands."""

    CANCELLED = "cancelled"
    ENDED = "ended"
    DONE = "done"
    LATE = "late"
    DUE = "due"
    OVERDUE = "overdue"
    NOT_RECORDED = "not_recorded"
    NO_DATE = "no_date"


WORST_FIRST = (DueState.OVERDUE, DueState.NOT_RECORDED, DueState.LATE, DueState.DONE)
"""Of several who owe the same, the first of these says how all of it stands."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Someone who owes a duty for themselves."""

    actor: Entity | None
    """The body, the post or the organization. None where every region or authority itself owes it."""
    place: Entity | None = None
    """The region or the authority in which they owe it."""
    there: tuple[Entity, ...] = ()
    """For a body that every region has: those that are or were it there."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids by which a delivery can name them."""
        one = self.place or self.actor
        return frozenset(each.id for each in (*((one,) if one else ()), *self.there))


@dataclass(frozen=True, slots=True)
class DueDay:
    """A due day for one who owes it."""

    day: date
    owner: Owner
    state: DueState
    deliveries: tuple[Delivery, ...]
    """What answers it, oldest first."""


@dataclass(frozen=True)
class Obligation:
    """A duty on the day for which the site is built."""

    duty: Duty
    site: Site

    @cached_property
    def actors(self) -> tuple[Entity, ...]:
        """Those whom the record names as owing it."""
        return known(self.site.of(Actor), self.duty.owed_by_ids)

    @cached_property
    def owed_to(self) -> tuple[Entity, ...]:
        """Those to whom it is owed."""
        return known(self.site.of(Actor), self.duty.owed_to_ids)

    @cached_property
    def owing(self) -> frozenset[str]:
        """The ids of all who owe it: those whom the record names, and a region’s own bodies, while they exist, of a kind that does."""
        return frozenset((*self.duty.owed_by_ids, *self._own(self.actors)))

    @cached_property
    def concerned(self) -> frozenset[str]:
        """The ids of all whom it concerns: who owes it, where, and to whom."""
        places = (owner.place.id for owner in self.owners if owner.place)
        return self.owing | frozenset((*places, *self.duty.owed_to_ids, *self._own(self.owed_to)))

    def _own(self, actors: Iterable[Entity]) -> Iterator[str]:
        for actor in actors:
            for region in self.site.all(Region):
                for body in bodies_there(actor, region, self.site):
                    if phase_of(body, self.site) is not Phase.ENDED:
                        yield body.id

    @cached_property
    def owners(self) -> tuple[Owner, ...]:
        """Everyone who owes it for themselves, one in each region or authority where there is one in each."""
        actors: tuple[Entity | None, ...] = self.actors or (None,)
        return tuple(
            Owner(actor, place, tuple(bodies_there(actor, place, self.site)))
            for actor in actors
            for place in self._places(actor)
        )

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
                return self.site.all(Region)
            case OneIn.AUTHORITY:
                return self.site.all(Authority)
        return (None,)

    @cached_property
    def is_current(self) -> bool:
        """Does the duty stand on the day, or is it still to come?"""
        return not self.duty.is_cancelled and self.duty.period.phase(self.site.as_of) is not Phase.ENDED

    @cached_property
    def deliveries(self) -> tuple[Delivery, ...]:
        """What had been delivered by the day, oldest first; what has no date is among it."""
        by = self.site.as_of
        return tuple(each for each in self.duty.deliveries if each.date is None or each.date.first_day <= by)

    @cached_property
    def past_days(self) -> tuple[date, ...]:
        """Every due day that has passed, newest first."""
        return tuple(reversed([day for day in self.duty.days(self.site.as_of) if day < self.site.as_of]))

    @cached_property
    def early_days(self) -> tuple[date, ...]:
        """Due days that have not passed and for which something was delivered already, the first to come first."""
        days = {each.due_date for each in self.deliveries if each.due_date and each.due_date >= self.site.as_of}
        return tuple(sorted(days))

    def on(self, day: date) -> tuple[DueDay, ...]:
        """A due day, for everyone who owes it."""
        return tuple(self._due_day(day, owner) for owner in self.owners)

    @cached_property
    def next_day(self) -> date | None:
        """The next due day that not everyone has answered, the day itself included."""
        return next(self._open_days(), None)

    def days_within(self, until: date) -> tuple[date, ...]:
        """The due days from the day on, not after `until`, that not everyone has answered."""
        return tuple(self._open_days(until))

    def _open_days(self, until: date | None = None) -> Iterator[date]:
        days = self.duty.days(until) if self.is_current else ()
        return (day for day in days if day >= self.site.as_of and day not in self._answered_early)

    @cached_property
    def _answered_early(self) -> tuple[date, ...]:
        return tuple(day for day in self.early_days if all(each.deliveries for each in self.on(day)))

    @cached_property
    def latest(self) -> tuple[DueDay, ...]:
        """The due day by which it is judged, for everyone who owes it.

        It is the newest that has passed, or that everyone answered before it came; but what is overdue stays overdue.
        """
        last = self.on(self.past_days[0]) if self.past_days else ()
        if self._answered_early and all(each.state is not DueState.OVERDUE for each in last):
            return self.on(self._answered_early[-1])
        return last

    @cached_property
    def state(self) -> DueState:
        """How it stands: by the due day by which it is judged, and by the next one where there is none."""
        if self.duty.is_cancelled:
            return DueState.CANCELLED
        if not self.is_current:
            return DueState.ENDED
        if states := {each.state for each in self.latest}:
            return next(each for each in WORST_FIRST if each in states)
        return DueState.DUE if self.next_day else DueState.NO_DATE

    def _due_day(self, day: date, owner: Owner) -> DueDay:
        found = tuple(each for each in self.deliveries if each.due_date == day and self._is_by(each, owner))
        return DueDay(day, owner, self._state_on(day, found), found)

    def _state_on(self, day: date, found: tuple[Delivery, ...]) -> DueState:
        if found:
            return DueState.LATE if all(each.is_late for each in found) else DueState.DONE
        if day >= self.site.as_of:
            return DueState.DUE
        since = self.duty.recorded_since
        is_overdue = self.is_current and since is not None and since <= day  # not in a duty that no longer stands
        return DueState.OVERDUE if is_overdue else DueState.NOT_RECORDED

    def _is_by(self, delivery: Delivery, owner: Owner) -> bool:
        return delivery.actor_id in owner.ids if delivery.actor_id else len(self.owners) == 1


def bodies_there(actor: Entity | None, place: Entity | None, site: Site) -> Iterator[Body | Authority]:
    """For a body that every region has: the region's own body of the kind, and former ones, or its lead authority where it is that."""
    if not isinstance(actor, Body) or not actor.in_each_region or not isinstance(place, Region):
        return
    if lead := lead_authority_as(actor, place, site):
        yield lead
    for body in site.all(Body):
        if body.pattern_id == actor.id and body.region_id == place.id:
            yield body


@derived
def obligations(site: Site) -> tuple[Obligation, ...]:
    """Every duty, as it stands on the day."""
    return tuple(Obligation(duty, site) for duty in site.all(Duty))
