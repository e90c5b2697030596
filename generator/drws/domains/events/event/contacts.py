"""Whom to ask about an event."""

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import enquiry_contacts_of, provider
from drws.domains.events.event.record import Event
from drws.kernel.site import Site, known


def contacts_about(event: Event, site: Site) -> tuple[Contact, ...]:
    """Its own contacts, or whoever takes bookings, or those of who holds it, or those of its regions."""
    booked = (event.booking.contact_id,) if event.booking else ()
    if own := known(site.of(Contact), dict.fromkeys((*event.contact_ids, *booked))):
        return own
    holder = provider(event.organization_id, site)
    if holder and (asked := enquiry_contacts_of(holder, site)):
        return asked
    regions = known(site.of(Region), event.region_ids)
    return tuple(contact for region in regions for contact in enquiry_contacts_of(region, site))
