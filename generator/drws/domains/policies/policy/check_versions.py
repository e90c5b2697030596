"""The versions of a policy follow each other, and one is in force at a time.

A reader asks which version counts today: there can be one answer only. What a version says of itself, its approval and its review has to
fit together as well.

Refused::

    data/policies/cyswllt.yml:
      versions:
        - {version: "1.0", published_date: 2023-03-01, in_force: {start_date: 2023-04-01, end_date: 2024-04-30}}
        - {version: "1.1", published_date: 2024-03-01, in_force: {start_date: 2024-04-01}}
"""

from collections.abc import Iterator
from itertools import pairwise

from drws.domains.diary.meeting.record import Meeting
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.policy.standing import current_version
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "versions"


def check(subject: Subject) -> Iterator[Problem]:
    """Every version that does not fit those beside it, its meeting or its review."""
    for policy in subject.site.all(Policy):
        yield from _names(policy)
        yield from _order(policy)
        yield from _approval(policy, subject)
        yield from _review(policy, subject)


def _names(policy: Policy) -> Iterator[Problem]:
    names = [version.version for version in policy.versions]
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Problem(policy.at("versions", index, "version"), "versions.twice", {"version": name})


def _order(policy: Policy) -> Iterator[Problem]:
    for index, (one, two) in enumerate(pairwise(policy.versions), 1):
        if one.published_date and two.published_date and two.published_date.last_day < one.published_date.first_day:
            yield Problem(policy.at("versions", index, "published_date"), "versions.order", {"version": one.version})
        start, other = one.in_force.start_date, two.in_force.start_date
        if not (start and other):
            continue
        if other.last_day <= start.first_day:
            yield Problem(
                policy.at("versions", index, "in_force", "start_date"), "versions.order", {"version": one.version}
            )
        elif one.in_force.end_date and one.in_force.end_date.first_day >= other.last_day:
            values = {"version": one.version, "value": one.in_force.end_date.iso}
            yield Problem(policy.at("versions", index, "in_force", "start_date"), "versions.overlap", values)


def _approval(policy: Policy, subject: Subject) -> Iterator[Problem]:
    for index, version in enumerate(policy.versions):
        meeting = subject.site.get(Meeting, version.approved_at_id)
        if meeting and version.approved_by_id and meeting.holder_id != version.approved_by_id:
            values = {"id": version.approved_by_id, "known": meeting.holder_id}
            yield Problem(policy.at("versions", index, "approved_at_id"), "versions.meeting", values)
        start, approved = version.in_force.start_date, meeting.date if meeting else version.approved_date
        if start and approved and start.last_day < approved.first_day:
            values = {"value": approved.iso}
            yield Problem(policy.at("versions", index, "in_force", "start_date"), "versions.before-approval", values)


def _review(policy: Policy, subject: Subject) -> Iterator[Problem]:
    """A review that was to be before the version that counts was approved or published is no plan."""
    if policy.review_date is None or not policy.is_known_on(subject.site.as_of):
        return
    version = current_version(policy, subject.site.as_of)
    meeting = subject.site.get(Meeting, version.approved_at_id)
    since = (meeting.date if meeting else version.approved_date) or version.published_date
    if since and policy.review_date.last_day < since.first_day:
        yield Problem(policy.at("review_date"), "versions.review", {"value": since.iso})
