"""Every id that is mentioned exists.

A record names others by their ids. An id with no record behind it would be a link that leads nowhere.

Refused::

    data/services/blwch-llythyrau.yml: {organization_id: dyfryn}
"""

from collections.abc import Iterable, Iterator

from generator.addresses import PAGES
from generator.checks.check import Subject
from generator.model.ids import mentions
from generator.problems import Place, Problem, nearest

ID = "references"


def check(subject: Subject) -> Iterator[Problem]:
    """Every id that no record has, where it is mentioned."""
    for record in (subject.site.partnership, *subject.site.entities):
        for path, id_, collections in mentions(record):
            if not any(subject.exists(name, id_) for name in collections):
                known = dict.fromkeys(each for name in collections for each in subject.ids(name))
                yield _unknown(record.at(*path), id_, known)
    yield from _pages(subject)


def _pages(subject: Subject) -> Iterator[Problem]:
    """Pages that the navigation and the foot of every page lead to."""
    partnership = subject.site.partnership
    pages = [*PAGES, *(f"page:{path}" for path in (*subject.site.authored, *sorted(subject.unread_pages)) if path)]
    for field in ("navigation", "footer"):
        for index, name in enumerate(getattr(partnership, field)):
            if name not in pages:
                yield _unknown(partnership.at(field, index), name, pages)


def _unknown(place: Place, id_: str, known: Iterable[str]) -> Problem:
    return Problem(place, "references.unknown", {"id": id_, "nearest": nearest(id_, known)})
