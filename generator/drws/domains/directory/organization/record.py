"""Who provides and decides: organizations, and the two kinds of them that the service is made of."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import ClassVar

from drws.domains.directory.ids import AuthorityId, OrganizationTypeId, RegionId
from drws.kernel.entity import Finding, Happening, Part
from drws.kernel.fact_kind import FactKind
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.period import Phase
from drws.kernel.roles import Actor, Decidable
from drws.kernel.text import Text
from drws.kernel.values import GssCode, Words


class OrganizationStatus(StrEnum):
    """Whether the organization is at work."""

    ACTIVE = "active"
    UNCONFIRMED = "unconfirmed"
    DEFUNCT = "defunct"


class OrganizationIdentifier(Part):
    """A number in a public register (HSDS `organization_identifier`)."""

    scheme: Words
    """The register, as org-id.guide names it: `GB-CHC` (charities), `GB-COH` (companies)."""
    identifier: Words
    """The number in that register."""


class Organization(Actor, Decidable):
    """A body that provides services, decides about them or oversees them (HSDS and Popolo `organization`)."""

    FOLDER: ClassVar[str] = "organizations"
    KIND: ClassVar[str] = "organization"
    AGES: ClassVar[Mapping[FactKind, tuple[str, ...]]] = {
        FactKind.CONTACT_DETAILS: ("website",),
        FactKind.DESCRIPTION: ("description", "facts", "conflicts"),
    }

    name: Text
    """The name it uses in each language."""
    alternate_names: AlternateNames = AlternateNames()
    """Other and earlier names, so that search and readers find it: `{cy: [...], en: [...]}`."""
    abbreviation: Text | None = None
    """The short form people use."""
    organization_type: OrganizationTypeId
    """What kind of body it is: the id of an organization type in `data/site.yml`."""
    status: OrganizationStatus = OrganizationStatus.ACTIVE
    """`active`, `unconfirmed` (we could not find out) or `defunct`."""
    description: Text
    """What it does for a visitor, in one to four sentences."""
    website: Link | None = None
    """Its own website."""
    identifiers: tuple[OrganizationIdentifier, ...] = ()
    """Its numbers in public registers."""
    facts: tuple[Finding, ...] = ()
    """Things that sources say about it and that help a visitor."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    def phase(self, _day: date) -> Phase:
        """Over once it is defunct. No source says when."""
        return Phase.ENDED if self.status is OrganizationStatus.DEFUNCT else Phase.CURRENT


class Region(Organization):
    """A group of authorities whose adoption work one regional service does."""

    FOLDER: ClassVar[str] = "regions"
    KIND: ClassVar[str] = "region"

    lead_authority_id: AuthorityId | None = None
    """The authority that leads and hosts the regional service."""


class Authority(Organization):
    """An organization that is a local authority."""

    FOLDER: ClassVar[str] = "authorities"
    KIND: ClassVar[str] = "authority"

    code: GssCode
    """Its Government Statistical Service code (ONS): `W06000015`."""
    region_id: RegionId
    """The region it belongs to. Every authority is in exactly one."""
    place: Text
    """The place it governs, as people call it: “Caerdydd”, “Cardiff”."""

    def slug_words(self, language: str) -> str:
        """The place, which is shorter than the name."""
        return self.place.in_language(language).words
