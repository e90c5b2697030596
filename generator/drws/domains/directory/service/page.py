"""A page for each service."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact, ContactPhone
from drws.domains.directory.next_best import NextBest, next_best, next_best_in
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import (
    areas,
    authorities_in,
    contacts_for,
    enquiry_contacts_of,
    places_by_name,
    providers,
    providers_of,
)
from drws.domains.directory.service.linked_data import linked_data
from drws.domains.directory.service.record import Service, ServiceStatus
from drws.kernel.fact_kind import FactKind
from drws.kernel.site import Site, known
from drws.kernel.term import Term
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class ServiceView:
    """What the page of a service prints."""

    service: Service
    providers: tuple[Organization, ...]
    """Who provides or delivers it, the provider first."""
    is_regional: bool
    """Do several regions deliver it? Then people have to find theirs."""
    partners: tuple[Organization, ...]
    contacts: tuple[Contact, ...]
    """Whom to ask."""
    next_best: NextBest | None
    """Whom to ring when none of the contacts has a telephone, and no region provides it."""
    regions: tuple["RegionAsked", ...]
    """The regions that are asked about it, when it is theirs."""
    audiences: tuple[Audience, ...]
    kinds: tuple[KindOfHelp, ...]
    areas: tuple[Term | Region | Authority, ...]
    open_questions: tuple[str, ...]
    """What the sources leave open, to be asked of whoever answers. Nothing where nobody does, or where the record is too old to be shown."""


class RegionAsked(NamedTuple):
    """Whom to ring in one of the regions."""

    region: Region
    authorities: tuple[Authority, ...]
    line: ContactPhone | None
    next_best: NextBest | None
    """Whom to ring where the region has no telephone."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each service, also for those that have ended: people keep their addresses."""
    for service in planner.site.all(Service):
        view = _view(service, planner)
        said = linked_data(service, view.contacts, planner)
        yield planner.entity_page(service, service.name, service.summary, view, linked_data=said)


def _view(service: Service, planner: Planner) -> ServiceView:
    site = planner.site
    contacts = _reached(contacts_for(service, site), site)
    regions = tuple(_regions(service, contacts, planner))
    return ServiceView(
        service=service,
        providers=providers_of(service, site),
        is_regional=sum(isinstance(each, Region) for each in providers_of(service, site)) > 1,
        partners=known(providers(site), service.partner_ids),
        contacts=contacts,
        next_best=None if regions else next_best(contacts, site),
        regions=regions,
        audiences=known(site.of(Audience), service.audience_ids),
        kinds=known(site.of(KindOfHelp), service.kind_of_help_ids),
        areas=known(areas(site), service.area_ids),
        open_questions=_open_questions(service, contacts, site),
    )


def _reached(contacts: tuple[Contact, ...], site: Site) -> tuple[Contact, ...]:
    """The contacts, and where none of them has a telephone those of their regions for enquiries."""
    if any(contact.is_rung for contact in contacts):
        return contacts
    regions = known(site.of(Region), (contact.organization_id for contact in contacts))
    others = (each for region in regions for each in enquiry_contacts_of(region, site) if each.is_rung)
    return tuple(dict.fromkeys((*contacts, *others)))


def _regions(service: Service, contacts: tuple[Contact, ...], planner: Planner) -> Iterator[RegionAsked]:
    """The regions that provide a service, unless somebody else is asked about it."""
    site = planner.site
    regions = [each for each in providers_of(service, site) if isinstance(each, Region)]
    if not {contact.organization_id for contact in contacts} <= {region.id for region in regions}:
        return
    for region in regions:
        own = [contact for contact in contacts if contact.organization_id == region.id]
        yield RegionAsked(
            region,
            places_by_name(authorities_in(region, site), planner),
            next((contact.line for contact in own if contact.line), None),
            next_best_in(region, own, site, service),
        )


def _open_questions(service: Service, contacts: tuple[Contact, ...], site: Site) -> tuple[str, ...]:
    if service.status is ServiceStatus.DEFUNCT or FactKind.DESCRIPTION in site.withheld_from(service):
        return ()
    if not any(contact.is_reachable for contact in contacts):
        return ()
    answers = {
        "cost": service.fees_description or service.cost_options,
        "wait": service.wait_time,
        "how": service.delivery_modes,
        "languages": service.languages,
    }
    return tuple(question for question, answer in answers.items() if not answer)
