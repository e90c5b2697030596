"""Whom to ring: every regional service, the national routes, and whom to tell when a child is at risk."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Contact
from generator.pages.plan import Group, PagePlan, Planner


@dataclass(frozen=True, slots=True)
class ContactView:
    """What the contact page prints."""

    regions: tuple[Group, ...]
    """Each region with its contacts for enquiries; a region may have none."""
    next_best: tuple[Contact, ...]
    """Whom to ring where a region has no telephone number."""
    purposes: tuple[Group, ...]
    """Each purpose of contact with all contacts of organizations that are neither regions nor authorities."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    regions = tuple(
        Group(region, site.enquiry_contacts_of(region)) for region in planner.by_name(site.regions.values())
    )
    elsewhere = [contact for contact in site.contacts.values() if contact.organization_id in site.organizations]
    purposes = (
        Group(purpose, planner.by_name(contact for contact in elsewhere if contact.purpose == purpose.id))
        for purpose in site.partnership.contact_purposes
    )
    view = ContactView(regions, site.fallback_contacts, tuple(group for group in purposes if group.members))
    yield planner.page("contact", "pages/contact.html", view)
