"""What visitors call the values of the facets of dates, in lists and in addresses."""

from drws.domains.events.listing.facets import RECORDS, EventFacet
from drws.domains.events.settings import EventSettings
from drws.kernel.site import Site
from drws.kernel.term import term
from drws.kernel.text import Said, Text
from drws.planning.facets import NOT_RECORDED
from drws.say.strings import Strings


def value_name(facet: EventFacet, value: str, site: Site, strings: Strings, language: str) -> Text | Said:
    """What a value is called: by the data where they have a name for it, or else by the theme."""
    if facet is EventFacet.KIND and (kind := term(site.settings(EventSettings).event_kinds, value)):
        return kind.name
    if facet in RECORDS and (record := site.of(RECORDS[facet]).get(value)):
        return record.name
    if facet is EventFacet.LANGUAGE and value != NOT_RECORDED:
        return Said(strings.language_name(value, language), None)
    return Said(strings.say(f"events.value.{value}", language), None)


def words_of(name: Text | Said, language: str) -> str:
    """A name as plain words: for addresses and titles."""
    return name.words if isinstance(name, Said) else name.in_language(language).words
