"""In every authority’s area there is somebody to ring for a child in danger, at every hour.

An authority without a number of its own is no dead end: `child_in_danger` in `data/site.yml` names whom to ring instead. One of these, or
of the authority's own, is open at every hour.

Refused::

    data/site.yml:
      child_in_danger: {by_day: worried-about-a-child, at_night: letterbox, contact_ids: [pont-llinell-gymorth]}
"""

from collections.abc import Iterator

from drws.domains.directory.child_in_danger.route import route_in
from drws.domains.directory.organization.record import Authority
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "child-in-danger"


def check(subject: Subject) -> Iterator[Problem]:
    """Every authority in whose area nobody can be rung at some hour."""
    if any(subject.unread.values()):
        return
    for authority in subject.site.all(Authority):
        route = route_in(authority, subject.site)
        if route and not route.is_open_at_every_hour:
            yield Problem(authority.at("id"), "child-in-danger.nobody", {"id": authority.id})
