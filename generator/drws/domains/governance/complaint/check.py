"""Every region and authority has a route for complaints, of one to three steps.

A route names whom it is about (`about_id`), or all organizations of a kind (`about_type_ids`). Where no procedure is known, the route
says so (`is_known: false`) and what to do instead. Somebody who complains reads three steps, and not a fourth. A site without any routes
is not asked for them.

Refused::

    data/complaints/cwyno-dyffryn.yml: {about_id: ynys-las, about_type_ids: []}
"""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.governance.complaint.queries import route_about
from drws.domains.governance.complaint.record import ComplaintRoute
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "complaints"

MOST_STEPS = 3
"""As many as somebody who is upset reads."""


def check(subject: Subject) -> Iterator[Problem]:
    """Every route without steps or with too many, and everybody about whom there is no route."""
    site = subject.site
    for route in site.all(ComplaintRoute):
        if not route.steps:
            yield Problem(route.at("steps"), "complaints.no-steps")
        elif len(route.steps) > MOST_STEPS:
            yield Problem(route.at("steps"), "complaints.many-steps", {"count": len(route.steps), "most": MOST_STEPS})
    if not site.of(ComplaintRoute) or subject.unread.get("complaints"):
        return
    for record in (*site.all(Region), *site.all(Authority)):
        if route_about(record, site) is None:
            yield Problem(record.at("id"), "complaints.no-route", {"id": record.id, "type": record.organization_type})
