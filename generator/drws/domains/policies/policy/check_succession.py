"""No policy takes the place of itself, directly or in a circle.

Whoever reads a superseded policy is led to the one that holds now. In a circle nobody arrives.

Refused::

    data/policies/cyswllt.yml: {supersedes_ids: [hen-gyswllt]}
    data/policies/hen-gyswllt.yml: {supersedes_ids: [cyswllt]}
"""

from collections.abc import Iterator, Mapping

from drws.domains.policies.policy.record import Policy
from drws.kernel.problem import Problem
from drws.kernel.site import known
from drws.planning.check import Subject

ID = "succession"


def check(subject: Subject) -> Iterator[Problem]:
    """Every circle, once: at the first policy in it."""
    policies = subject.site.of(Policy)
    reported: set[str] = set()
    for policy in policies.values():
        circle = _circle(policy, policies)
        if circle and reported.isdisjoint(each.id for each in circle):
            reported.update(each.id for each in circle)
            names = " → ".join(each.id for each in (*circle, policy))
            following = circle[1].id if len(circle) > 1 else policy.id
            place = policy.at("supersedes_ids", policy.supersedes_ids.index(following))
            yield Problem(place, "succession.circle", {"circle": names})


def _circle(start: Policy, policies: Mapping[str, Policy]) -> tuple[Policy, ...]:
    """The shortest way from a policy back to itself; empty when there is none."""
    ways: list[tuple[Policy, ...]] = [(start,)]
    seen = {start.id}
    for way in ways:
        for before in known(policies, way[-1].supersedes_ids):
            if before.id == start.id:
                return way
            if before.id not in seen:
                seen.add(before.id)
                ways.append((*way, before))
    return ()
