"""The whole of the data as one immutable value, and the questions one can ask of it.

An unknown id answers “none” rather than raising, so that every check can run and report in the same pass.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from pydantic import BaseModel

from drws.domains import ENTITIES
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting
from drws.domains.diary.milestone.record import Milestone
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.opening import Calendar, Opening
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Authority, Organization, OrganizationStatus, Region
from drws.domains.directory.service.record import Service
from drws.domains.figures.measure.record import Measure
from drws.domains.figures.observation.record import Observation, Series
from drws.domains.governance.body.record import Body
from drws.domains.governance.complaint.record import ComplaintRoute
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import Post
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.domains.law.right.record import Right
from drws.domains.website.search.words import SearchWords
from drws.kernel.ageing import Assurance, assurance
from drws.kernel.authored import AuthoredPage
from drws.kernel.entity import Entity
from drws.kernel.ids import pieces
from drws.kernel.language import Language
from drws.kernel.partnership import Document, FactKind, Partnership, Term, term

Actor: TypeAlias = Body | Post | Organization
"""Someone who can owe, decide, sign or answer for something."""
E = TypeVar("E", bound=Entity)
V = TypeVar("V")


@dataclass(frozen=True)
class Site:
    """Everything that the site says, as it stands on one day."""

    partnership: Partnership
    languages: tuple[Language, ...]
    """The site's languages, the first in order first."""
    as_of: date
    """The day for which the site is built. Nothing else asks a clock."""
    regions: Mapping[str, Region]
    authorities: Mapping[str, Authority]
    organizations: Mapping[str, Organization]
    """Organizations that are neither regions nor authorities."""
    contacts: Mapping[str, Contact]
    locations: Mapping[str, Location]
    audiences: Mapping[str, Audience]
    kinds_of_help: Mapping[str, KindOfHelp]
    services: Mapping[str, Service]
    legislation: Mapping[str, Legislation]
    agreements: Mapping[str, Agreement]
    bodies: Mapping[str, Body]
    posts: Mapping[str, Post]
    functions: Mapping[str, Function]
    rights: Mapping[str, Right]
    complaints: Mapping[str, ComplaintRoute]
    measures: Mapping[str, Measure]
    duties: Mapping[str, Duty]
    meetings: Mapping[str, Meeting]
    milestones: Mapping[str, Milestone]
    authored: Mapping[str, AuthoredPage]
    """Hand-written pages by their path under `content/<language>/`, without the ending."""
    search_words: SearchWords
    """What people say when they search."""
    calendar: Calendar | None = None
    """The public holidays, when the site names a calendar."""
    withheld: Mapping[tuple[str, str], frozenset[FactKind]] = field(default_factory=dict)
    """By type and id of a record, the kinds of its facts that were too old to trust: they are no longer in it."""
    observations: Mapping[str, Series] = field(default_factory=dict)
    """The figures of each measure, by its id."""
    geography: Geography | None = None
    """Where the authorities are, for a site that knows."""

    # ── looking things up ────────────────────────────────────────────────────────────────────────────────────────────

    def language(self, code: str) -> Language:
        """The language with this code. The code is one of the site's own."""
        return next(language for language in self.languages if language.code == code)

    def provider(self, id_: str | None) -> Organization | None:
        """A region, an authority or any other organization."""
        return self.providers.get(id_ or "")

    @cached_property
    def providers(self) -> Mapping[str, Organization]:
        """Every organization of every kind by its id."""
        return MappingProxyType({**self.organizations, **self.authorities, **self.regions})

    @cached_property
    def areas(self) -> Mapping[str, Term | Region | Authority]:
        """Everything that can be a service area, from the widest to the nearest."""
        wide = {area.id: area for area in self.partnership.areas}
        return MappingProxyType({**self.authorities, **self.regions, **wide})

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """The documents that sources name."""
        return MappingProxyType({document.id: document for document in self.partnership.documents})

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Every record that has a file of its own."""
        collections: Iterable[Mapping[str, Entity]] = (getattr(self, model.FOLDER) for model in ENTITIES)
        return tuple(entity for collection in collections for entity in collection.values())

    @cached_property
    def pieces(self) -> tuple[tuple[Entity, tuple[str | int, ...], BaseModel], ...]:
        """Every record and every piece that it is made of, however deep, each with the record and the way from it to the piece."""
        return tuple((record, path, piece) for record in self.entities for path, piece in pieces(record))

    def actor(self, id_: str | None) -> Actor | None:
        """Whoever can owe, decide, sign or answer for something: a body, a post, a region, an authority or another organization."""
        return self.provider(id_) or self.bodies.get(id_ or "") or self.posts.get(id_ or "")

    def subject(self, id_: str) -> Entity | None:
        """Whatever a decision can change, or an event be about."""
        collections = (self.duties, self.services, self.agreements, self.legislation)
        return next((each[id_] for each in collections if id_ in each), None) or self.actor(id_)

    # ── how things belong together ───────────────────────────────────────────────────────────────────────────────────

    def authorities_in(self, region: Region) -> tuple[Authority, ...]:
        """The authorities of a region."""
        return tuple(authority for authority in self.authorities.values() if authority.region_id == region.id)

    def region_of(self, authority: Authority) -> Region | None:
        """The region an authority belongs to."""
        return self.regions.get(authority.region_id)

    def contacts_of(self, organization: Organization) -> tuple[Contact, ...]:
        """An organization's own contacts, in the order of their purposes."""
        return self._contacts_by_organization.get(organization.id, ())

    def opening_of(self, contact: Contact) -> Opening:
        """When a contact can be reached."""
        return Opening(contact, self.calendar, self.as_of)

    def assurance_of(self, record: Entity) -> Assurance | None:
        """How long ago a record was confirmed, and whether people are asked to confirm it again. None when nobody ever has."""
        return assurance(record, self.as_of, self.partnership.half_lives)

    def withheld_from(self, record: Entity) -> frozenset[FactKind]:
        """The kinds of fact that a record no longer shows, because they were too old to trust."""
        return self.withheld.get((record.KIND, record.id), frozenset())

    def contacts_serving(self, area: Region | Authority) -> tuple[Contact, ...]:
        """Contacts of other organizations that name the area as one they serve."""
        return tuple(c for c in self.contacts.values() if area.id in c.area_ids and c.organization_id != area.id)

    def locations_of(self, organization: Organization) -> tuple[Location, ...]:
        """An organization's own locations."""
        return tuple(location for location in self.locations.values() if location.organization_id == organization.id)

    def providers_of(self, service: Service) -> tuple[Organization, ...]:
        """Who provides or delivers a service, the provider first."""
        return known(self.providers, service.provider_ids)

    def contacts_for(self, service: Service) -> tuple[Contact, ...]:
        """Whom to ask about a service: its own contacts, or else those of its provider."""
        if own := known(self.contacts, service.contact_ids):
            return own
        provider = self.provider(service.organization_id)
        return self.enquiry_contacts_of(provider) if provider else ()

    def enquiry_contacts_of(self, organization: Organization) -> tuple[Contact, ...]:
        """The contacts of an organization that are for the most general purpose it has any for."""
        contacts = self.contacts_of(organization)
        return tuple(contact for contact in contacts if contact.purpose == contacts[0].purpose)

    @cached_property
    def fallback_contacts(self) -> tuple[Contact, ...]:
        """Whom to ask where a record has no telephone number: the partnership's helpline, or the next best."""
        return known(self.contacts, (self.partnership.helpline_contact_id, *self.partnership.fallback_contact_ids))

    @cached_property
    def listed_services(self) -> tuple[Service, ...]:
        """The services that somebody can use."""
        return tuple(service for service in self.services.values() if service.is_listed)

    @cached_property
    def agencies(self) -> tuple[Organization, ...]:
        """The organizations among which anyone may choose: those of the types that the partnership names, regional services included."""
        types = self.partnership.agency_type_ids
        return tuple(
            each
            for each in self.providers.values()
            if each.organization_type in types and each.status is not OrganizationStatus.DEFUNCT
        )

    def type_of(self, organization: Organization) -> Term | None:
        """What kind of body an organization is."""
        return term(self.partnership.organization_types, organization.organization_type)

    def figures_of(self, measure: Measure) -> tuple[Observation, ...]:
        """The figures of a measure, as its table has them."""
        series = self.observations.get(measure.id)
        return series.observations if series else ()

    def services_for(self, audience: Audience) -> tuple[Service, ...]:
        """The services for an audience."""
        return tuple(service for service in self.listed_services if audience.id in service.audience_ids)

    def services_giving(self, kind: KindOfHelp) -> tuple[Service, ...]:
        """The services that give a kind of help."""
        return tuple(service for service in self.listed_services if kind.id in service.kind_of_help_ids)

    def services_by(self, organization: Organization) -> tuple[Service, ...]:
        """The services that an organization provides or delivers."""
        return self._services_by_provider.get(organization.id, ())

    def services_only_in(self, area: Term | Region | Authority) -> tuple[Service, ...]:
        """The services that name the area itself as one of theirs."""
        return self._services_by_area.get(area.id, ())

    @cached_property
    def services_everywhere(self) -> tuple[Service, ...]:
        """The services available in every region."""
        wide = {area.id for area in self.partnership.areas}
        return tuple(service for service in self.listed_services if wide & set(service.area_ids))

    @cached_property
    def _contacts_by_organization(self) -> Mapping[str, tuple[Contact, ...]]:
        order = {purpose.id: place for place, purpose in enumerate(self.partnership.contact_purposes)}
        ranked = sorted(
            self.contacts.values(), key=lambda contact: (order.get(contact.purpose, len(order)), contact.id)
        )
        return _grouped((contact.organization_id, contact) for contact in ranked)

    @cached_property
    def _services_by_provider(self) -> Mapping[str, tuple[Service, ...]]:
        return _grouped((id_, service) for service in self.listed_services for id_ in service.provider_ids)

    @cached_property
    def _services_by_area(self) -> Mapping[str, tuple[Service, ...]]:
        return _grouped((id_, service) for service in self.listed_services for id_ in service.area_ids)


def known(records: Mapping[str, V], ids: Iterable[str | None]) -> tuple[V, ...]:
    """The records that some ids name, in the order of the ids. An id that no record has is passed over: a check reports it."""
    return tuple(records[id_] for id_ in ids if id_ and id_ in records)


def _grouped(pairs: Iterable[tuple[str, E]]) -> Mapping[str, tuple[E, ...]]:
    groups: dict[str, list[E]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})
