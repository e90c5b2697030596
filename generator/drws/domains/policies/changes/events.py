"""What happened to policies, as far as it is known on the site's day. A later day adds to it; only an overdue review goes away again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from drws.domains.policies.policy.record import Policy, PolicyStatus, Version
from drws.domains.policies.policy.standing import ReviewState, known_versions, review_day, review_state, successors
from drws.kernel.site import Site, derived
from drws.kernel.values import PartialDate


class EventKind(StrEnum):
    """What can happen to a policy."""

    NEW = "new"
    TO_COME = "to_come"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a policy."""

    kind: EventKind
    policy: Policy
    date: PartialDate | None
    """When, as exactly as it is known. None where no source says when it was withdrawn."""
    version: Version | None = None
    before: Version | None = None
    """The version whose place the version took or will take."""
    successor: Policy | None = None
    """The policy that took its place."""

    @property
    def id(self) -> str:
        """What stands for it among the events of its policy: the same on every day on which it is known."""
        if self.version:
            return f"{self.kind}/{self.version.version}"
        if self.successor:
            return f"{self.kind}/{self.successor.id}"
        return f"{self.kind}/{self.date.iso}" if self.kind is EventKind.OVERDUE and self.date else self.kind.value


@derived
def events(site: Site) -> tuple[Event, ...]:
    """Every event, the newest first. One of which the day, or the month, is not known stands after those of its month or year."""
    every = [event for policy in site.all(Policy) for event in _events(policy, site)]
    return tuple(sorted(every, key=_newest_first))


def _newest_first(event: Event) -> tuple[int, int, int, str, str]:
    date = event.date or PartialDate(0)
    return -date.year, -date.month, -date.day, event.policy.id, event.id


def _events(policy: Policy, site: Site) -> Iterator[Event]:
    before = None
    for version in known_versions(policy, site.as_of):
        for event in _of_version(policy, version, before):
            if event.date and event.date.first_day <= site.as_of:
                yield event
        before = version
    yield from _superseded(policy, site)
    if policy.status is PolicyStatus.WITHDRAWN:
        end = policy.versions[-1].in_force.end_date
        if end is None or end.first_day <= site.as_of:
            yield Event(EventKind.WITHDRAWN, policy, end)
    due = review_day(policy, site.as_of)
    if due and review_state(policy, site.as_of) is ReviewState.OVERDUE:
        late = due + timedelta(days=1)
        yield Event(EventKind.OVERDUE, policy, PartialDate(late.year, late.month, late.day))


def _of_version(policy: Policy, version: Version, before: Version | None) -> Iterator[Event]:
    """When it was published, and when it came into force where that was another day."""
    published, start = version.published_date, version.in_force.start_date
    is_ahead = bool(published and start and published.last_day < start.first_day)
    if before is None:
        yield Event(EventKind.NEW, policy, published or start, version)
        if is_ahead:
            yield Event(EventKind.IN_FORCE, policy, start, version)
        return
    if is_ahead:
        yield Event(EventKind.TO_COME, policy, published, version, before)
    yield Event(EventKind.AMENDED, policy, start or published, version, before)


def _superseded(policy: Policy, site: Site) -> Iterator[Event]:
    """Another policy takes its place when the other is in force for the first time; a draft takes nobody's."""
    for successor in successors(site).get(policy.id, ()):
        first = successor.versions[0]
        date = first.in_force.start_date or first.published_date
        is_draft = successor.status is PolicyStatus.DRAFT and first.in_force.start_date is None
        if date and date.first_day <= site.as_of and not is_draft:
            yield Event(EventKind.SUPERSEDED, policy, date, successor=successor)
