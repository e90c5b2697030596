"""Where the lists of services by facet, the cards of contacts, and the files with every number and with what is known are."""

from collections.abc import Iterator

from drws.domains.directory.completeness.facts import completeness
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.queries import areas
from drws.domains.directory.service.facets import Facet, page_of, values_with_a_page
from drws.kernel.site import Site
from drws.planning.addresses import Naming
from drws.say.strings import Strings

NUMBERS_PAGE = "numbers"
"""The page with every number that may be rung."""
NUMBERS_JSON = "numbers-json"
NUMBERS_TABLE = "numbers-csv"
"""The names of the files with the same: one file for all languages each."""

COMPLETENESS_PAGE = "completeness"
"""The page that says what is known of each organization."""
COMPLETENESS_JSON = "completeness-json"
COMPLETENESS_TABLE = "completeness-csv"
"""The names of the files with the same: one file for all languages each."""


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every list of services that is a page of its own, every card for an address book, and the files with every number and with what is known."""
    site = naming.site
    for facet, value in values_with_a_page(site):
        name = facet_value_name(facet, value, site, naming.strings, naming.language)
        yield page_of(facet, value), naming.below("services", f"{naming.segments[f'facet.{facet}']} {name}")
    for contact in site.all(Contact):
        if contact.is_reachable:
            yield card_of(contact), f"{naming.language}/{naming.segments['contact']}/{contact.id}.vcf"
    if has_numbers(site):
        yield NUMBERS_JSON, "data/numbers.json"
        yield NUMBERS_TABLE, "data/numbers.csv"
    if has_completeness(site):
        yield COMPLETENESS_JSON, "data/completeness.json"
        yield COMPLETENESS_TABLE, "data/completeness.csv"


def has_numbers(site: Site) -> bool:
    """Is there a number to ring, or to text?"""
    return any(contact.phones for contact in site.all(Contact))


def has_completeness(site: Site) -> bool:
    """Is there an organization to tell of?"""
    return bool(completeness(site))


def card_of(contact: Contact) -> str:
    """The name of the file with a contact's details for an address book."""
    return f"card:{contact.id}"


def facet_value_name(facet: Facet, value: str, site: Site, strings: Strings, language: str) -> str:
    """What visitors call a value that belongs to no record."""
    if facet is Facet.AREA:
        return areas(site)[value].name.in_language(language).words
    if facet is Facet.LANGUAGE and value in site.partnership.languages:
        return strings.language_name(value, language)
    return strings.say(f"facet.{facet}.{value}", language)
