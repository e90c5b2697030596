"""What something was called before names nothing else.

`former_ids` of a record and `former_paths` of a hand-written page say what else led to them. An id that a record still has, or that two
records say they had, would lead to one place and mean another. So there are no circles, and no chains.

Refused::

    data/services/grwp-rhieni.yml: {former_ids: [blwch-llythyrau]}
"""

from collections.abc import Iterator

from drws.kernel.authored import AuthoredPage
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "former-names"


def check(subject: Subject) -> Iterator[Problem]:
    """Every former name that something has, or had besides."""
    yield from _ids(subject)
    yield from _paths(subject)


def _ids(subject: Subject) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for record in subject.site.entities:
        for index, former in enumerate(record.former_ids):
            place = record.at("former_ids", index)
            if subject.exists(record.FOLDER, former):
                file = f"data/{record.FOLDER}/{former}.yml"
                yield Problem(place, "former-names.there", {"name": former, "file": file})
            elif first := seen.get((record.KIND, former)):
                yield Problem(place, "former-names.twice", {"name": former, "file": first})
            seen.setdefault((record.KIND, former), place.file)


def _paths(subject: Subject) -> Iterator[Problem]:
    site, seen = subject.site, dict[str, tuple[AuthoredPage, str]]()
    there = {*site.authored, *subject.unread_pages}
    for page in site.authored.values():
        for text in page.texts.values():
            for index, former in enumerate(text.front_matter.former_paths):
                place = Place(text.file, ("former_paths", index))
                if former in there:
                    values = {"name": former, "file": f"content/{text.language}/{former}.md"}
                    yield Problem(place, "former-names.there", values)
                elif (first := seen.get(former)) and first[0] is not page:
                    values = {"name": former, "file": first[1]}
                    yield Problem(place, "former-names.twice", values)
                seen.setdefault(former, (page, text.file))
