"""The one place that makes addresses. Links follow from here, so a page that moves takes its links with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlsplit

from slugify import slugify

from drws.kernel.entity import Entity
from drws.kernel.site import Site
from drws.say.strings import Strings

if TYPE_CHECKING:
    from drws.planning.domain import Domains

Target: TypeAlias = Entity | str
"""What a link can lead to: a record, the name of a page (`services`), or an authored page (`page:about`)."""

HOME = "home"

MAX_SLUG = 80
"""Characters of a slug made from a name: well under the 100 bytes that are safe on any file system."""


@dataclass(frozen=True)
class Addresses:
    """Where every page is, in every language, from the root of the site: `cy/gwasanaethau/blwch-llythyrau/`."""

    base: str
    """What stands before every address: `/`, or the folder in which the site is published."""
    paths: Mapping[tuple[str, str], str]
    """By `(name, language)`, where the name is `service:letterbox`, `services`, `page:about`, or `card:letterbox` for a file."""
    stand_ins: Mapping[str, str] = field(default_factory=dict)
    """For the name of a page that is not there on the day of the site, that of the page to which links lead instead."""

    @cached_property
    def pages(self) -> frozenset[str]:
        """The names of all pages: of everything that has an address and is no file to save."""
        return frozenset(name for (name, _), path in self.paths.items() if path.endswith(("/", ".html")))

    def page_types(self, language: str) -> Mapping[str, str]:
        """Every type of page that there is in a language, and the name of the first of it."""
        named = sorted((name for name, code in self.paths if code == language and name in self.pages), reverse=True)
        return dict(sorted({page_type(name): name for name in named}.items()))

    def path(self, target: Target, language: str) -> str:
        """The address without the base. Raises KeyError when there is no such page: that is our own mistake."""
        return self.paths[(name_of(target), language)]

    def url(self, target: Target, language: str) -> str:
        """The address as it stands in a link."""
        return self.base + self.path(target, language)

    def linked(self, target: str, language: str) -> tuple[str, str]:
        """The page that a link by name means, and the anchor after it. `page:contact` may be a page that nobody wrote by hand."""
        name, hash_, fragment = target.partition("#")
        found = name if self.has(name, language) else name.removeprefix("page:")
        return (self.stand_ins[found], "") if found in self.stand_ins else (found, hash_ + fragment)

    def adding(self, others: "Addresses") -> "Addresses":
        """These and the addresses of others, for the same site on the same day."""
        return replace(self, paths={**self.paths, **others.paths})

    def with_stand_ins(self, later: "Addresses", lists: Mapping[str, str]) -> "Addresses":
        """The same for a day in the past: hand-written pages name records that were not there yet, whose addresses are among `later` ones.

        Links to one lead to the list of its kind, or home where that is not there either. `lists` has the name of each list by the kind.
        """
        there = {name for name, _ in self.paths}
        missing = {name for name, _ in later.paths} - there
        wanted = {name: lists.get(name.partition(":")[0], HOME) for name in missing}
        return replace(self, stand_ins={name: page if page in there else HOME for name, page in wanted.items()})

    def has(self, name: str, language: str) -> bool:
        """Is there a page, or a card, of this name?"""
        return (name, language) in self.paths


@dataclass(frozen=True)
class Naming:
    """What is needed to say where something is in one language."""

    site: Site
    strings: Strings
    language: str
    segments: Mapping[str, str]
    """The words of addresses in the language, by the rest of their key: `services` for `address.services`."""

    def below(self, page: str, words: str) -> str:
        """The address of a page below one that exists once, from words in the language."""
        return f"{self.language}/{self.segments[page]}/{slugged(words)}/"

    def record(self, page: str, entity: Entity) -> str:
        """The address of a record's page below the page that lists its type."""
        return f"{self.language}/{self.segments[page]}/{slugged(entity.slug_words(self.language)) or entity.id}/"


def name_of(target: Target) -> str:
    """How links name a page: `service:letterbox`, `services`, `page:about`."""
    return target if isinstance(target, str) else f"{target.KIND}:{target.id}"


def page_type(name: str) -> str:
    """The type of a page, by its name: `service:` for those of all services, `services` for one that exists once. Each has one template."""
    kind, colon, _ = name.partition(":")
    return kind + colon


@cache
def slugged(words: str) -> str:
    """Words as a part of an address."""
    return slugify(words, max_length=MAX_SLUG, word_boundary=True, backend="text-unidecode")


def addresses(site: Site, strings: Strings, domains: "Domains") -> Addresses:
    """Work out where everything is."""
    paths = {
        (name, language.code): path
        for language in site.languages
        for name, path in _in_language(language.code, site, strings, domains)
    }
    return Addresses(urlsplit(site.partnership.url).path or "/", paths)


def _in_language(language: str, site: Site, strings: Strings, domains: "Domains") -> Iterator[tuple[str, str]]:
    """Every name in one language, and where it is from the root of the site."""
    naming = Naming(site, strings, language, strings.section("address", language))
    for page in domains.single_pages(site):
        yield page.name, f"{language}/{page.path if page.path is not None else f'{naming.segments[page.name]}/'}"
    for model, section in domains.sections.items():
        for entity in site.all(model):
            yield name_of(entity), naming.record(section, entity)
    for domain in domains:
        yield from domain.addresses(naming)
    for path in site.authored:
        if path:
            yield f"page:{path}", f"{language}/{_authored(path, site, language)}/"


def _authored(path: str, site: Site, language: str) -> str:
    """A page's slugs from the top: each folder takes the slug of its own page."""
    slugs = []
    steps = path.split("/")
    for depth in range(1, len(steps) + 1):
        page = site.authored.get("/".join(steps[:depth]))
        slugs.append((page.texts[language].front_matter.slug if page else None) or steps[depth - 1])
    return "/".join(slugs)
