"""Which route a complaint about an organization takes, and who takes it there."""

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Organization
from drws.domains.directory.queries import contacts_of
from drws.domains.directory.settings import DirectorySettings
from drws.domains.governance.complaint.record import ComplaintRoute
from drws.kernel.site import Site, derived


@derived
def routes_in_order(site: Site) -> tuple[ComplaintRoute, ...]:
    """Every route, in the order of the page."""
    return tuple(sorted(site.all(ComplaintRoute), key=lambda route: (route.order, route.id)))


def route_about(organization: Organization, site: Site) -> ComplaintRoute | None:
    """The route that names an organization, or else the one for its kind."""
    routes = routes_in_order(site)
    named = (route for route in routes if route.about_id == organization.id)
    of_its_kind = (route for route in routes if organization.organization_type in route.about_type_ids)
    return next(named, None) or next(of_its_kind, None)


def complaint_contacts_of(organization: Organization, site: Site) -> tuple[Contact, ...]:
    """Who takes complaints about an organization, as far as a record says."""
    purposes = site.settings(DirectorySettings).complaint_purpose_ids
    return tuple(contact for contact in contacts_of(organization, site) if contact.purpose in purposes)
