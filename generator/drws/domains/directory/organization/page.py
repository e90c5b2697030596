"""A page for each organization that is neither a region nor an authority, and the list of them by type."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.diary.summary import Affairs, Business
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Organization, OrganizationStatus
from drws.domains.directory.service.record import Service
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import Seat, bodies_hosted_by, seats_of
from drws.kernel.partnership import Term
from drws.planning.plan import Group, PagePlan, Planner


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """What the page of an organization prints."""

    organization: Organization
    organization_type: Term | None
    contacts: tuple[Contact, ...]
    next_best: tuple[Contact, ...]
    """Whom to ring when the organization is at work and has no telephone."""
    locations: tuple[Location, ...]
    services: tuple[Service, ...]
    """What it provides or delivers."""
    hosts: tuple[Body, ...]
    """The bodies that it hosts or is."""
    seats: tuple[Seat, ...]
    """Where somebody sits on its behalf."""
    business: Business


@dataclass(frozen=True, slots=True)
class OrganizationsView:
    """What the list of organizations prints."""

    groups: tuple[Group, ...]
    """Each type of organization that has any, with its organizations in alphabetical order."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each organization."""
    yield planner.page("organizations", "directory/organizations.html", OrganizationsView(_groups(planner)))
    affairs = Affairs.of(planner)
    for organization in planner.site.organizations.values():
        yield planner.entity_page(
            organization, organization.name, organization.description, _view(organization, affairs, planner)
        )


def _groups(planner: Planner) -> tuple[Group, ...]:
    site = planner.site
    groups = (
        Group(kind, planner.by_name(each for each in site.providers.values() if each.organization_type == kind.id))
        for kind in site.partnership.organization_types
    )
    return tuple(group for group in groups if group.members)


def _view(organization: Organization, affairs: Affairs, planner: Planner) -> OrganizationView:
    site = planner.site
    contacts = site.contacts_of(organization)
    return OrganizationView(
        organization=organization,
        organization_type=site.type_of(organization),
        contacts=contacts,
        next_best=planner.next_best(contacts) if organization.status is not OrganizationStatus.DEFUNCT else (),
        locations=site.locations_of(organization),
        services=planner.by_name(site.services_by(organization)),
        hosts=bodies_hosted_by(organization, site),
        seats=tuple(seats_of(organization, site)),
        business=affairs.business(organization),
    )
