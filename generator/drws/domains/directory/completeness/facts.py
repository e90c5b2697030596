"""The ten facts that people decide by, and which of them the site knows of an organization on its day.

Known means that a record says it and that it is not too old to be shown; whether somebody has confirmed it is told elsewhere. What is said of a
service counts for whoever provides or delivers it, and is known when it is said of one of them. A regional service works for its authorities:
what is said of its services counts for them as well, while numbers, hours, addresses and complaints are their own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from drws.domains.directory.organization.record import Authority, Organization, OrganizationStatus, Region
from drws.domains.directory.queries import agencies, authorities_in, contacts_of, locations_of, region_of, services_by
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import Site, derived


class Fact(StrEnum):
    """What somebody wants to know before they get in touch, in the order in which they ask."""

    NUMBER = "number"
    HOURS = "hours"
    WRITING = "writing"
    ADDRESS = "address"
    LANGUAGES = "languages"
    AREA = "area"
    ELIGIBILITY = "eligibility"
    NEXT_STEP = "next_step"
    COST = "cost"
    COMPLAINTS = "complaints"


@dataclass(frozen=True, slots=True)
class Completeness:
    """What is known of one organization, and what is not."""

    organization: Organization
    known: tuple[Fact, ...]
    missing: tuple[Fact, ...]


@derived
def completeness(site: Site) -> Mapping[str, Completeness]:
    """Of every region, authority and agency that is at work, by its id."""
    members = dict.fromkeys((*site.all(Region), *site.all(Authority), *agencies(site)))
    at_work = (each for each in members if each.status is not OrganizationStatus.DEFUNCT)
    return MappingProxyType({each.id: _completeness(each, site) for each in at_work})


def completeness_of(organization: Organization, site: Site) -> Completeness | None:
    """The same of one. None of an organization that nobody chooses between: a help line, a ministry."""
    return completeness(site).get(organization.id)


def _completeness(organization: Organization, site: Site) -> Completeness:
    told = _Told(organization, site)
    known = tuple(fact for fact in Fact if KNOWN[fact](told))
    return Completeness(organization, known, tuple(fact for fact in Fact if fact not in known))


class _Told:
    """What the records say of an organization."""

    def __init__(self, organization: Organization, site: Site) -> None:
        self.organization, self.site = organization, site
        self.contacts = contacts_of(organization, site)
        self.services = tuple(_services(organization, site))

    @property
    def has_address(self) -> bool:
        """Is there a place to go or to write to?"""
        return any(location.address for location in locations_of(self.organization, self.site))

    @property
    def has_area(self) -> bool:
        """Is it known for which places it works?"""
        organization = self.organization
        if isinstance(organization, Region):
            return bool(authorities_in(organization, self.site))
        return isinstance(organization, Authority) or any(service.area_ids for service in self.services)

    @property
    def has_languages(self) -> bool:
        """Is it known in which languages somebody answers, or helps?"""
        spoken = (each.languages for each in self.contacts), (each.languages for each in self.services)
        return any(any(languages) for languages in spoken)

    @property
    def takes_complaints(self) -> bool:
        """Has it somebody who takes complaints?"""
        purposes = self.site.settings(DirectorySettings).complaint_purpose_ids
        return any(contact.purpose in purposes for contact in self.contacts)


def _services(organization: Organization, site: Site) -> Iterator[Service]:
    yield from services_by(organization, site)
    if isinstance(organization, Authority) and (region := region_of(organization, site)):
        yield from services_by(region, site)


KNOWN: Mapping[Fact, Callable[[_Told], bool]] = MappingProxyType(
    {
        Fact.NUMBER: lambda told: any(contact.is_rung for contact in told.contacts),
        Fact.HOURS: lambda told: any(contact.is_rung and contact.schedules for contact in told.contacts),
        Fact.WRITING: lambda told: any(each.emails or each.website or each.web_chat for each in told.contacts),
        Fact.ADDRESS: lambda told: told.has_address,
        Fact.LANGUAGES: lambda told: told.has_languages,
        Fact.AREA: lambda told: told.has_area,
        Fact.ELIGIBILITY: lambda told: any(service.eligibility_description for service in told.services),
        Fact.NEXT_STEP: lambda told: any(service.application_process or service.wait_time for service in told.services),
        Fact.COST: lambda told: any(service.cost_options or service.fees_description for service in told.services),
        Fact.COMPLAINTS: lambda told: told.takes_complaints,
    }
)
"""When each fact is known."""
