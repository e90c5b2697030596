"""No two pages have the same address.

Addresses are made from names. Two records with the same name in one language would write over each other.

Refused::

    data/services/blwch-llythyrau.yml: {name: {cy: Grŵp rhieni, en: Letterbox}}
"""

from collections.abc import Iterator

from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "addresses"


def check(subject: Subject) -> Iterator[Problem]:
    """Every address that two pages share, at the later one."""
    names: dict[str, str] = {}
    for (name, language), path in subject.addresses.paths.items():
        folded = path.casefold()
        if names.get(folded, name) != name:
            yield Problem(_place(name, language, subject), "addresses.taken", {"address": path, "name": names[folded]})
        names[folded] = name


def _place(name: str, language: str, subject: Subject) -> Place:
    kind, _, id_ = name.partition(":")
    if kind == "page" and (page := subject.site.authored.get(id_)):
        return Place(page.texts[language].file, ("slug",), line=1, column=1)
    found = next((entity for entity in subject.site.entities if (entity.KIND, entity.id) == (kind, id_)), None)
    return found.at("name", language) if found else Place("theme/strings.yml", (f"address.{name}", language))
