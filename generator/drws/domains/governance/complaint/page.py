"""Complaints: whom it is about, and for each answer what to do, in steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography, Nation
from drws.domains.directory.finder.page import nations_of
from drws.domains.directory.organization.record import Authority, Organization, OrganizationStatus, Region
from drws.domains.directory.queries import enquiry_contacts_of, places_by_name, providers, region_of
from drws.domains.directory.service.record import Service
from drws.domains.governance.complaint.queries import complaint_contacts_of, routes_in_order
from drws.domains.governance.complaint.record import ComplaintRoute, Matter, Step
from drws.kernel.entity import Entity, Source
from drws.kernel.roles import Actor
from drws.kernel.site import known
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class StepView:
    """A step, with the records that it names."""

    step: Step
    contacts: tuple[Contact, ...]
    organizations: tuple[Organization, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class AboutView:
    """An organization that a route is about, and how to reach it."""

    organization: Organization
    contacts: tuple[Contact, ...]
    """Who takes complaints about it; for others than authorities whom to ask for anything, where nobody is known."""
    lead: Authority | None
    """The authority that leads a region."""


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """An authority, who takes complaints about it, and its region."""

    authority: Authority
    contacts: tuple[Contact, ...]
    region: Region | None


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route."""

    route: ComplaintRoute
    about: Entity | None
    organizations: tuple[AboutView, ...]
    """Those that it is about, by name. Authorities stand in a list of their own."""
    has_authorities: bool
    """Is it about authorities?"""
    steps: tuple[StepView, ...]
    sources: tuple[Source, ...]
    """Where the route and its steps were read, each once."""


@dataclass(frozen=True, slots=True)
class ComplaintsView:
    """What the page prints."""

    for_some: tuple[RouteView, ...]
    """Routes written for some people only: they come first."""
    routes: tuple[RouteView, ...]
    """The answers to the question whom it is about."""
    disputes: tuple[RouteView, ...]
    """What only partners need."""
    authorities: tuple[AuthorityView, ...]
    """Every authority, by the name of its place, when a route is about them."""
    has_finder: bool
    """Can the page find an authority by postcode?"""
    nations: tuple[Nation, ...]
    """What the finder says of other nations."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    routes = tuple(_route(route, planner) for route in routes_in_order(site))
    view = ComplaintsView(
        for_some=tuple(each for each in routes if each.route.audience_ids),
        routes=tuple(each for each in routes if not each.route.audience_ids and not _is_dispute(each)),
        disputes=tuple(each for each in routes if not each.route.audience_ids and _is_dispute(each)),
        authorities=_authorities(planner) if any(each.has_authorities for each in routes) else (),
        has_finder=site.dataset(Geography) is not None,
        nations=nations_of(planner),
    )
    yield from planner.page("complaints", "governance/complaints.html", view)


def _is_dispute(view: RouteView) -> bool:
    return view.route.matter is Matter.DISPUTE


def _route(route: ComplaintRoute, planner: Planner) -> RouteView:
    site = planner.site
    steps = tuple(
        StepView(
            step,
            known(site.of(Contact), step.contact_ids),
            known(providers(site), step.organization_ids),
            known(site.of(Service), step.service_ids),
        )
        for step in route.steps
    )
    about = tuple(
        each
        for each in providers(site).values()
        if (each.organization_type in route.about_type_ids or each.id == route.about_id)
        and each.status is not OrganizationStatus.DEFUNCT
    )
    return RouteView(
        route=route,
        about=site.get(Actor, route.about_id),
        organizations=tuple(
            _about(each, planner) for each in planner.by_name(each for each in about if not isinstance(each, Authority))
        ),
        has_authorities=any(isinstance(each, Authority) for each in about),
        steps=steps,
        sources=_once(*route.sources, *(source for step in route.steps for source in step.sources)),
    )


def _about(organization: Organization, planner: Planner) -> AboutView:
    site = planner.site
    contacts = complaint_contacts_of(organization, site) or enquiry_contacts_of(organization, site)
    lead = site.get(Authority, organization.lead_authority_id) if isinstance(organization, Region) else None
    return AboutView(organization, contacts, lead)


def _authorities(planner: Planner) -> tuple[AuthorityView, ...]:
    site = planner.site
    return tuple(
        AuthorityView(each, complaint_contacts_of(each, site), region_of(each, site))
        for each in places_by_name(site.all(Authority), planner)
    )


def _once(*sources: Source) -> tuple[Source, ...]:
    """The same page may be the source of several steps; it is named once, as it was first."""
    first = {(source.url, source.document, source.description): source for source in reversed(sources)}
    return tuple(first[key] for key in reversed(first))
