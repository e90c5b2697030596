"""The partnership that publishes the site: its names, its tiers and its shared lists. One record: `data/site.yml`."""

from typing import ClassVar, TypeVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Entity, Part
from drws.kernel.fact_kind import FactKind
from drws.kernel.palette import Palette
from drws.kernel.problem import Place
from drws.kernel.text import Text
from drws.kernel.values import (
    CountryCode,
    Dated,
    Email,
    Id,
    LanguageCode,
    Number,
    SiteAddress,
    TimeZone,
    Words,
)

S = TypeVar("S")


class Document(Part):
    """A document that records name as a source."""

    id: Id
    """The name by which sources refer to it."""
    title: Text
    """What it is called."""
    date: Dated | None = None
    """When it was made. Left out when it carries no date."""


class HalfLives(Part):
    """How long each kind of fact counts as checked, in whole days from `assured_date`. For as long again the page asks people to confirm
    it; after that it is no longer shown. A kind that is left out does not age.
    """

    contact_details: Number | None = None
    """Phone numbers, mailboxes, web addresses and the languages in which a contact answers."""
    hours: Number | None = None
    """Opening hours, those of public holidays included."""
    addresses: Number | None = None
    """Addresses, and what is accessible there."""
    descriptions: Number | None = None
    """What a service or an organization does, for whom, and what it costs."""

    def of(self, kind: FactKind) -> int | None:
        """The half-life of a kind of fact, in days."""
        return {
            FactKind.CONTACT_DETAILS: self.contact_details,
            FactKind.HOURS: self.hours,
            FactKind.ADDRESS: self.addresses,
            FactKind.DESCRIPTION: self.descriptions,
        }[kind]


class Partnership(Entity):
    """Who publishes the site, and the lists that the other records share."""

    FOLDER: ClassVar[str] = ""
    KIND: ClassVar[str] = "partnership"

    name: Text
    """The name of the site."""
    short_name: Text
    """A shorter form of the name, for running text."""
    strapline: Text | None = None
    """The line under the name."""
    url: SiteAddress
    """Where the site is published, with a slash at the end."""
    country: CountryCode
    """Two letters: the country whose telephone numbers are written without a country code."""
    timezone: TimeZone | None = None
    """The time zone of every time in the records: `Europe/London` (HSDS `timezone`). Without it no page says “open now”."""
    half_lives: HalfLives = HalfLives()
    """How long each kind of fact counts as checked."""
    languages: tuple[LanguageCode, ...]
    """The codes of the site's languages, the first in order first. Each has a file in `data/languages/`."""
    documents: tuple[Document, ...] = ()
    """The documents that sources name."""
    without: tuple[Words, ...] = ()
    """The subjects that the site does without, `figures` for instance. Their
    records are not read, and they have no pages. What other records still name of them is told."""
    navigation: tuple[Words, ...]
    """The pages of the navigation bar: page names, or `page:<path>` for authored pages."""
    footer: tuple[Words, ...] = ()
    """The pages that the foot of every page links to."""
    corrections_email: Email | None = None
    """Who mends what is wrong on the site. Without it pages say whom to tell instead."""
    emergency: Text
    """What to do when someone is in danger. On every page."""
    licence: Text | None = None
    """Under what terms the words and data may be used. At the foot of every page."""
    palette: Palette | None = None
    """The site's own colours, by role: `{brand: "#7a1f4d"}`. The theme has one for every role that is left out."""
    remarks_language: LanguageCode | None = None
    """The language of what editors write in one language only, such as descriptions of sources. Left out: the first of the site."""

    @model_validator(mode="after")
    def _speaks(self) -> "Partnership":
        if not self.languages:
            raise PydanticCustomError("type.empty", "", {"at": "languages"})
        return self

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of one of its values, for a problem."""
        return self.place(*path, key=key)

    def settings(self, kind: type[S]) -> S | None:
        """What it says about one subject. None for a subject that the site does not have."""
        settings: object = self
        return settings if isinstance(settings, kind) else None

    @staticmethod
    def place(*path: str | int, key: bool = False) -> Place:
        """The place of one of its values, whether it could be read or not."""
        return Place("data/site.yml", path, key=key)
