"""A policy for programs (schema.org `DigitalDocument`), in the version that a page shows."""

from drws.domains.policies.policy.record import Policy, PolicyStatus, Version
from drws.kernel.roles import Actor
from drws.kernel.site import known
from drws.planning.linked_data import Node, id_of, node
from drws.planning.plan import Planner

STATUS = {
    PolicyStatus.DRAFT: "Draft",
    PolicyStatus.IN_FORCE: "Published",
    PolicyStatus.UNDER_REVIEW: "Published",
    PolicyStatus.PUBLISHED: "Published",
    PolicyStatus.SUPERSEDED: "Obsolete",
    PolicyStatus.WITHDRAWN: "Obsolete",
}
"""The words that schema.org has for `creativeWorkStatus`. Of one whose status is not known nothing is said."""


def linked_data(policy: Policy, version: Version, planner: Planner) -> tuple[Node, ...]:
    """What it is, which version of when counts, and who published it."""
    start, end = version.in_force.start_date, version.in_force.end_date
    said = {
        "name": planner.plain(policy.name),
        "description": planner.plain(policy.description),
        "version": version.version,
        "datePublished": version.published_date.iso if version.published_date else None,
        "temporalCoverage": f"{start.iso}/{end.iso if end else '..'}" if start else None,
        "creativeWorkStatus": STATUS.get(policy.status),
        "publisher": [
            node("Organization", {"name": planner.plain(each.name)})
            for each in known(planner.site.of(Actor), policy.publisher_ids)
        ],
    }
    return (node("DigitalDocument", said, id_of(policy, planner)),)
