"""The partnership that publishes the site: its names, its tiers and its shared lists. One record: `data/site.yml`."""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Entity, Part, Source
from drws.kernel.ids import ContactId, OrganizationTypeId, ProviderId
from drws.kernel.problem import Place
from drws.kernel.text import Text
from drws.kernel.values import (
    CountryCode,
    Dated,
    Day,
    DiallingPrefix,
    Email,
    Id,
    LanguageCode,
    Number,
    NumberKind,
    PhoneNumber,
    SiteAddress,
    TimeZone,
    Words,
    YearStart,
)


class Term(Part):
    """A named thing in a short list."""

    id: Id
    """The name by which records refer to it."""
    name: Text
    """What visitors read."""
    description: Text | None = None
    """What it means."""


def term(terms: Iterable[Term], id_: str | None) -> Term | None:
    """The term of a list that an id names. None when it names none: a check reports it."""
    return next((each for each in terms if each.id == id_), None)


class Document(Part):
    """A document that records name as a source."""

    id: Id
    """The name by which sources refer to it."""
    title: Text
    """What it is called."""
    date: Dated
    """When it was made."""


class FactKind(StrEnum):
    """The kinds of fact that age, each at its own pace."""

    CONTACT_DETAILS = "contact_details"
    HOURS = "hours"
    ADDRESS = "addresses"
    DESCRIPTION = "descriptions"


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


class MinutesRule(Part):
    """When minutes of a meeting count as late. It holds for bodies of this site; councils publish their own minutes."""

    days: Number
    """How many days after a meeting its minutes are expected here, be they agreed yet or a draft."""
    since_date: Day
    """From when somebody records minutes here: of earlier meetings nothing is claimed."""


class CallCharge(Part):
    """What it costs to ring one kind of number."""

    kinds: tuple[NumberKind, ...]
    """The kinds of number, as the numbering plan has them."""
    prefix: DiallingPrefix | None = None
    """The beginning of the numbers that are meant, when not all of the kind are."""
    text: Text
    """What a call costs, in a few words. No prices that change."""
    sources: tuple[Source, ...]
    """Where it was read."""

    def applies_to(self, number: PhoneNumber) -> bool:
        """Is the number of this kind?"""
        return number.kind in self.kinds and number.e164.startswith(self.prefix or "")


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
    holidays: Words | None = None
    """The calendar of public holidays: `england-and-wales`, `scotland` or `northern-ireland`. Without it nothing is said about them."""
    financial_year_start: YearStart | None = None
    """The month on whose first day a financial year begins: `4`. Tables of figures need it for periods like `2019-20`."""
    call_charges: tuple[CallCharge, ...] = ()
    """What it costs to ring each kind of number. The first that fits counts."""
    half_lives: HalfLives = HalfLives()
    """How long each kind of fact counts as checked."""
    languages: tuple[LanguageCode, ...]
    """The codes of the site's languages, the first in order first. Each has a file in `data/languages/`."""
    tiers: tuple[Term, ...]
    """The levels at which the partnership works, from the widest to the nearest."""
    organization_id: ProviderId
    """The organization that the partnership itself is."""
    areas: tuple[Term, ...]
    """Areas that take in every region: the nation, then what is wider, each taking in those before it."""
    organization_types: tuple[Term, ...]
    """The kinds of organization, in the order of lists."""
    agency_type_ids: tuple[OrganizationTypeId, ...] = ()
    """The types of organization among which a visitor may choose freely, wherever they live. They stand side by side on the comparison
    page, in this order; an authority's page names those that are not regional services."""
    body_types: tuple[Term, ...] = ()
    """The kinds of body that decide, advise or manage, in the order of lists."""
    measure_themes: tuple[Term, ...] = ()
    """What measures are about, in the order of the page of figures."""
    minutes: MinutesRule | None = None
    """When minutes count as late. Without it they never do."""
    contact_purposes: tuple[Term, ...]
    """What contacts are for, in the order of lists."""
    documents: tuple[Document, ...] = ()
    """The documents that sources name."""
    navigation: tuple[Words, ...]
    """The pages of the navigation bar: page names, or `page:<path>` for authored pages."""
    footer: tuple[Words, ...] = ()
    """The pages that the foot of every page links to."""
    helpline_contact_id: ContactId | None = None
    """The partnership's own helpline, once it has one."""
    fallback_contact_ids: tuple[ContactId, ...] = ()
    """Whom to ask where a record has no telephone number: the next best route."""
    corrections_email: Email | None = None
    """Who mends what is wrong on the site. Without it pages say whom to tell instead."""
    emergency: Text
    """What to do when someone is in danger. On every page."""

    @model_validator(mode="after")
    def _speaks(self) -> "Partnership":
        if not self.languages:
            raise PydanticCustomError("type.empty", "", {"at": "languages"})
        return self

    def call_charge(self, number: PhoneNumber) -> Text | None:
        """What it costs to ring a number, as far as the site's rules say."""
        return next((charge.text for charge in self.call_charges if charge.applies_to(number)), None)

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of one of its values, for a problem."""
        return Place("data/site.yml", path, key=key)
