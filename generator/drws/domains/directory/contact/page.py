"""Whom to ask: the regional service of where one lives, and for each other purpose who serves it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.next_best import NextBest, next_best_in
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import contacts_of, enquiry_contacts_of, listed_name
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import Site
from drws.kernel.term import Term
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class ContactView:
    """What the contact page prints."""

    regions: tuple["RegionRoute", ...]
    """Each region with its contacts for enquiries; a region may have none."""
    purposes: tuple["PurposeGroup", ...]
    """Each purpose of contact that somebody serves, without the regions' contacts for enquiries."""
    has_finder: bool
    """Can a postcode be looked up?"""
    is_unconfirmed: bool
    """Are there contacts that nobody has confirmed?"""


class RegionRoute(NamedTuple):
    """Whom to contact in a region."""

    region: Region
    contacts: tuple[Contact, ...]
    next_best: NextBest | None
    """Whom to ring when none of the contacts has a telephone."""


class PurposeGroup(NamedTuple):
    """Whom to contact for one purpose."""

    purpose: Term
    contacts: tuple[Contact, ...]
    """By the names of their organizations."""
    has_authorities: bool
    """Are there several authorities among them? Then others may have a number that nobody has recorded. One alone answers for all."""
    has_regions: bool
    """Are there regions among them? Then the others are asked."""
    told_on: str | None
    """The name of the page that says it better than cards, with every number, on a site that has such a page."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    regions = tuple(_route(region, site) for region in planner.by_name(site.all(Region)))
    groups = (_group(purpose, planner) for purpose in site.settings(DirectorySettings).contact_purposes)
    view = ContactView(
        regions=regions,
        purposes=tuple(group for group in groups if group.contacts),
        has_finder=site.dataset(Geography) is not None,
        is_unconfirmed=not all(contact.is_assured for contact in site.all(Contact)),
    )
    yield from planner.page("contact", "directory/contact.html", view)


def _route(region: Region, site: Site) -> RegionRoute:
    contacts = enquiry_contacts_of(region, site)
    return RegionRoute(region, contacts, next_best_in(region, contacts, site))


def _group(purpose: Term, planner: Planner) -> PurposeGroup:
    site = planner.site
    authorities = () if purpose.id in site.settings(DirectorySettings).complaint_purpose_ids else site.all(Authority)
    providers = planner.by_name((*site.all(Organization), *site.all(Region), *authorities), name=listed_name)
    contacts = (contact for provider in providers for contact in contacts_of(provider, site))
    above = {contact for region in site.all(Region) for contact in enquiry_contacts_of(region, site)}
    chosen = tuple(contact for contact in contacts if contact.purpose == purpose.id and contact not in above)
    return PurposeGroup(
        purpose,
        chosen,
        has_authorities=len({each.organization_id for each in chosen if each.organization_id in site.of(Authority)})
        > 1,
        has_regions=any(contact.organization_id in site.of(Region) for contact in chosen),
        told_on=_told_on(purpose, site),
    )


def _told_on(purpose: Term, site: Site) -> str | None:
    settings = site.settings(DirectorySettings)
    danger = settings.child_in_danger
    if danger and purpose.id in (danger.by_day, danger.at_night):
        return "help"
    return "complaints" if purpose.id in settings.complaint_purpose_ids else None
