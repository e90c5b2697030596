"""A region’s own body names a pattern, and a pattern belongs to no region.

A pattern is a record of what holds for a body in every region: it has `in_each_region: true`. A region’s own body names it in `pattern_id`,
and there is one of a kind at a time.

Refused::

    data/bodies/grwp-dyffryn.yml: {pattern_id: bwrdd-llywio}
"""

from collections.abc import Iterator

from drws.domains.governance.body.record import Body
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "patterns"


def check(subject: Subject) -> Iterator[Problem]:
    """Every pattern with a region, every one that is named and is none, and every second body of a kind that a region has one of."""
    bodies = subject.site.of(Body)
    owned: list[Body] = []
    patterns = [body.id for body in bodies.values() if body.in_each_region]
    for body in bodies.values():
        if body.in_each_region and body.region_id:
            yield Problem(body.at("region_id"), "patterns.in-one-region")
        if body.pattern_id in bodies and body.pattern_id not in patterns:
            known = {"id": body.pattern_id, "patterns": ", ".join(patterns) or "—"}
            yield Problem(body.at("pattern_id"), "patterns.not-a-pattern", known)
        before = (each for each in owned if (each.pattern_id, each.region_id) == (body.pattern_id, body.region_id))
        if other := next((each for each in before if each.period.meets(body.period)), None):
            yield Problem(body.at("pattern_id"), "patterns.taken", {"id": other.id})
        if body.pattern_id and body.region_id:
            owned.append(body)
        if body.pattern_id and not body.region_id:
            yield Problem(body.at("pattern_id"), "patterns.no-region")
