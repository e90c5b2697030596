"""Where the lists of services by facet and the cards of contacts are."""

from collections.abc import Iterator

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.queries import areas
from drws.domains.directory.service.facets import Facet, page_of, values_with_a_page
from drws.kernel.site import Site
from drws.planning.addresses import Naming
from drws.say.strings import Strings


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every list of services that is a page of its own, and every card for an address book."""
    site = naming.site
    for facet, value in values_with_a_page(site):
        name = facet_value_name(facet, value, site, naming.strings, naming.language)
        yield page_of(facet, value), naming.below("services", f"{naming.segments[f'facet.{facet}']} {name}")
    for contact in site.all(Contact):
        if contact.is_reachable:
            yield card_of(contact), f"{naming.language}/{naming.segments['contact']}/{contact.id}.vcf"


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
