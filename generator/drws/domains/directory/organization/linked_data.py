"""An organization for programs (schema.org `Organization` and what is more special)."""

from collections.abc import Iterable, Iterator

from drws.domains.directory.contact.linked_data import contact_points
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.location.linked_data import postal_addresses
from drws.domains.directory.organization.record import Authority, Organization, OrganizationStatus, Region
from drws.domains.directory.queries import authorities_in, locations_of, places_by_name
from drws.planning.linked_data import Node, id_of, is_told, node
from drws.planning.plan import Planner

CHARITIES = ("GB-CHC", "GB-SC", "GB-NIC")
"""Registers of charities, as org-id.guide names them: what is in one is no part of a government."""
GSS = "GSS"
"""The codes of the Government Statistical Service for areas."""


def linked_data(organization: Organization, contacts: Iterable[Contact], planner: Planner) -> tuple[Node, ...]:
    """It, and how to reach it. Nothing of one that is no longer at work, or of which nobody could find out whether it is."""
    if organization.status is not OrganizationStatus.ACTIVE:
        return ()
    own = [each for each in contacts if each.organization_id == organization.id]
    said = {
        "name": planner.plain(organization.name),
        "alternateName": planner.plain(organization.abbreviation) if organization.abbreviation else None,
        "description": planner.plain(organization.description)
        if is_told(organization, "description", planner)
        else None,
        "url": _website(organization, planner),
        "identifier": list(_identifiers(organization)),
        "areaServed": [node("AdministrativeArea", {"name": each}) for each in _places(organization, planner)],
        "address": list(postal_addresses(locations_of(organization, planner.site), planner)),
        "contactPoint": list(contact_points(own, planner)),
    }
    return (node(kind_of(organization), said, id_of(organization, planner)),)


def kind_of(organization: Organization) -> str:
    """What schema.org calls such an organization. Of one in no register of charities nothing more is known."""
    if isinstance(organization, Authority | Region):
        return "GovernmentOrganization"
    is_charity = any(each.scheme in CHARITIES for each in organization.identifiers)
    return "NGO" if is_charity else "Organization"


def organization_reference(organization: Organization, planner: Planner) -> Node:
    """It as part of something else: its name and its own website. Programs find the rest by its `@id`."""
    said = {"name": planner.plain(organization.name), "url": _website(organization, planner)}
    return node(kind_of(organization), said, id_of(organization, planner))


def _website(organization: Organization, planner: Planner) -> str | None:
    told = organization.website if is_told(organization, "website", planner) else None
    return told.in_language(planner.code)[0] if told else None


def _identifiers(organization: Organization) -> Iterator[Node]:
    numbers = [(each.scheme, each.identifier) for each in organization.identifiers]
    if isinstance(organization, Authority):
        numbers.append((GSS, organization.code))
    for scheme, number in numbers:
        yield node("PropertyValue", {"propertyID": scheme, "value": number})


def _places(organization: Organization, planner: Planner) -> Iterator[str]:
    """The places that an authority governs, or the authorities of a region do."""
    governing: tuple[Authority, ...] = ()
    if isinstance(organization, Authority):
        governing = (organization,)
    elif isinstance(organization, Region):
        governing = places_by_name(authorities_in(organization, planner.site), planner)
    return (planner.plain(each.place) for each in governing)
