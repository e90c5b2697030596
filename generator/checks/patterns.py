"""A region’s own body names a pattern, and a pattern belongs to no region.

A pattern is a record of what holds for a body in every region: it has `in_each_region: true`. A region’s own body names it in `pattern_id`.

Refused::

    data/bodies/grwp-dyffryn.yml: {pattern_id: bwrdd-llywio}
"""

from collections.abc import Iterator

from generator.checks.check import Subject
from generator.problems import Problem

ID = "patterns"


def check(subject: Subject) -> Iterator[Problem]:
    """Every pattern with a region, and every pattern that is named and is none."""
    bodies = subject.site.bodies
    patterns = [body.id for body in bodies.values() if body.in_each_region]
    for body in bodies.values():
        if body.in_each_region and body.region_id:
            yield Problem(body.at("region_id"), "patterns.in-one-region")
        if body.pattern_id in bodies and body.pattern_id not in patterns:
            known = {"id": body.pattern_id, "patterns": ", ".join(patterns) or "—"}
            yield Problem(body.at("pattern_id"), "patterns.not-a-pattern", known)
        if body.pattern_id and not body.region_id:
            yield Problem(body.at("pattern_id"), "patterns.no-region")
