"""Where something is: the HSDS `location` and its `address`."""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from drws.domains.directory.ids import ProviderId
from drws.kernel.entity import Entity, Part
from drws.kernel.fact_kind import FactKind
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import LanguageCode, Postcode, Words


class LocationType(StrEnum):
    """HSDS `location_type`."""

    PHYSICAL = "physical"
    POSTAL = "postal"
    VIRTUAL = "virtual"


class Address(Part):
    """An address as its source prints it (HSDS `address`)."""

    address_1: Words
    """First line."""
    address_2: Words | None = None
    """Second line, if there is one."""
    city: Words
    """Town or city."""
    postal_code: Postcode
    """Postcode."""
    country: Words
    """Two letters: GB."""
    language: LanguageCode
    """The language the address is written in, so that a screen reader says it well."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as it goes on an envelope, without the country."""
        return tuple(line for line in (self.address_1, self.address_2, self.city, self.postal_code) if line)


class Accessibility(Part):
    """Something about getting in and around (HSDS `accessibility`)."""

    description: Text
    """What there is, or is not: “Step-free entrance”."""
    details: Text | None = None
    """How to use it, and what to ask for."""
    website: Link | None = None
    """A page that tells more (HSDS `url`)."""


class Location(Entity):
    """A place where an organization can be visited or written to."""

    FOLDER: ClassVar[str] = "locations"
    KIND: ClassVar[str] = "location"
    AGES: ClassVar[Mapping[FactKind, tuple[str, ...]]] = {
        FactKind.ADDRESS: ("address", "translated_addresses", "accessibility"),
        FactKind.DESCRIPTION: ("description", "conflicts"),
    }

    organization_id: ProviderId
    """Whose place it is."""
    name: Text
    """What the place is called, or what it is for."""
    location_type: LocationType
    """`physical`, `postal` or `virtual`."""
    address: Address | None = None
    """The address."""
    translated_addresses: tuple[Address, ...] = ()
    """The same address as it is written in other languages: *3ydd llawr*, *Wrecsam*. What has no other form stays as it is."""
    accessibility: tuple[Accessibility, ...] = ()
    """What is accessible, when a source says so."""
    description: Text | None = None
    """What a visitor should know before going or writing there."""

    def address_in(self, language: str) -> Address | None:
        """The address as it is written in a language, or else as its source prints it."""
        return next((each for each in self.translated_addresses if each.language == language), self.address)
