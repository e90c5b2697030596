"""A page for each local authority, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.child_in_danger.route import Route, route_in
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.next_best import NextBest, next_best_in
from drws.domains.directory.organization.linked_data import linked_data
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import (
    agencies,
    contacts_of,
    contacts_serving,
    enquiry_contacts_of,
    fallback_contacts,
    locations_of,
    places_by_name,
    region_of,
    services_everywhere,
    services_only_in,
)
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner

if TYPE_CHECKING:
    from drws.domains.directory.service.record import Service


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """What the page of an authority prints: whom to ring about adoption, who else may help, then what the authority itself does."""

    authority: Authority
    region: Region | None
    region_contacts: tuple[Contact, ...]
    """Whom to ask about adoption: the contacts of the regional service."""
    next_best: NextBest | None
    """Whom to ring when the regional service has no telephone."""
    danger: Route | None
    """Whom to ring when a child may be in danger here."""
    contacts: tuple[Contact, ...]
    """The authority's own contacts, and those of others that serve it."""
    locations: tuple[Location, ...]
    agencies: tuple[Organization, ...]
    """Whom else anyone may approach: agencies that are no regional service."""
    national_contacts: tuple[Contact, ...]
    """Whom anyone may ring, unless `next_best` names them already."""
    services_by_audience: tuple[Group, ...]
    """Under each audience the services it has here: those of this authority or its region first, then those that are everywhere."""


@dataclass(frozen=True, slots=True)
class AuthoritiesView:
    """What the list of authorities prints."""

    authorities: tuple[Authority, ...]
    """In the alphabetical order of the places they govern."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each authority."""
    yield from planner.page(
        "authorities",
        "directory/authorities.html",
        AuthoritiesView(places_by_name(planner.site.all(Authority), planner)),
    )
    for authority in planner.site.all(Authority):
        view = _view(authority, planner)
        said = linked_data(authority, view.contacts, planner)
        yield planner.entity_page(authority, authority.name, authority.description, view, linked_data=said)


def _view(authority: Authority, planner: Planner) -> AuthorityView:
    site = planner.site
    region = region_of(authority, site)
    region_contacts = enquiry_contacts_of(region, site) if region else ()
    to_ring = next_best_in(authority, region_contacts, site)
    return AuthorityView(
        authority=authority,
        region=region,
        region_contacts=region_contacts,
        next_best=to_ring,
        danger=route_in(authority, site),
        contacts=(*contacts_of(authority, site), *contacts_serving(authority, site)),
        locations=locations_of(authority, site),
        agencies=planner.by_name(each for each in agencies(site) if not isinstance(each, Region)),
        national_contacts=() if to_ring else fallback_contacts(site),
        services_by_audience=tuple(_by_audience(authority, region, planner)),
    )


def _by_audience(authority: Authority, region: Region | None, planner: Planner) -> Iterator[Group]:
    site = planner.site
    local = {service.id: service for area in (authority, region) if area for service in services_only_in(area, site)}
    here: tuple[Service, ...] = (
        *planner.by_name(local.values()),
        *planner.by_name(service for service in services_everywhere(site) if service.id not in local),
    )
    for audience in sorted(site.all(Audience), key=lambda audience: audience.order):
        if members := tuple(service for service in here if audience.id in service.audience_ids):
            yield Group(audience, members)
