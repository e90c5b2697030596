"""A page for each local authority, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drws.domains.diary.summary import Affairs, Business
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import Seat, bodies_hosted_by, seats_of
from drws.planning.plan import Group, PagePlan, Planner

if TYPE_CHECKING:
    from drws.domains.directory.service.record import Service


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """What the page of an authority prints: whom to ring about adoption, who else may help, then what the authority itself does."""

    authority: Authority
    region: Region | None
    region_contacts: tuple[Contact, ...]
    """Whom to ask about adoption: the contacts of the regional service."""
    next_best: tuple[Contact, ...]
    """Whom to ring when the regional service has no telephone."""
    contacts: tuple[Contact, ...]
    """The authority's own contacts, and those of others that serve it."""
    locations: tuple[Location, ...]
    agencies: tuple[Organization, ...]
    """Whom else anyone may approach: agencies that are no regional service."""
    national_contacts: tuple[Contact, ...]
    """Whom anyone may ring, unless `next_best` names them already."""
    services_by_audience: tuple[Group, ...]
    """Under each audience the services it has here: those of this authority or its region first, then those that are everywhere."""
    hosts: tuple[Body, ...]
    """The bodies that it hosts or is."""
    seats: tuple[Seat, ...]
    """Where somebody sits on its behalf."""
    business: Business


@dataclass(frozen=True, slots=True)
class AuthoritiesView:
    """What the list of authorities prints."""

    authorities: tuple[Authority, ...]
    """In the alphabetical order of the places they govern."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each authority."""
    yield planner.page(
        "authorities",
        "directory/authorities.html",
        AuthoritiesView(planner.places_by_name(planner.site.authorities.values())),
    )
    affairs = Affairs.of(planner)
    for authority in planner.site.authorities.values():
        yield planner.entity_page(authority, authority.name, authority.description, _view(authority, affairs, planner))


def _view(authority: Authority, affairs: Affairs, planner: Planner) -> AuthorityView:
    site = planner.site
    region = site.region_of(authority)
    region_contacts = site.enquiry_contacts_of(region) if region else ()
    next_best = planner.next_best(region_contacts)
    return AuthorityView(
        authority=authority,
        region=region,
        region_contacts=region_contacts,
        next_best=next_best,
        contacts=(*site.contacts_of(authority), *site.contacts_serving(authority)),
        locations=site.locations_of(authority),
        agencies=planner.by_name(each for each in site.agencies if not isinstance(each, Region)),
        national_contacts=() if next_best else site.fallback_contacts,
        services_by_audience=tuple(_by_audience(authority, region, planner)),
        hosts=bodies_hosted_by(authority, site),
        seats=tuple(seats_of(authority, site)),
        business=affairs.business(authority),
    )


def _by_audience(authority: Authority, region: Region | None, planner: Planner) -> Iterator[Group]:
    site = planner.site
    local = {service.id: service for area in (authority, region) if area for service in site.services_only_in(area)}
    here: tuple[Service, ...] = (
        *planner.by_name(local.values()),
        *planner.by_name(service for service in site.services_everywhere if service.id not in local),
    )
    for audience in sorted(site.audiences.values(), key=lambda audience: audience.order):
        if members := tuple(service for service in here if audience.id in service.audience_ids):
            yield Group(audience, members)
