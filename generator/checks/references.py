"""Every id that is mentioned exists.

A record names others by their ids. An id with no record behind it would be a link that leads nowhere, and its own would lead to where the
reader is. (That nobody answers to itself is a check of its own.)

Refused::

    data/services/blwch-llythyrau.yml: {organization_id: dyfryn}
"""

from collections.abc import Iterator

from generator.addresses import PAGES
from generator.checks.check import Subject
from generator.model.ids import mentions
from generator.problems import Problem, nearest

ID = "references"


def check(subject: Subject) -> Iterator[Problem]:
    """Every id that no record has, where it is mentioned."""
    for record in (subject.site.partnership, *subject.site.entities):
        for path, id_, near in subject.unknown(record):
            yield Problem(record.at(*path), "references.unknown", {"id": id_, "nearest": near})
    for record in subject.site.entities:
        for path, id_, collections in mentions(record):
            if id_ == record.id and record.FOLDER in collections and path[0] != "answers_to_ids":
                yield Problem(record.at(*path), "references.itself")
    yield from _pages(subject)


def _pages(subject: Subject) -> Iterator[Problem]:
    """Pages that the navigation and the foot of every page lead to."""
    partnership = subject.site.partnership
    pages = [*PAGES, *(f"page:{path}" for path in (*subject.site.authored, *sorted(subject.unread_pages)) if path)]
    for field in ("navigation", "footer"):
        for index, name in enumerate(getattr(partnership, field)):
            if name not in pages:
                place = partnership.at(field, index)
                yield Problem(place, "references.unknown", {"id": name, "nearest": nearest(name, pages)})
