"""Whom to ring where nobody answers for a region by telephone.

A person who has been led to a service without a number must still be able to make a call. Three kinds of line can help: other agencies, for
those who are looking for one; the authorities of the region, for everybody, with words to say to whoever answers; and the partnership's
helplines.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import (
    agencies,
    authorities_in,
    contacts_of,
    contacts_serving,
    enquiry_contacts_of,
    fallback_contacts,
    services_by,
)
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import Site
from drws.kernel.text import Text


@dataclass(frozen=True, slots=True)
class NextBest:
    """Whom to ring instead. Everybody in it has a line, and stands there once."""

    helplines: tuple[Contact, ...]
    agencies: tuple[Contact, ...] = ()
    """Those who work there, for people who are looking for an agency."""
    authorities: tuple[Contact, ...] = ()
    """The authorities of the place, which know their own teams."""
    words: Text | None = None
    """What to say to an authority, whose line is for something else."""


def next_best(contacts: Iterable[Contact], site: Site) -> NextBest | None:
    """Whom to ring when none of the contacts has a telephone. None when one has."""
    return None if any(contact.is_rung for contact in contacts) else NextBest(_rung(fallback_contacts(site)))


def next_best_in(
    place: Region | Authority, contacts: Iterable[Contact], site: Site, service: Service | None = None
) -> NextBest | None:
    """Likewise for the regional service of a place. For one service of it, agencies only when they have one for the same people."""
    if any(contact.is_rung for contact in contacts):
        return None
    rule = site.settings(DirectorySettings).ask_authority
    within = authorities_in(place, site) if isinstance(place, Region) else (place,)
    found = tuple(_agencies_in(place, site, service))
    return NextBest(
        helplines=tuple(each for each in _rung(fallback_contacts(site)) if each not in found),
        agencies=found,
        authorities=tuple(line for each in within if (line := authority_line(each, site))),
        words=rule.words if rule else None,
    )


def authority_line(authority: Authority, site: Site) -> Contact | None:
    """The contact of an authority that is rung to be put through to the regional service."""
    rule = site.settings(DirectorySettings).ask_authority
    own = (*contacts_of(authority, site), *contacts_serving(authority, site))
    return next((each for each in own if rule and each.purpose == rule.purpose and each.is_rung), None)


def _agencies_in(place: Region | Authority, site: Site, service: Service | None) -> Iterator[Contact]:
    wide = (area.id for area in site.settings(DirectorySettings).areas)
    here = {place.id, *wide, *([place.region_id] if isinstance(place, Authority) else [])}
    for agency in agencies(site):
        if not isinstance(agency, Region) and _serves(agency, here, service, site):
            yield from _rung(enquiry_contacts_of(agency, site))[:1]


def _serves(agency: Organization, here: set[str], service: Service | None, site: Site) -> bool:
    """Has it a service here, and for the same people?"""
    return any(
        here & set(each.area_ids) and (service is None or set(service.audience_ids) <= set(each.audience_ids))
        for each in services_by(agency, site)
    )


def _rung(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(contact for contact in contacts if contact.is_rung)
