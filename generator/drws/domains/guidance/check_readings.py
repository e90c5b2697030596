r"""The readings of a hand-written page make sense.

`last_read`, `next_reading` and `owner_post_id` are the same in every language, the next reading comes after the last, the last is not in the
future, and the post exists. A reading that is overdue is told, and is no mistake.

Refused::

    content/en/about/people.md: !in-place {old: "translation: reviewed", new: "translation: reviewed\nlast_read: 2025-06-01"}
"""

from collections.abc import Iterator

from drws.domains.governance.post.record import Post
from drws.domains.guidance.reading import late
from drws.kernel.authored import AuthoredPage
from drws.kernel.problem import Place, Problem, Severity, nearest
from drws.planning.check import Subject

ID = "readings"
FIELDS = ("owner_post_id", "last_read", "next_reading")


def check(subject: Subject) -> Iterator[Problem]:
    """Every page."""
    for page in subject.site.authored.values():
        yield from _wrong_with(page, subject)
    for page in late(subject.site):
        first = next(iter(page.texts.values()))
        values = {"value": first.front_matter.next_reading}
        yield Problem(Place(first.file, ("next_reading",)), "readings.late", values, Severity.NOTICE)


def _wrong_with(page: AuthoredPage, subject: Subject) -> Iterator[Problem]:
    first, *others = page.texts.values()
    said = first.front_matter
    for other in others:
        for name in FIELDS:
            one, two = getattr(said, name), getattr(other.front_matter, name)
            if one != two:
                values = {"value": two or "–", "other": one or "–", "file": first.file}
                yield Problem(Place(other.file, (name,)), "readings.unlike", values)
    if said.last_read and said.last_read > subject.today:
        yield Problem(Place(first.file, ("last_read",)), "readings.future", {"value": said.last_read})
    if said.next_reading and (said.last_read is None or said.next_reading <= said.last_read):
        yield Problem(Place(first.file, ("next_reading",)), "readings.order", {"value": said.next_reading})
    if said.owner_post_id and not subject.exists(Post.FOLDER, said.owner_post_id):
        values = {"id": said.owner_post_id, "nearest": nearest(said.owner_post_id, subject.ids(Post.FOLDER))}
        yield Problem(Place(first.file, ("owner_post_id",)), "readings.owner", values)
