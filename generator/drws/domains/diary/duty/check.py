"""What was delivered answers a duty: one of its due days, by somebody who owes it.

A delivery that names another day or another body would make the duty look undone, or done by the wrong one.

Refused::

    data/duties/adroddiad-blynyddol.yml:
      deliveries: [{period: {same: 2024-25}, due_date: 2025-06-30, actor_id: dyffryn, sources: [{document: cytundeb-bach}]}]
"""

from collections.abc import Iterator

from drws.domains.diary.duty.obligation import Obligation, obligations
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "duties"


def check(subject: Subject) -> Iterator[Problem]:
    """Every delivery that answers nothing."""
    if any(subject.unread.get(folder) for folder in ("regions", "authorities", "organizations", "bodies", "posts")):
        return  # whoever owes a duty may be among what could not be read
    for obligation in obligations(subject.site):
        yield from _deliveries(obligation)


def _deliveries(obligation: Obligation) -> Iterator[Problem]:
    duty = obligation.duty
    owners = sorted(set().union(*(owner.ids for owner in obligation.owners)))
    for index, delivery in enumerate(duty.deliveries):
        day = delivery.due_date
        if day and day not in duty.days(day):
            yield Problem(duty.at("deliveries", index, "due_date"), "duties.no-such-day", {"value": day.isoformat()})
        if owners and delivery.actor_id and delivery.actor_id not in owners:
            yield Problem(
                duty.at("deliveries", index, "actor_id"),
                "duties.not-theirs",
                {"id": delivery.actor_id, "known": ", ".join(owners)},
            )
        if owners and delivery.actor_id is None and len(owners) > 1 and day:
            yield Problem(duty.at("deliveries", index), "duties.by-whom", {"known": ", ".join(owners)})
