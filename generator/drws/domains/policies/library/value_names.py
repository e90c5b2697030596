"""What visitors call the values of the library's facets, in lists and in addresses."""

from drws.domains.policies.library.facets import RECORDS, PolicyFacet
from drws.domains.policies.settings import PolicySettings
from drws.kernel.site import Site
from drws.kernel.term import term
from drws.kernel.text import Said, Text
from drws.planning.facets import NOT_RECORDED
from drws.say.strings import Strings


def value_name(facet: PolicyFacet, value: str, site: Site, strings: Strings, language: str) -> Text | Said:
    """What a value is called: by the data where they have a name for it, or else by the theme."""
    if name := _name_in_data(facet, value, site):
        return name
    if facet is PolicyFacet.YEAR and value != NOT_RECORDED:
        return Said(value, None)
    match facet:
        case PolicyFacet.STATUS:
            said = strings.say(f"policy.status.{value}", language)
        case PolicyFacet.REVIEW:
            said = strings.say(f"library.review.{value}", language)
        case _:
            said = strings.say(f"library.value.{value}", language)
    return Said(said, None)


def words_of(name: Text | Said, language: str) -> str:
    """A name as plain words: for addresses and titles."""
    return name.words if isinstance(name, Said) else name.in_language(language).words


def _name_in_data(facet: PolicyFacet, value: str, site: Site) -> Text | None:
    settings = site.settings(PolicySettings)
    terms = {PolicyFacet.TOPIC: settings.policy_topics, PolicyFacet.KIND: settings.policy_types}
    if found := term(terms.get(facet, ()), value):
        return found.name
    if facet in RECORDS and (record := site.of(RECORDS[facet]).get(value)):
        return record.name
    return None
