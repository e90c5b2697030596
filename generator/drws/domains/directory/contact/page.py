"""Whom to ring: every regional service, the national routes, and whom to tell when a child is at risk."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import contacts_of, enquiry_contacts_of, fallback_contacts
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.term import Term
from drws.kernel.text import Text
from drws.planning.plan import Group, PagePlan, Planner


@dataclass(frozen=True, slots=True)
class ContactView:
    """What the contact page prints."""

    regions: tuple[Group, ...]
    """Each region with its contacts for enquiries; a region may have none."""
    next_best: tuple[Contact, ...]
    """Whom to ring where a region has no telephone number."""
    purposes: tuple["PurposeGroup", ...]
    """Each purpose of contact that somebody other than the regions serves."""


class PurposeGroup(NamedTuple):
    """Whom to contact for one purpose."""

    purpose: Term
    contacts: tuple[Contact, ...]
    """By the names of their organizations."""
    has_authorities: bool
    """Are there authorities among them? Then other authorities may have a number that nobody has recorded."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    regions = tuple(Group(region, enquiry_contacts_of(region, site)) for region in planner.by_name(site.all(Region)))
    groups = (_group(purpose, planner) for purpose in site.settings(DirectorySettings).contact_purposes)
    view = ContactView(regions, fallback_contacts(site), tuple(group for group in groups if group.contacts))
    yield from planner.page("contact", "directory/contact.html", view)


def _group(purpose: Term, planner: Planner) -> PurposeGroup:
    site = planner.site
    authorities = () if purpose.id in site.settings(DirectorySettings).complaint_purpose_ids else site.all(Authority)
    providers = planner.by_name((*site.all(Organization), *authorities), name=_heading)
    contacts = (contact for provider in providers for contact in contacts_of(provider, site))
    chosen = tuple(contact for contact in contacts if contact.purpose == purpose.id)
    return PurposeGroup(purpose, chosen, any(contact.organization_id in site.of(Authority) for contact in chosen))


def _heading(provider: Organization) -> Text:
    """An authority is looked for under the place that it governs."""
    return provider.place if isinstance(provider, Authority) else provider.name
