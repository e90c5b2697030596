"""The one place that makes addresses. Links follow from here, so a page that moves takes its links with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from slugify import slugify

from generator.model import (
    Audience,
    Authority,
    Contact,
    Duty,
    Entity,
    KindOfHelp,
    Meeting,
    Organization,
    Region,
    Service,
)
from generator.model.diary import actors_with_a_calendar
from generator.model.facets import Facet, page_of, values_with_a_page
from generator.model.site import Site
from generator.words import Words

Target: TypeAlias = Entity | str
"""What a link can lead to: a record, the name of a page (`services`), or an authored page (`page:about`)."""

SECTIONS: Mapping[type[Entity], str] = {
    Region: "regions",
    Authority: "authorities",
    Organization: "organizations",
    Audience: "audiences",
    KindOfHelp: "kinds-of-help",
    Service: "services",
    Duty: "duties",
    Meeting: "meetings",
}
"""The types of record that have a page each, and the page that lists them."""

PAGES = (
    "home",
    "services",
    "regions",
    "authorities",
    "organizations",
    "audiences",
    "kinds-of-help",
    "areas",
    "a-to-z",
    "compare",
    "shortlist",
    "contact",
    "search",
    "parity",
    "duties",
    "meetings",
    "decisions",
    "history",
    "not-found",
)
"""The names of the pages that exist once in each language."""

MAX_SLUG = 80
"""Characters of a slug made from a name: well under the 100 bytes that are safe on any file system."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where every page is, in every language, from the root of the site: `cy/gwasanaethau/blwch-llythyrau/`."""

    base: str
    """What stands before every address: `/`, or the folder in which the site is published."""
    paths: Mapping[tuple[str, str], str]
    """By `(name, language)`, where the name is `service:letterbox`, `services` or `page:about`."""

    def path(self, target: Target, language: str) -> str:
        """The address without the base. Raises KeyError when there is no such page: that is our own mistake."""
        return self.paths[(name_of(target), language)]

    def url(self, target: Target, language: str) -> str:
        """The address as it stands in a link."""
        return self.base + self.path(target, language)

    def adding(self, others: "Addresses") -> "Addresses":
        """These and the addresses of others, for the same site on the same day."""
        return Addresses(self.base, {**self.paths, **others.paths})

    def has(self, name: str, language: str) -> bool:
        """Is there a page of this name?"""
        return (name, language) in self.paths


def name_of(target: Target) -> str:
    """How links name a page: `service:letterbox`, `services`, `page:about`."""
    return target if isinstance(target, str) else f"{target.KIND}:{target.id}"


def card_of(contact: Contact) -> str:
    """The name of the file with a contact's details for an address book."""
    return f"card:{contact.id}"


def calendar_of(actor: Entity | None) -> str:
    """The name of the file with a calendar: what concerns somebody, or everything."""
    return f"calendar:{actor.id}" if actor else "calendar"


def addresses(site: Site, words: Words) -> Addresses:
    """Work out where everything is."""
    paths = {
        (name, language.code): f"{language.code}/{path}"
        for language in site.languages
        for name, path in _in_language(language.code, site, words)
    }
    return Addresses(urlsplit(site.partnership.url).path or "/", paths)


def _in_language(language: str, site: Site, words: Words) -> Iterator[tuple[str, str]]:
    """Every name, and where it is from the root of the language."""
    segments = words.section("address", language)
    special = {"home": "", "not-found": "404.html"}
    for page in PAGES:
        yield page, special[page] if page in special else f"{segments[page]}/"
    for entity in site.entities:
        if section := SECTIONS.get(type(entity)):
            yield name_of(entity), f"{segments[section]}/{_slug(entity, language)}/"
    for contact in site.contacts.values():
        if contact.is_reachable:
            yield card_of(contact), f"{segments['contact']}/{contact.id}.vcf"
    for actor in actors_with_a_calendar(site):
        folder = f"{segments['duties']}/{segments['calendar']}"
        yield calendar_of(actor), f"{folder}/{actor.id}.ics" if actor else f"{folder}.ics"
    for facet, value in values_with_a_page(site):
        slug = _slugged(f"{segments[f'facet.{facet}']} {facet_value_name(facet, value, site, words, language)}")
        yield page_of(facet, value), f"{segments['services']}/{slug}/"
    for path in site.authored:
        if path:
            yield f"page:{path}", f"{_authored(path, site, language)}/"


def facet_value_name(facet: Facet, value: str, site: Site, words: Words, language: str) -> str:
    """What visitors call a value that belongs to no record."""
    if facet is Facet.AREA:
        return site.areas[value].name.in_language(language).words
    if facet is Facet.LANGUAGE and value in site.partnership.languages:
        return words.language_name(value, language)
    return words.say(f"facet.{facet}.{value}", language)


def _slug(entity: Entity, language: str) -> str:
    name = (entity.place if isinstance(entity, Authority) else entity.name).in_language(language).words
    return _slugged(f"{entity.date.iso} {name}" if isinstance(entity, Meeting) else name) or entity.id


def _slugged(words: str) -> str:
    return slugify(words, max_length=MAX_SLUG, word_boundary=True, backend="text-unidecode")


def _authored(path: str, site: Site, language: str) -> str:
    """A page's slugs from the top: each folder takes the slug of its own page."""
    slugs = []
    steps = path.split("/")
    for depth in range(1, len(steps) + 1):
        page = site.authored.get("/".join(steps[:depth]))
        slugs.append((page.texts[language].front_matter.slug if page else None) or steps[depth - 1])
    return "/".join(slugs)
