"""Every region has a route for complaints, and every route has a first step.

Where a region’s own procedure is not known, the route says so (`is_known: false`) and what to do instead. A site without any routes is
not asked for them.

Refused::

    data/complaints/cwyno-dyffryn.yml: {about_id: ynys-las}
"""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Region
from drws.domains.governance.complaint.record import ComplaintRoute, Matter
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "complaints"


def check(subject: Subject) -> Iterator[Problem]:
    """Every region without a route, and every route without steps."""
    site = subject.site
    for route in site.all(ComplaintRoute):
        if not route.steps:
            yield Problem(route.at("steps"), "complaints.no-steps")
    if not site.of(ComplaintRoute) or subject.unread.get("complaints"):
        return
    about = {route.about_id for route in site.all(ComplaintRoute) if route.matter is Matter.COMPLAINT}
    for region in site.all(Region):
        if region.id not in about:
            yield Problem(region.at("id"), "complaints.no-route", {"id": region.id})
