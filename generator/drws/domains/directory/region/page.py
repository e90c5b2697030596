"""A page for each region and its service, and the list of regions."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.contact.record import Contact, ContactPhone
from drws.domains.directory.location.record import Location
from drws.domains.directory.next_best import NextBest, next_best_in
from drws.domains.directory.organization.linked_data import linked_data
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import (
    authorities_in,
    contacts_of,
    enquiry_line_of,
    locations_of,
    places_by_name,
    services_everywhere,
    services_only_in,
)
from drws.domains.directory.service.record import Service
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class RegionView:
    """What the page of a region prints."""

    region: Region
    authorities: tuple[Authority, ...]
    lead_authority: Authority | None
    contacts: tuple[Contact, ...]
    next_best: NextBest | None
    """Whom to ring when none of the contacts has a telephone."""
    locations: tuple[Location, ...]
    services: tuple[Service, ...]
    """The region's own services."""
    services_everywhere: tuple[Service, ...]
    """Services that are available in every region."""


@dataclass(frozen=True, slots=True)
class RegionsView:
    """What the list of regions prints."""

    regions: tuple["RegionLine", ...]


class RegionLine(NamedTuple):
    """A region in the list."""

    region: Region
    authorities: tuple[Authority, ...]
    line: ContactPhone | None
    """The number of the regional service, where it has one."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each region."""
    yield from planner.page("regions", "directory/regions.html", RegionsView(_lines(planner)))
    for region in planner.site.all(Region):
        view = _view(region, planner)
        said = linked_data(region, view.contacts, planner)
        yield planner.entity_page(region, region.name, region.description, view, linked_data=said)


def _lines(planner: Planner) -> tuple[RegionLine, ...]:
    return tuple(
        RegionLine(region, authorities, enquiry_line_of(region, planner.site))
        for region, authorities in regions_with_authorities(planner)
    )


def regions_with_authorities(planner: Planner) -> tuple[Group, ...]:
    """Each region in alphabetical order, with its authorities in theirs."""
    site = planner.site
    return tuple(
        Group(region, places_by_name(authorities_in(region, site), planner))
        for region in planner.by_name(site.all(Region))
    )


def _view(region: Region, planner: Planner) -> RegionView:
    site = planner.site
    contacts = contacts_of(region, site)
    return RegionView(
        region=region,
        authorities=places_by_name(authorities_in(region, site), planner),
        lead_authority=site.get(Authority, region.lead_authority_id),
        contacts=contacts,
        next_best=next_best_in(region, contacts, site),
        locations=locations_of(region, site),
        services=planner.by_name(services_only_in(region, site)),
        services_everywhere=planner.by_name(services_everywhere(site)),
    )
