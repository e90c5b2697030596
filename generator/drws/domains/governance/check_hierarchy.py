"""No body or post answers to itself, directly or in a circle.

Lines of the structure chart lead upwards: to whoever is answered to. In a circle nobody would be at the top. A region’s own body answers to
whom its pattern answers, unless it says otherwise, and stands in the pattern’s place there; so each region is looked at as well.

Refused::

    data/bodies/grwp-llywio.yml: {answers_to_ids: [bwrdd-llywio, grwp-llywio]}
"""

from collections.abc import Iterator
from typing import TypeAlias

from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import answers_to
from drws.domains.governance.post.record import Post
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.check import Subject

ID = "answers"

Circle: TypeAlias = tuple[Body | Post, ...]
"""Each answers to the next, and the last to the first."""


def check(subject: Subject) -> Iterator[Problem]:
    """Every circle, once: at the first record in it that names whom it answers to."""
    site = subject.site
    reported: set[str] = set()
    for region in (None, *site.all(Region)):
        records: Circle = (*site.all(Body), *site.all(Post))
        for record in records:
            circle = _circle(record, site, region)
            if circle and reported.isdisjoint(each.id for each in circle):
                reported.update(each.id for each in circle)
                yield _problem(circle)


def _problem(circle: Circle) -> Problem:
    at = next((place for place, each in enumerate(circle) if each.answers_to_ids), 0)
    first, *others = (*circle[at:], *circle[:at])
    ids = first.answers_to_ids
    to = others[0].id if others else first.id
    place = first.at("answers_to_ids", ids.index(to)) if to in ids else first.at("answers_to_ids" if ids else "id")
    if not others:
        return Problem(place, "answers.itself")
    return Problem(place, "answers.circle", {"circle": " → ".join(each.id for each in (first, *others, first))})


def _circle(start: Body | Post, site: Site, region: Region | None) -> Circle:
    """The shortest way from a record back to itself; empty when there is none. Takes as many steps as there are lines."""
    ways: list[Circle] = [(start,)]
    seen = {start.id}
    for way in ways:
        for above in answers_to(way[-1], site, region):
            if above.id == start.id:
                return way
            if above.id not in seen and isinstance(above, (Body, Post)):
                seen.add(above.id)
                ways.append((*way, above))
    return ()
