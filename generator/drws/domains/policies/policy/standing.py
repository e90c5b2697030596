"""Which version of a policy counts on a day, and what became of the others (point in time, as legislation.gov.uk has it)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from drws.domains.policies.policy.record import Policy, PolicyStatus, Version
from drws.kernel.site import Site, derived, grouped
from drws.kernel.values import PartialDate, months_after


class VersionState(StrEnum):
    """How a version stands to a day."""

    IN_FORCE = "in_force"
    TO_COME = "to_come"
    SUPERSEDED = "superseded"
    ENDED = "ended"
    DRAFT = "draft"
    UNDATED = "undated"


class ReviewState(StrEnum):
    """Whether a policy is due for review on a day."""

    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    NOT_SET = "not_set"


DUE_SOON = timedelta(days=90)
"""How long before its day a review counts as due."""


@dataclass(frozen=True, slots=True)
class VersionStanding:
    """A version on a day."""

    version: Version
    state: VersionState
    until: date | None = None
    """Its last day in force, where that is known: its own, or the one before the next version's first."""
    next: Version | None = None
    """The version that takes its place."""


def known_versions(policy: Policy, day: date) -> tuple[Version, ...]:
    """The versions that had been published by a day, the oldest first."""
    return tuple(version for version in policy.versions if version.is_known_on(day))


def current_version(policy: Policy, day: date) -> Version:
    """The version that is in force on a day; where none says that it is, the newest that had been published and is not yet to come.

    Before the first was published that one: a site for such a day leaves the policy out, and only checks ask.
    """
    known = known_versions(policy, day) or policy.versions[:1]
    in_force = [version for version in known if version.is_in_force_on(day)]
    if in_force:
        return in_force[-1]
    come = [each for each in known if not each.in_force.start_date or each.in_force.start_date.first_day <= day]
    return (come or known)[-1]


def current_date(policy: Policy, day: date) -> PartialDate | None:
    """From when the version that counts on a day is in force, or when it was published. None when neither is known."""
    version = current_version(policy, day)
    return version.in_force.start_date or version.published_date


def standings(policy: Policy, day: date) -> tuple[VersionStanding, ...]:
    """How every version that is known on a day stands, the newest first."""
    known = known_versions(policy, day) or policy.versions[:1]
    following = dict(pairwise(version.version for version in known))
    by_name = {version.version: version for version in known}
    current = current_version(policy, day)
    return tuple(
        _standing(version, by_name.get(following.get(version.version, "")), current, policy, day)
        for version in reversed(known)
    )


def _standing(version: Version, after: Version | None, current: Version, policy: Policy, day: date) -> VersionStanding:
    start, end = version.in_force.start_date, version.in_force.end_date
    taken = after.in_force.start_date.first_day if after and after.in_force.start_date else None
    until = end.last_day if end else taken - timedelta(days=1) if taken else None
    if start and start.first_day > day:
        return VersionStanding(version, VersionState.TO_COME, until, after)
    if version is not current and after:
        return VersionStanding(version, VersionState.SUPERSEDED, until, after)
    if start:
        state = VersionState.IN_FORCE if version.is_in_force_on(day) else VersionState.ENDED
        return VersionStanding(version, state, until, after)
    is_ahead = current.in_force.start_date is not None and version is not current
    is_draft = policy.status is PolicyStatus.DRAFT or is_ahead
    return VersionStanding(version, VersionState.DRAFT if is_draft else VersionState.UNDATED, until, after)


@derived
def successors(site: Site) -> Mapping[str, tuple[Policy, ...]]:
    """By the id of a policy, those that took its place."""
    return grouped((before, policy) for policy in site.all(Policy) for before in policy.supersedes_ids)


def review_day(policy: Policy, day: date) -> date | None:
    """By when a policy is to be reviewed, counted from the version that counts on a day. None when nobody set it, or when it no longer counts."""
    if policy.status in (PolicyStatus.SUPERSEDED, PolicyStatus.WITHDRAWN):
        return None
    if policy.review_date:
        return policy.review_date.last_day
    since = current_date(policy, day)
    if policy.review_months is None or since is None:
        return None
    return months_after(since.first_day, policy.review_months)


def review_state(policy: Policy, day: date) -> ReviewState:
    """Whether the review of a policy is due on a day."""
    due = review_day(policy, day)
    if due is None:
        return ReviewState.NOT_SET
    if due < day:
        return ReviewState.OVERDUE
    return ReviewState.DUE if due - day <= DUE_SOON else ReviewState.LATER
