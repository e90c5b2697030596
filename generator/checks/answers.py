"""No body or post answers to itself, directly or in a circle.

Lines of the structure chart lead upwards: to whoever is answered to. In a circle nobody would be at the top.

Refused::

    data/bodies/grwp-llywio.yml: {answers_to_ids: [bwrdd-llywio, grwp-llywio]}
"""

from collections.abc import Iterator, Mapping

from generator.checks.check import Subject
from generator.model import Body, Post
from generator.problems import Problem

ID = "answers"


def check(subject: Subject) -> Iterator[Problem]:
    """Every circle, once: at the first record in it."""
    records: Mapping[str, Body | Post] = {**subject.site.bodies, **subject.site.posts}
    reported: set[str] = set()
    for record in records.values():
        if record.id in record.answers_to_ids:
            place = record.at("answers_to_ids", record.answers_to_ids.index(record.id))
            yield Problem(place, "answers.itself")
        circle = _circle(record.id, records)
        if circle and reported.isdisjoint(circle):
            reported.update(circle)
            place = record.at("answers_to_ids", record.answers_to_ids.index(circle[1]))
            yield Problem(place, "answers.circle", {"circle": " → ".join((*circle, record.id))})


def _circle(start: str, records: Mapping[str, Body | Post]) -> tuple[str, ...]:
    """The shortest way from a record back to itself over others; empty when there is none. Takes as many steps as there are lines."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    for way in ways:
        above = records[way[-1]].answers_to_ids if way[-1] in records else ()
        for id_ in above:
            if id_ == start and len(way) > 1:
                return way
            if id_ not in seen:
                seen.add(id_)
                ways.append((*way, id_))
    return ()
