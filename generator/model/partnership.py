"""The partnership that publishes the site: its names, its tiers and its shared lists. One record: `data/site.yml`."""

from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from generator.model.entity import Entity, Part
from generator.model.text import Text
from generator.model.values import CountryCode, Dated, Id, LanguageCode, SiteAddress, Words
from generator.problems import Place


class Term(Part):
    """A named thing in a short list."""

    id: Id
    """The name by which records refer to it."""
    name: Text
    """What visitors read."""
    description: Text | None = None
    """What it means."""


class Document(Part):
    """A document that records name as a source."""

    id: Id
    """The name by which sources refer to it."""
    title: Text
    """What it is called."""
    date: Dated
    """When it was made."""


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
    languages: tuple[LanguageCode, ...]
    """The codes of the site's languages, the first in order first. Each has a file in `data/languages/`."""
    tiers: tuple[Term, ...]
    """The levels at which the partnership works, from the widest to the nearest."""
    organization_id: Id
    """The organization that the partnership itself is."""
    areas: tuple[Term, ...]
    """Areas that take in every region: the nation, and what is wider."""
    organization_types: tuple[Term, ...]
    """The kinds of organization, in the order of lists."""
    agency_type_ids: tuple[Id, ...] = ()
    """The organization types whose members anyone may approach besides their own regional service, wherever they live."""
    contact_purposes: tuple[Term, ...]
    """What contacts are for, in the order of lists."""
    documents: tuple[Document, ...] = ()
    """The documents that sources name."""
    navigation: tuple[Words, ...]
    """The pages of the navigation bar: page names, or `page:<path>` for authored pages."""
    footer: tuple[Words, ...] = ()
    """The pages that the foot of every page links to."""
    helpline_contact_id: Id | None = None
    """The partnership's own helpline, once it has one."""
    fallback_contact_ids: tuple[Id, ...] = ()
    """Whom to ask where a record has no telephone number: the next best route."""
    emergency: Text
    """What to do when someone is in danger. On every page."""

    @model_validator(mode="after")
    def _speaks(self) -> "Partnership":
        if not self.languages:
            raise PydanticCustomError("type.empty", "", {"at": "languages"})
        return self

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of one of its values, for a problem."""
        return Place("data/site.yml", path, key=key)
