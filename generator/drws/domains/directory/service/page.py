"""A page for each service."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.diary.decision.page import DecisionView, decisions_by_subject
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.service.record import Service
from drws.kernel.partnership import Term
from drws.kernel.site import known
from drws.planning.plan import PagePlan, Planner


@dataclass(frozen=True, slots=True)
class ServiceView:
    """What the page of a service prints."""

    service: Service
    providers: tuple[Organization, ...]
    """Who provides or delivers it, the provider first."""
    partners: tuple[Organization, ...]
    contacts: tuple[Contact, ...]
    """Whom to ask."""
    next_best: tuple[Contact, ...]
    """Whom to ring when none of the contacts has a telephone."""
    audiences: tuple[Audience, ...]
    kinds: tuple[KindOfHelp, ...]
    areas: tuple[Term | Region | Authority, ...]
    decisions: tuple[DecisionView, ...]
    """Decisions about it, newest first."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each service, also for those that have ended: people keep their addresses."""
    decisions = decisions_by_subject(planner)
    for service in planner.site.services.values():
        yield planner.entity_page(
            service, service.name, service.summary, _view(service, decisions.get(service.id, ()), planner)
        )


def _view(service: Service, decisions: tuple[DecisionView, ...], planner: Planner) -> ServiceView:
    site = planner.site
    contacts = site.contacts_for(service)
    return ServiceView(
        service=service,
        providers=site.providers_of(service),
        partners=known(site.providers, service.partner_ids),
        contacts=contacts,
        next_best=planner.next_best(contacts),
        audiences=known(site.audiences, service.audience_ids),
        kinds=known(site.kinds_of_help, service.kind_of_help_ids),
        areas=known(site.areas, service.area_ids),
        decisions=decisions,
    )
