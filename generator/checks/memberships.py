"""A membership lies within the time of its body, and has a name of its own in it.

A date that is known in part is refused only when none of the days that it can mean would fit.

Refused::

    data/bodies/bwrdd-llywio.yml:
      period: {start_date: 2020}
      memberships: [{post_id: cydlynydd, start_date: 2018, end_date: 2019-06}]
"""

from collections.abc import Iterator

from generator.checks.check import Subject
from generator.model import Body
from generator.problems import Problem

ID = "memberships"


def check(subject: Subject) -> Iterator[Problem]:
    """Every date outside the time of its body, and every membership whose name another has."""
    for body in subject.site.bodies.values():
        yield from _outside(body)
        keys = [membership.key for membership in body.memberships]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                yield Problem(body.at("memberships", index), "memberships.twice", {"id": key})


def _outside(body: Body) -> Iterator[Problem]:
    first, last = body.period.start_date, body.period.end_date
    time = f"{first.iso if first else '…'} – {last.iso if last else '…'}"
    for index, membership in enumerate(body.memberships):
        for field in ("start_date", "end_date"):
            day = getattr(membership, field)
            if day and ((first and day.last_day < first.first_day) or (last and day.first_day > last.last_day)):
                yield Problem(body.at("memberships", index, field), "memberships.outside", {"period": time})
