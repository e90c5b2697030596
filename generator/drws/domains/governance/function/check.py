"""What the law asks for is somebody’s work in every region, or a gap with a reason.

A function that a law requires (`is_statutory: true`) names that law. In each region somebody carries it out: `carried_out_by_ids`,
`carried_out_in_each`, or a service. Where nobody was found, `gaps` says so with a reason; where somebody was, it does not.
Where a body or a post that is named has ended or begun since, nobody has made a mistake: that is told and does not stop the build.

Refused::

    data/functions/lleol-1.yml: {provisions: []}
"""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.coverage.coverage import CoverageState, coverage_of
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import Post
from drws.kernel.period import Period
from drws.kernel.problem import Problem, Severity
from drws.kernel.roles import Actor
from drws.planning.check import Subject

ID = "functions"


def check(subject: Subject) -> Iterator[Problem]:
    """Every function that is nobody's in some region, has a gap that is none, is said twice, names no law, or shares its number."""
    site = subject.site
    numbers: dict[tuple[str, str, str], str] = {}
    complete = not any(
        subject.unread.get(folder) for folder in ("services", "authorities", "regions", "bodies", "posts")
    )
    for function in site.all(Function):
        key = (function.document_id, function.tier_id, function.number)
        if first := numbers.get(key):
            yield Problem(function.at("number"), "functions.number-taken", {"number": function.number, "id": first})
        numbers[key] = function.id
        if function.is_statutory and not any(provision.legislation_id for provision in function.provisions):
            yield Problem(function.at("is_statutory"), "functions.no-law")
        for index, id_ in enumerate(function.overlaps_ids):
            other = site.get(Function, id_)
            if other and function.id not in other.overlaps_ids:
                yield Problem(
                    function.at("overlaps_ids", index), "functions.overlap", {"id": id_, "other": function.id}
                )
        regions = [gap.region_id for gap in function.gaps]
        for index, region_id in enumerate(regions):
            if region_id in regions[:index]:
                yield Problem(function.at("gaps", index), "functions.gap-twice")
        if complete:
            yield from _covered(subject, function)


def _covered(subject: Subject, function: Function) -> Iterator[Problem]:
    """Region by region: nobody at all, or a gap where there is somebody."""
    site = subject.site
    states = {region.id: coverage_of(site, function, region).state for region in site.all(Region)}
    named = [found for id_ in function.carried_out_by_ids if (found := site.get(Actor, id_))]
    has_a_time = any(isinstance(each, (Body, Post)) and each.period != Period() for each in named)
    severity = Severity.WARNING if has_a_time else Severity.ERROR
    if function.is_statutory:
        for region_id, state in states.items():
            if state is CoverageState.NOBODY:
                values = {"id": function.id, "region": region_id}
                yield Problem(function.at("id"), "functions.uncovered", values, severity)
    for index, gap in enumerate(function.gaps):
        filled = [
            region_id
            for region_id, state in states.items()
            if gap.region_id in (None, region_id) and state in (CoverageState.SHOWN, CoverageState.NAMED)
        ]
        if filled:
            values = {"region": ", ".join(sorted(filled))}
            yield Problem(function.at("gaps", index), "functions.gap-filled", values, severity)
