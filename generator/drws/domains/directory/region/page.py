"""A page for each region and its service, and the list of regions."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.diary.summary import Affairs, Business
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.service.record import Service
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import bodies_in
from drws.planning.plan import Group, PagePlan, Planner


@dataclass(frozen=True, slots=True)
class RegionView:
    """What the page of a region prints."""

    region: Region
    authorities: tuple[Authority, ...]
    lead_authority: Authority | None
    contacts: tuple[Contact, ...]
    next_best: tuple[Contact, ...]
    """Whom to ring when none of the contacts has a telephone."""
    locations: tuple[Location, ...]
    services: tuple[Service, ...]
    """The region's own services."""
    services_everywhere: tuple[Service, ...]
    """Services that are available in every region."""
    bodies: tuple[Body, ...]
    """The bodies that run it: its own, and what every region has in place of those that nobody has recorded."""
    business: Business


@dataclass(frozen=True, slots=True)
class RegionsView:
    """What the list of regions prints."""

    regions: tuple[Group, ...]
    """Each region with its authorities."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each region."""
    yield planner.page("regions", "directory/regions.html", RegionsView(regions_with_authorities(planner)))
    affairs = Affairs.of(planner)
    for region in planner.site.regions.values():
        yield planner.entity_page(region, region.name, region.description, _view(region, affairs, planner))


def regions_with_authorities(planner: Planner) -> tuple[Group, ...]:
    """Each region in alphabetical order, with its authorities in theirs."""
    site = planner.site
    return tuple(
        Group(region, planner.places_by_name(site.authorities_in(region)))
        for region in planner.by_name(site.regions.values())
    )


def _view(region: Region, affairs: Affairs, planner: Planner) -> RegionView:
    site = planner.site
    contacts = site.contacts_of(region)
    return RegionView(
        region=region,
        authorities=planner.places_by_name(site.authorities_in(region)),
        lead_authority=site.authorities.get(region.lead_authority_id or ""),
        contacts=contacts,
        next_best=planner.next_best(contacts),
        locations=site.locations_of(region),
        services=planner.by_name(site.services_only_in(region)),
        services_everywhere=planner.by_name(site.services_everywhere),
        bodies=bodies_in(region, site),
        business=affairs.business(region),
    )
