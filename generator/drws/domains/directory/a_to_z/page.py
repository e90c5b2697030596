"""Everything by name, in the alphabet of the page's language."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import listed_services, providers
from drws.kernel.entity import Entity
from drws.kernel.text import Said
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner
from drws.say.collation import alphabetical, initial

if TYPE_CHECKING:
    from drws.domains.directory.organization.record import Organization
    from drws.domains.directory.service.record import Service


class Entry(NamedTuple):
    """A name in the list, and what it stands for."""

    name: Said
    entity: Entity


@dataclass(frozen=True, slots=True)
class AToZView:
    """What the list prints."""

    letters: tuple[Group, ...]
    """Every letter of the alphabet with its entries; a letter that has none is there too, and empty."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    key = alphabetical(planner.language)
    entries = sorted(_entries(planner), key=lambda entry: (key(entry.name.words), entry.entity.KIND, entry.entity.id))
    filed: dict[str, list[Entry]] = {letter: [] for letter in planner.language.alphabet}
    for entry in entries:
        filed.setdefault(initial(entry.name.words, planner.language), []).append(entry)
    yield from planner.page(
        "a-to-z",
        "directory/a-to-z.html",
        AToZView(tuple(Group(letter, tuple(members)) for letter, members in filed.items())),
    )


def _entries(planner: Planner) -> Iterator[Entry]:
    """Each service and organization under its name and its other names; an authority also under its place."""
    site = planner.site
    listed: tuple[Service | Organization, ...] = (*listed_services(site), *providers(site).values())
    for entity in listed:
        yield Entry(entity.name.in_language(planner.code), entity)
        for name in entity.alternate_names.in_language(planner.code):
            yield Entry(Said(name, planner.code), entity)
        if isinstance(entity, Authority):
            yield Entry(entity.place.in_language(planner.code), entity)
