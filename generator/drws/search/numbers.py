"""Telephone numbers, for whoever has one from a leaflet or a letter: that of a contact, or one that it had before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.queries import provider
from drws.kernel.site import Site
from drws.kernel.values import dialled_before, national
from drws.planning.addresses import name_of
from drws.search.files import write


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a site, by their digits without what is dialled before them: `2920180123`."""

    before: tuple[str, str]
    """What is dialled before them: the code of the country, and the sign of a number inside it."""
    pages: Mapping[str, tuple[str, ...]]
    """The names of the pages that show the contacts with each number."""
    former: frozenset[str]
    """Those that no contact has any more."""


def numbers_of(site: Site) -> Numbers:
    """Every number of a contact. A contact stands on the page of whoever answers it."""
    country, pages, today = site.partnership.country, dict[str, list[str]](), set[str]()
    for contact in site.all(Contact):
        owner = provider(contact.organization_id, site)
        current = [national(phone.number.text, country) for phone in contact.phones]
        today.update(current)
        for number in (*current, *(national(phone.number, country) for phone in contact.former_phones)):
            if owner and name_of(owner) not in pages.setdefault(number, []):
                pages[number].append(name_of(owner))
    return Numbers(
        dialled_before(country), {each: tuple(names) for each, names in pages.items()}, frozenset(pages.keys() - today)
    )


def write_numbers(
    root: Path, language: str, numbers: Numbers, ids: Callable[[Iterable[str]], Sequence[str]]
) -> Mapping[str, Any]:
    """Write the pages of each number, by what the index of a language calls them. Only a question with a number in it needs the file."""
    code, prefix = numbers.before
    table = {
        "pages": {number: " ".join(ids(names)) for number, names in sorted(numbers.pages.items())},
        "former": " ".join(sorted(numbers.former)),
    }
    return {"code": code, "prefix": prefix, "file": write(root, language, "numbers", table)}
