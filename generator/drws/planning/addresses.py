"""The one place that makes addresses. Links follow from here, so a page that moves takes its links with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import urlsplit

from slugify import slugify

from drws.domains.diary.calendar.schedule_queries import actors_with_a_calendar
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.service.facets import Facet, page_of, values_with_a_page
from drws.domains.directory.service.record import Service
from drws.domains.figures.measure.record import Measure
from drws.domains.governance.body.record import Body
from drws.domains.governance.function.lists import By, FunctionList, function_lists
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import Post
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.kernel.entity import Entity
from drws.kernel.site import Site
from drws.say.strings import Strings

Target: TypeAlias = Entity | str
"""What a link can lead to: a record, the name of a page (`services`), or an authored page (`page:about`)."""

SECTIONS: Mapping[type[Entity], str] = {
    Region: "regions",
    Authority: "authorities",
    Organization: "organizations",
    Audience: "audiences",
    KindOfHelp: "kinds-of-help",
    Service: "services",
    Body: "governance",
    Post: "posts",
    Function: "functions",
    Agreement: "agreements",
    Legislation: "legislation",
    Measure: "performance",
    Duty: "duties",
    Meeting: "meetings",
}
"""The types of record that have a page each, and the page that lists them."""

GOVERNANCE = (
    "structure",
    "posts",
    "functions",
    "coverage",
    "duties",
    "meetings",
    "decisions",
    "agreements",
    "legislation",
    "rights",
    "complaints",
    "performance",
    "history",
)
"""The pages about how the partnership is run, in the order in which the page `governance` leads to them."""

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
    "governance",
    *GOVERNANCE,
    "not-found",
)
"""The names of the pages that exist once in each language."""

ABOVE: Mapping[str, str] = dict.fromkeys(GOVERNANCE, "governance")
"""The pages that lie below another one than the home page, and that one."""

POPOLO = "popolo"
"""The name of the file with all bodies, posts and memberships in the words of one language."""

MAX_SLUG = 80
"""Characters of a slug made from a name: well under the 100 bytes that are safe on any file system."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where every page is, in every language, from the root of the site: `cy/gwasanaethau/blwch-llythyrau/`."""

    base: str
    """What stands before every address: `/`, or the folder in which the site is published."""
    paths: Mapping[tuple[str, str], str]
    """By `(name, language)`, where the name is `service:letterbox`, `services`, `page:about`, or `card:letterbox` for a file."""

    @property
    def pages(self) -> frozenset[str]:
        """The names of all pages: of everything that has an address and is no file to save."""
        return frozenset(name for (name, _), path in self.paths.items() if path.endswith(("/", ".html")))

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
        """Is there a page, or a card, of this name?"""
        return (name, language) in self.paths


def name_of(target: Target) -> str:
    """How links name a page: `service:letterbox`, `services`, `page:about`."""
    return target if isinstance(target, str) else f"{target.KIND}:{target.id}"


def structure_of(region: Region) -> str:
    """The name of the page with a region's part of the structure chart."""
    return f"structure:{region.id}"


def card_of(contact: Contact) -> str:
    """The name of the file with a contact's details for an address book."""
    return f"card:{contact.id}"


def table_of(measure: Measure) -> str:
    """The name of the file with the figures of a measure: one for all languages."""
    return f"table:{measure.id}"


def calendar_of(actor: Entity | None) -> str:
    """The name of the file with a calendar: what concerns somebody, or everything."""
    return f"calendar:{actor.id}" if actor else "calendar"


def addresses(site: Site, strings: Strings) -> Addresses:
    """Work out where everything is."""
    paths = {
        (name, language.code): f"{language.code}/{path}"
        for language in site.languages
        for name, path in _in_language(language.code, site, strings)
    }
    for measure in site.measures.values():
        paths |= {(table_of(measure), language.code): f"observations/{measure.id}.csv" for language in site.languages}
    return Addresses(urlsplit(site.partnership.url).path or "/", paths)


def _in_language(language: str, site: Site, strings: Strings) -> Iterator[tuple[str, str]]:
    """Every name, and where it is from the root of the language."""
    segments = strings.section("address", language)
    special = {"home": "", "not-found": "404.html"}
    for page in PAGES:
        yield page, special[page] if page in special else f"{segments[page]}/"
    for entity in site.entities:
        if section := SECTIONS.get(type(entity)):
            yield name_of(entity), f"{segments[section]}/{_slug(entity, language)}/"
    for region in site.regions.values():
        yield structure_of(region), f"{segments['structure']}/{_slug(region, language)}/"
    yield from _lists(language, site, strings, segments)
    yield from _files(site, segments)
    for path in site.authored:
        if path:
            yield f"page:{path}", f"{_authored(path, site, language)}/"


def _lists(language: str, site: Site, strings: Strings, segments: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The parts of a longer list that are pages of their own."""
    for facet, value in values_with_a_page(site):
        slug = _slugged(f"{segments[f'facet.{facet}']} {facet_value_name(facet, value, site, strings, language)}")
        yield page_of(facet, value), f"{segments['services']}/{slug}/"
    for chosen in function_lists(site):
        slug = _slugged(f"{segments[f'functions.{chosen.by}']} {function_list_name(chosen, site, language)}")
        yield chosen.name, f"{segments['functions']}/{slug}/"


def _files(site: Site, segments: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is no page: files to save, or to subscribe to."""
    for contact in site.contacts.values():
        if contact.is_reachable:
            yield card_of(contact), f"{segments['contact']}/{contact.id}.vcf"
    yield POPOLO, "popolo.json"
    for actor in actors_with_a_calendar(site):
        folder = f"{segments['duties']}/{segments['calendar']}"
        yield calendar_of(actor), f"{folder}/{actor.id}.ics" if actor else f"{folder}.ics"


def facet_value_name(facet: Facet, value: str, site: Site, strings: Strings, language: str) -> str:
    """What visitors call a value that belongs to no record."""
    if facet is Facet.AREA:
        return site.areas[value].name.in_language(language).words
    if facet is Facet.LANGUAGE and value in site.partnership.languages:
        return strings.language_name(value, language)
    return strings.say(f"facet.{facet}.{value}", language)


def function_list_name(chosen: FunctionList, site: Site, language: str) -> str:
    """What a list of functions is called after: a tier or an agreement; nothing where there is only one list."""
    if chosen.by is By.TIER:
        names = {tier.id: tier.name for tier in site.partnership.tiers}
        return names[chosen.id].in_language(language).words
    return site.agreements[chosen.id].name.in_language(language).words if chosen.by is By.AGREEMENT else ""


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
