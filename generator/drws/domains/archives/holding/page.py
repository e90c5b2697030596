"""Where are my records? Every body that made records of adoptions, with who holds them now and whom to ask."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.archives.addresses import HOLDINGS_JSON, HOLDINGS_TABLE, PAGE
from drws.domains.archives.holding.linked_data import linked_data
from drws.domains.archives.holding.queries import areas_of, authorities_of, creator_types, may_be_anywhere, part_of
from drws.domains.archives.holding.record import Custody, CustodyBasis, RecordHolding
from drws.domains.archives.settings import RecordCreatorType, RecordSettings, RecordStep
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import enquiry_contacts_of, provider, region_of
from drws.kernel.site import known
from drws.kernel.term import Term
from drws.kernel.text import Text
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.planning.way import Way, way


class HolderView(NamedTuple):
    """Who holds records."""

    custody: Custody
    organization: Organization
    part: Text | None
    """Which part it holds, by place."""


class AskedTogether(NamedTuple):
    """Holders about whose records the same people are asked."""

    holders: tuple[HolderView, ...]
    region: Region | None
    """The regional service that answers for authorities."""
    contacts: tuple[Contact, ...]
    """Whom to ask; may be none."""


class HoldingView(NamedTuple):
    """What is printed of the records of one body."""

    holding: RecordHolding
    areas: tuple[Authority | Region | Term, ...]
    """Where it worked, where its holders do not say so already."""
    holders: tuple[AskedTogether, ...]
    bases: frozenset[CustodyBasis]
    """How it is known who holds the records."""
    names: str
    """Every word by which it is found: its names, its places and what it was, in every language of the site."""
    codes: str
    """The authorities in whose areas it worked, by their codes."""
    is_anywhere: bool
    """Did it work in every region, or is it not known where?"""


class HoldingsOfAKind(NamedTuple):
    """The bodies of one kind."""

    kind: RecordCreatorType
    holdings: tuple[HoldingView, ...]


class StepView(NamedTuple):
    """Something to do when the list does not help, with the records that it names."""

    step: RecordStep
    contacts: tuple[Contact, ...]
    more: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class HoldingsView:
    """What the page prints."""

    kinds: tuple[HoldingsOfAKind, ...]
    count: int
    steps: tuple[StepView, ...]
    knows_places: bool
    """Can the name of a town or village be looked up?"""
    json: str
    csv: str


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    if not planner.addresses.has(PAGE, planner.code):
        return
    kinds = tuple(_of_a_kind(kind, planner) for kind in creator_types(site))
    view = HoldingsView(
        kinds=tuple(each for each in kinds if each.holdings),
        count=len(site.all(RecordHolding)),
        steps=tuple(_step(step, planner) for step in site.settings(RecordSettings).record_steps),
        knows_places=site.dataset(Geography) is not None,
        json=planner.url(HOLDINGS_JSON),
        csv=planner.url(HOLDINGS_TABLE),
    )
    yield from planner.page(PAGE, "archives/holdings.html", view, linked_data=linked_data(planner))


def _of_a_kind(kind: RecordCreatorType, planner: Planner) -> HoldingsOfAKind:
    holdings = planner.by_name(each for each in planner.site.all(RecordHolding) if each.creator_type_id == kind.id)
    return HoldingsOfAKind(kind, tuple(_holding(each, planner) for each in holdings))


def _holding(holding: RecordHolding, planner: Planner) -> HoldingView:
    site = planner.site
    holders = tuple(
        HolderView(each, organization, part_of(each, site))
        for each in holding.custody
        if (organization := provider(each.holder_id, site))
    )
    return HoldingView(
        holding=holding,
        areas=areas_of(holding, site) if holding.area_ids else (),
        holders=_asked_together(holders, planner),
        bases=frozenset(each.custody.basis for each in holders),
        names=" ".join(dict.fromkeys(_names(holding, holders, planner))),
        codes=" ".join(each.code for each in authorities_of(holding, site)),
        is_anywhere=may_be_anywhere(holding, site),
    )


def _asked_together(holders: tuple[HolderView, ...], planner: Planner) -> tuple[AskedTogether, ...]:
    site = planner.site
    found: dict[tuple[Region | None, tuple[Contact, ...]], list[HolderView]] = {}
    for each in holders:
        region = region_of(each.organization, site) if isinstance(each.organization, Authority) else None
        own = known(site.of(Contact), each.custody.contact_ids)
        contacts = own or enquiry_contacts_of(region or each.organization, site)
        found.setdefault((region, contacts), []).append(each)
    return tuple(AskedTogether(tuple(views), region, contacts) for (region, contacts), views in found.items())


def _names(holding: RecordHolding, holders: tuple[HolderView, ...], planner: Planner) -> Iterator[str]:
    texts = [holding.name, *(each.part for each in holders if each.part)]
    if holding.description:
        texts.append(holding.description)
    texts += [each.place if isinstance(each, Authority) else each.name for each in areas_of(holding, planner.site)]
    for language in planner.site.languages:
        yield from holding.alternate_names.in_language(language.code)
        for text in texts:
            yield text.in_language(language.code).words


def _step(step: RecordStep, planner: Planner) -> StepView:
    more = tuple(way(link.target, link.text, planner) for link in step.more)
    return StepView(step, known(planner.site.of(Contact), step.contact_ids), more)
