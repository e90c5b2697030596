"""A page for each local authority, and the list of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Authority, Contact, Location, Region, Service
from generator.pages.plan import PagePlan, Planner


@dataclass(frozen=True, slots=True)
class AuthorityView:
    """What the page of an authority prints: first whom to ring about adoption, then what the authority itself does."""

    authority: Authority
    region: Region | None
    region_contacts: tuple[Contact, ...]
    """Whom to ask about adoption: the contacts of the regional service."""
    next_best: tuple[Contact, ...]
    """Whom to ring when the regional service has no telephone."""
    contacts: tuple[Contact, ...]
    """The authority's own contacts, and those of others that serve it."""
    locations: tuple[Location, ...]
    services: tuple[Service, ...]
    """Services for this authority or for its region."""
    services_everywhere: tuple[Service, ...]
    """Services that are available in every region."""


@dataclass(frozen=True, slots=True)
class AuthoritiesView:
    """What the list of authorities prints."""

    authorities: tuple[Authority, ...]
    """In the alphabetical order of the places they govern."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each authority."""
    yield planner.page(
        "authorities",
        "pages/authorities.html",
        AuthoritiesView(planner.places_by_name(planner.site.authorities.values())),
    )
    for authority in planner.site.authorities.values():
        yield planner.entity_page(authority, authority.name, authority.description, _view(authority, planner))


def _view(authority: Authority, planner: Planner) -> AuthorityView:
    site = planner.site
    region = site.region_of(authority)
    region_contacts = site.enquiry_contacts_of(region) if region else ()
    local = dict.fromkeys(service.id for area in (authority, region) if area for service in site.services_only_in(area))
    return AuthorityView(
        authority=authority,
        region=region,
        region_contacts=region_contacts,
        next_best=planner.next_best(region_contacts),
        contacts=(*site.contacts_of(authority), *site.contacts_serving(authority)),
        locations=site.locations_of(authority),
        services=planner.by_name(site.services[id_] for id_ in local),
        services_everywhere=planner.by_name(site.services_everywhere),
    )
