"""The tables of postcodes and of places, as the finder's script reads them."""

import json
from collections.abc import Mapping, Sequence

from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Authority
from drws.kernel.site import Site


def assets(site: Site) -> Mapping[str, bytes]:
    """The tables, where the site has them."""
    geography = site.dataset(Geography)
    if geography is None:
        return {}
    return {
        "postcodes.json": json.dumps(geography.postcodes.for_browser(), separators=(",", ":")).encode(),
        "places.json": json.dumps(places_for_browser(site), ensure_ascii=False, separators=(",", ":")).encode(),
    }


def places_for_browser(site: Site) -> Sequence[tuple[Sequence[str], Sequence[str]]]:
    """Everything that the finder knows by name: the names, the one that is shown first, and the codes of authorities.

    Authorities first, in every language of the site, then towns and villages.
    """
    geography = site.dataset(Geography)
    codes = [language.code for language in site.languages]
    authorities = [(names_of(authority, codes), [authority.code]) for authority in site.all(Authority)]
    towns = geography.places.places if geography and geography.places else ()
    return [*authorities, *(([town.name, *town.also], list(town.codes)) for town in towns)]


def names_of(authority: Authority, languages: Sequence[str]) -> Sequence[str]:
    """Every name that an authority goes by, in every language."""
    said = [text.in_language(code).words for code in languages for text in (authority.place, authority.name)]
    said += [name for code in languages for name in authority.alternate_names.in_language(code)]
    return list(dict.fromkeys(said))
