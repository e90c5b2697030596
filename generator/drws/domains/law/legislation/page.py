"""A page for each law, with what changed what and what rests on it, and the list of laws by kind."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.law.citations import Citation, citations
from drws.domains.law.legislation.linked_data import linked_data
from drws.domains.law.legislation.record import Legislation, LegislationType
from drws.domains.law.provision import Provision
from drws.kernel.entity import Entity
from drws.kernel.site import known
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class CitingRecord:
    """A record and the places in the law on which it rests."""

    record: Entity
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class LegislationView:
    """What the page of a law prints."""

    law: Legislation
    amends: tuple[Legislation, ...]
    replaces: tuple[Legislation, ...]
    amended_by: tuple[Legislation, ...]
    replaced_by: tuple[Legislation, ...]
    """Those in force that took its place."""
    to_be_replaced_by: tuple[Legislation, ...]
    """Those that are to take its place."""
    citing: tuple[CitingRecord, ...]
    """What of this site rests on it and has a page, or an entry on the page of rights."""


@dataclass(frozen=True, slots=True)
class LawInList:
    """A law in the list."""

    law: Legislation
    replaced_by: tuple[Legislation, ...]


@dataclass(frozen=True, slots=True)
class LawsView:
    """What the list of laws prints."""

    laws: tuple[Group, ...]
    """The laws of each kind, the oldest first."""
    total: int


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each law."""
    laws = sorted(planner.site.all(Legislation), key=_age)
    groups = tuple(
        Group(kind, members)
        for kind in LegislationType
        if (members := tuple(LawInList(law, _replacing(law, planner)) for law in laws if law.legislation_type is kind))
    )
    yield from planner.page("legislation", "law/legislation-list.html", LawsView(groups, len(laws)), kind="governance")
    cited = citations(planner.site)
    for law in laws:
        view = _view(law, cited.get(("legislation", law.id), ()), planner)
        yield planner.entity_page(
            law, law.name, law.description, view, kind="governance", linked_data=linked_data(law, planner)
        )


def _age(law: Legislation) -> tuple[str, str]:
    """By the day on which it was made or came into force, those of which neither is known last."""
    first = law.made_date or law.commencement_date
    return (first.first_day.isoformat() if first else "9999", law.id)


def _replacing(law: Legislation, planner: Planner, *, in_force: bool = True) -> tuple[Legislation, ...]:
    """The laws that took its place; or, with `in_force=False`, those that are to."""
    site = planner.site
    replacing = (each for each in site.all(Legislation) if law.id in each.replaces_ids)
    return tuple(each for each in replacing if each.is_in_force(site.as_of) is in_force)


def _view(law: Legislation, cited: tuple[Citation, ...], planner: Planner) -> LegislationView:
    site = planner.site
    found: dict[Entity, list[Provision]] = {}
    for each in cited:
        if each.record.KIND == "right" or planner.addresses.has(f"{each.record.KIND}:{each.record.id}", planner.code):
            found.setdefault(each.record, []).append(each.provision)
    return LegislationView(
        law=law,
        amends=known(site.of(Legislation), law.amends_ids),
        replaces=known(site.of(Legislation), law.replaces_ids),
        amended_by=tuple(each for each in site.all(Legislation) if law.id in each.amends_ids),
        replaced_by=_replacing(law, planner),
        to_be_replaced_by=_replacing(law, planner, in_force=False),
        citing=tuple(CitingRecord(record, tuple(places)) for record, places in found.items()),
    )
