"""A page for each service."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import areas, contacts_for, next_best, providers, providers_of
from drws.domains.directory.service.record import Service, ServiceStatus
from drws.kernel.fact_kind import FactKind
from drws.kernel.site import Site, known
from drws.kernel.term import Term
from drws.planning.plan import PagePlan, Planner


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
    next_best: tuple[Contact, ...]
    """Whom to ring when none of the contacts has a telephone."""
    audiences: tuple[Audience, ...]
    kinds: tuple[KindOfHelp, ...]
    areas: tuple[Term | Region | Authority, ...]
    open_questions: tuple[str, ...]
    """What the sources leave open, to be asked of whoever answers. Nothing where nobody does, or where the record is too old to be shown."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each service, also for those that have ended: people keep their addresses."""
    for service in planner.site.all(Service):
        yield planner.entity_page(service, service.name, service.summary, _view(service, planner))


def _view(service: Service, planner: Planner) -> ServiceView:
    site = planner.site
    contacts = contacts_for(service, site)
    return ServiceView(
        service=service,
        providers=providers_of(service, site),
        is_regional=sum(isinstance(each, Region) for each in providers_of(service, site)) > 1,
        partners=known(providers(site), service.partner_ids),
        contacts=contacts,
        next_best=next_best(contacts, planner.site),
        audiences=known(site.of(Audience), service.audience_ids),
        kinds=known(site.of(KindOfHelp), service.kind_of_help_ids),
        areas=known(areas(site), service.area_ids),
        open_questions=_open_questions(service, contacts, site),
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
