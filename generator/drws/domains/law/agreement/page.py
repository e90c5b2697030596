"""A page for each agreement, clause by clause, with who has signed, and the list of agreements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import places_by_name
from drws.domains.law.agreement.linked_data import linked_data
from drws.domains.law.agreement.record import Agreement, AgreementStatus, Party, PartyState
from drws.domains.law.citations import Citation, citations
from drws.kernel.entity import Entity
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class SigningParty:
    """A party, with the record behind it."""

    party: Party
    actor: Entity | None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """What the page of an agreement prints."""

    agreement: Agreement
    parties: tuple[SigningParty, ...]
    """Those that are no authority of a region."""
    parties_by_region: tuple[Group, ...]
    """The authorities under their region."""
    states: tuple[tuple[PartyState, int], ...]
    """How many parties there are of each state."""
    is_over: bool
    """Is its term over, though no source says that it ended or was renewed?"""
    citing: Mapping[str, tuple[Entity, ...]]
    """By the number of a clause, the records that rest on it."""


@dataclass(frozen=True, slots=True)
class AgreementsView:
    """What the list of agreements prints."""

    agreements: tuple[Agreement, ...]
    over: tuple[Agreement, ...]
    """Those whose term is over, and of which no source says that they ended."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each agreement."""
    site = planner.site
    agreements = planner.by_name(site.all(Agreement))
    yield from planner.page(
        "agreements",
        "law/agreements.html",
        AgreementsView(agreements, tuple(each for each in agreements if _is_over(each, planner))),
        kind="governance",
    )
    cited = citations(site)
    for agreement in agreements:
        view = _view(agreement, cited.get(("agreements", agreement.id), ()), planner)
        said = linked_data(agreement, planner)
        yield planner.entity_page(
            agreement, agreement.name, agreement.description, view, kind="governance", linked_data=said
        )


def _is_over(agreement: Agreement, planner: Planner) -> bool:
    stands = agreement.status in (AgreementStatus.IN_FORCE, AgreementStatus.APPROVED)
    return stands and agreement.term.phase(planner.site.as_of) is Phase.ENDED


def _view(agreement: Agreement, cited: tuple[Citation, ...], planner: Planner) -> AgreementView:
    parties = [SigningParty(party, planner.site.get(Actor, party.actor_id)) for party in agreement.parties]
    states = [party.state for party in agreement.parties]
    by_number: dict[str, dict[Entity, None]] = {}
    for each in cited:
        if planner.addresses.has(f"{each.record.KIND}:{each.record.id}", planner.code):
            by_number.setdefault(each.provision.number or "", {})[each.record] = None
    return AgreementView(
        agreement=agreement,
        parties=tuple(each for each in parties if not isinstance(each.actor, Authority)),
        parties_by_region=tuple(_by_region(parties, planner)),
        states=tuple((state, states.count(state)) for state in PartyState if state in states),
        is_over=_is_over(agreement, planner),
        citing={number: tuple(records) for number, records in by_number.items()},
    )


def _by_region(parties: list[SigningParty], planner: Planner) -> Iterator[Group]:
    regions = planner.by_name(planner.site.all(Region))
    order = [authority.id for authority in places_by_name(planner.site.all(Authority), planner)]
    for region in regions:
        here = [each for each in parties if isinstance(each.actor, Authority) and each.actor.region_id == region.id]
        if here:
            yield Group(region, tuple(sorted(here, key=lambda each: order.index(each.actor.id if each.actor else ""))))
