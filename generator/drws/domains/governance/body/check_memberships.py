"""Members keep to the time of their body, and holders to that of their post.

A date that is known in part is refused only when none of the days that it can mean would fit.

Refused::

    data/bodies/bwrdd-llywio.yml:
      period: {start_date: 2020}
      memberships: [{post_id: cydlynydd, start_date: 2018, end_date: 2019-06}]
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drws.domains.governance.body.record import Body
from drws.domains.governance.post.record import Post
from drws.kernel.problem import Problem
from drws.planning.check import Subject

if TYPE_CHECKING:
    from drws.kernel.period import Period

ID = "memberships"


def check(subject: Subject) -> Iterator[Problem]:
    """Every date outside the time of its body or post, and every membership whose name another has."""
    for body in subject.site.all(Body):
        yield from _outside(body, "memberships", "memberships.outside")
        keys = [membership.key for membership in body.memberships]
        for index, key in enumerate(keys):
            if key in keys[:index]:
                yield Problem(body.at("memberships", index), "memberships.twice", {"id": key})
    for post in subject.site.all(Post):
        yield from _outside(post, "holders", "memberships.holder-outside")


def _outside(record: Body | Post, field: str, message: str) -> Iterator[Problem]:
    first, last = record.period.start_date, record.period.end_date
    whole = f"{first.iso if first else '…'} – {last.iso if last else '…'}"
    times: tuple[Period, ...] = getattr(record, field)
    for index, time in enumerate(times):
        for name in ("start_date", "end_date"):
            day = getattr(time, name)
            if day and ((first and day.last_day < first.first_day) or (last and day.first_day > last.last_day)):
                yield Problem(record.at(field, index, name), message, {"period": whole})
