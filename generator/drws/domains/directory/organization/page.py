"""A page for each organization that is neither a region nor an authority, and the list of them by type."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.record import Location
from drws.domains.directory.next_best import NextBest, next_best
from drws.domains.directory.organization.linked_data import linked_data
from drws.domains.directory.organization.record import Organization, OrganizationStatus
from drws.domains.directory.queries import contacts_of, locations_of, providers, services_by, type_of
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.term import Term
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """What the page of an organization prints."""

    organization: Organization
    organization_type: Term | None
    contacts: tuple[Contact, ...]
    next_best: NextBest | None
    """Whom to ring when the organization is at work and has no telephone."""
    locations: tuple[Location, ...]
    services: tuple[Service, ...]
    """What it provides or delivers."""


@dataclass(frozen=True, slots=True)
class OrganizationsView:
    """What the list of organizations prints."""

    groups: tuple[Group, ...]
    """Each type of organization that has any, with its organizations in alphabetical order."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each organization."""
    yield from planner.page("organizations", "directory/organizations.html", OrganizationsView(_groups(planner)))
    for organization in planner.site.all(Organization):
        view = _view(organization, planner)
        said = linked_data(organization, view.contacts, planner)
        yield planner.entity_page(organization, organization.name, organization.description, view, linked_data=said)


def _groups(planner: Planner) -> tuple[Group, ...]:
    site = planner.site
    groups = (
        Group(kind, planner.by_name(each for each in providers(site).values() if each.organization_type == kind.id))
        for kind in site.settings(DirectorySettings).organization_types
    )
    return tuple(group for group in groups if group.members)


def _view(organization: Organization, planner: Planner) -> OrganizationView:
    site = planner.site
    contacts = contacts_of(organization, site)
    return OrganizationView(
        organization=organization,
        organization_type=type_of(organization, site),
        contacts=contacts,
        next_best=next_best(contacts, planner.site) if organization.status is not OrganizationStatus.DEFUNCT else None,
        locations=locations_of(organization, site),
        services=planner.by_name(services_by(organization, site)),
    )
