"""Every id that is mentioned exists.

A record names others by their ids. An id with no record behind it would be a link that leads nowhere, and its own would lead to where the
reader is. (That nobody answers to itself is a check of its own.)

Refused::

    data/services/blwch-llythyrau.yml: {organization_id: dyfryn}
"""

from collections.abc import Iterable, Iterator

from drws.kernel.entity import Entity
from drws.kernel.ids import Mention, mentions, mentions_in
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Problem, nearest
from drws.planning.check import Subject

ID = "references"


def check(subject: Subject) -> Iterator[Problem]:
    """Every id that no record has, where it is mentioned."""
    site = subject.site
    for mention in mentions(site.partnership):
        yield from _unknown(mention, site.partnership, subject)
    for record, path, piece in site.pieces:
        for mention in mentions_in(piece, path):
            yield from _unknown(mention, record, subject)
            if mention.id == record.id and record.FOLDER in mention.collections and mention.path[0] != "answers_to_ids":
                yield Problem(record.at(*mention.path), "references.itself")
    yield from _pages(subject)


def _unknown(mention: Mention, record: Entity | Partnership, subject: Subject) -> Iterator[Problem]:
    """One that nothing has, or only something of another kind: a region may be called as the authority is that it is named after."""
    if subject.knows(mention):
        return
    values: dict[str, object] = {"id": mention.id, "nearest": subject.nearest(mention)}
    wanted = _folders(model for name in mention.collections for model in subject.models(name))
    found = _folders(model for model in subject.site.records if subject.exists(model.FOLDER, mention.id))
    if wanted and found:
        yield Problem(record.at(*mention.path), "references.other-kind", {**values, "found": found, "wanted": wanted})
    else:
        yield Problem(record.at(*mention.path), "references.unknown", values)


def _folders(models: Iterable[type[Entity]]) -> str:
    return ", ".join(dict.fromkeys(f"data/{model.FOLDER}" for model in models))


def _pages(subject: Subject) -> Iterator[Problem]:
    """Pages that the navigation and the foot of every page lead to."""
    partnership = subject.site.partnership
    singles = [page.name for page in subject.domains.single_pages(subject.site)]
    pages = [*singles, *(f"page:{path}" for path in (*subject.site.authored, *sorted(subject.unread_pages)) if path)]
    for field in ("navigation", "footer"):
        for index, name in enumerate(getattr(partnership, field)):
            if name not in pages:
                place = partnership.at(field, index)
                yield Problem(place, "references.unknown", {"id": name, "nearest": nearest(name, pages)})
