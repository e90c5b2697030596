"""How the records of the directory belong together: who provides what, where, and whom to ask about it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.opening import HolidayCalendar, Opening
from drws.domains.directory.contact.record import Contact, ContactPhone
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Organization, OrganizationStatus, Region
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.ageing import Assurance, assurance
from drws.kernel.entity import Entity
from drws.kernel.site import Site, derived, grouped, known
from drws.kernel.term import Term, term
from drws.kernel.text import Text
from drws.planning.plan import Planner

# ── organizations ────────────────────────────────────────────────────────────────────────────────────────────────────


@derived
def providers(site: Site) -> Mapping[str, Organization]:
    """Every organization of every kind by its id."""
    return MappingProxyType({**site.of(Organization), **site.of(Authority), **site.of(Region)})


def provider(id_: str | None, site: Site) -> Organization | None:
    """A region, an authority or any other organization."""
    return providers(site).get(id_ or "")


def listed_name(organization: Organization) -> Text:
    """Under what an organization is looked for in a list: an authority under the place that it governs."""
    return organization.place if isinstance(organization, Authority) else organization.name


def type_of(organization: Organization, site: Site) -> Term | None:
    """What kind of body an organization is."""
    return term(site.settings(DirectorySettings).organization_types, organization.organization_type)


@derived
def agencies(site: Site) -> tuple[Organization, ...]:
    """The organizations among which anyone may choose: those of the types that the partnership names, regional services included."""
    types = site.settings(DirectorySettings).agency_type_ids
    return tuple(
        each
        for each in providers(site).values()
        if each.organization_type in types and each.status is not OrganizationStatus.DEFUNCT
    )


def has_agencies(site: Site) -> bool:
    """Is there anybody to choose? Whether people may is for each partnership to say."""
    return bool(agencies(site))


# ── areas ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@derived
def areas(site: Site) -> Mapping[str, Term | Region | Authority]:
    """Everything that can be a service area, from the nearest to the widest."""
    wide = {area.id: area for area in site.settings(DirectorySettings).areas}
    return MappingProxyType({**site.of(Authority), **site.of(Region), **wide})


def authorities_in(region: Region, site: Site) -> tuple[Authority, ...]:
    """The authorities of a region."""
    return _authorities_by_region(site).get(region.id, ())


@derived
def _authorities_by_region(site: Site) -> Mapping[str, tuple[Authority, ...]]:
    return grouped((authority.region_id, authority) for authority in site.all(Authority))


def region_of(authority: Authority, site: Site) -> Region | None:
    """The region an authority belongs to."""
    return site.get(Region, authority.region_id)


def places_by_name(authorities: Iterable[Authority], planner: Planner) -> tuple[Authority, ...]:
    """Authorities in the order of the places they govern."""
    return planner.by_name(authorities, name=lambda authority: authority.place)


def locations_of(organization: Organization, site: Site) -> tuple[Location, ...]:
    """An organization's own locations."""
    return _locations_by_organization(site).get(organization.id, ())


@derived
def _locations_by_organization(site: Site) -> Mapping[str, tuple[Location, ...]]:
    return grouped((location.organization_id, location) for location in site.all(Location))


# ── contacts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def contacts_of(organization: Organization, site: Site) -> tuple[Contact, ...]:
    """An organization's own contacts, in the order of their purposes."""
    return _contacts_by_organization(site).get(organization.id, ())


@derived
def _contacts_by_organization(site: Site) -> Mapping[str, tuple[Contact, ...]]:
    order = {purpose.id: place for place, purpose in enumerate(site.settings(DirectorySettings).contact_purposes)}
    ranked = sorted(site.all(Contact), key=lambda contact: (order.get(contact.purpose, len(order)), contact.id))
    return grouped((contact.organization_id, contact) for contact in ranked)


def contacts_serving(area: Region | Authority, site: Site) -> tuple[Contact, ...]:
    """Contacts of other organizations that name the area as one they serve."""
    return tuple(c for c in site.all(Contact) if area.id in c.area_ids and c.organization_id != area.id)


def enquiry_contacts_of(organization: Organization, site: Site) -> tuple[Contact, ...]:
    """The contacts of an organization that are for the most general purpose it has any for."""
    contacts = contacts_of(organization, site)
    return tuple(contact for contact in contacts if contact.purpose == contacts[0].purpose)


def enquiry_line_of(organization: Organization, site: Site) -> ContactPhone | None:
    """The line to ring an organization on."""
    return next((contact.line for contact in enquiry_contacts_of(organization, site) if contact.line), None)


def contacts_for(service: Service, site: Site) -> tuple[Contact, ...]:
    """Whom to ask about a service: its own contacts, or else those of its provider, or else those of everybody who delivers it."""
    if own := known(site.of(Contact), service.contact_ids):
        return own
    found = provider(service.organization_id, site)
    if found and (asked := enquiry_contacts_of(found, site)):
        return asked
    return tuple(contact for each in providers_of(service, site) for contact in enquiry_contacts_of(each, site))


@derived
def fallback_contacts(site: Site) -> tuple[Contact, ...]:
    """Whom to ask where a record has no telephone number: the partnership's helpline, or the next best."""
    settings = site.settings(DirectorySettings)
    return known(site.of(Contact), (settings.helpline_contact_id, *settings.fallback_contact_ids))


def opening_of(contact: Contact, site: Site) -> Opening:
    """When a contact can be reached."""
    return Opening(contact, site.dataset(HolidayCalendar), site.as_of)


def assurance_of(record: Entity, site: Site) -> Assurance | None:
    """How long ago a record was confirmed, and whether people are asked to confirm it again. None when nobody ever has."""
    return assurance(record, site.as_of, site.partnership.half_lives)


# ── services ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@derived
def listed_services(site: Site) -> tuple[Service, ...]:
    """The services that somebody can use."""
    return tuple(service for service in site.all(Service) if service.is_listed)


def providers_of(service: Service, site: Site) -> tuple[Organization, ...]:
    """Who provides or delivers a service, the provider first."""
    return known(providers(site), service.provider_ids)


def services_for(audience: Audience, site: Site) -> tuple[Service, ...]:
    """The services for an audience."""
    return tuple(service for service in listed_services(site) if audience.id in service.audience_ids)


def services_giving(kind: KindOfHelp, site: Site) -> tuple[Service, ...]:
    """The services that give a kind of help."""
    return tuple(service for service in listed_services(site) if kind.id in service.kind_of_help_ids)


def services_by(organization: Organization, site: Site) -> tuple[Service, ...]:
    """The services that an organization provides or delivers."""
    return _services_by_provider(site).get(organization.id, ())


@derived
def _services_by_provider(site: Site) -> Mapping[str, tuple[Service, ...]]:
    return grouped((id_, service) for service in listed_services(site) for id_ in service.provider_ids)


def services_only_in(area: Term | Region | Authority, site: Site) -> tuple[Service, ...]:
    """The services that name the area itself as one of theirs."""
    return _services_by_area(site).get(area.id, ())


@derived
def _services_by_area(site: Site) -> Mapping[str, tuple[Service, ...]]:
    return grouped((id_, service) for service in listed_services(site) for id_ in service.area_ids)


@derived
def services_everywhere(site: Site) -> tuple[Service, ...]:
    """The services available in every region."""
    wide = {area.id for area in site.settings(DirectorySettings).areas}
    return tuple(service for service in listed_services(site) if wide & set(service.area_ids))
