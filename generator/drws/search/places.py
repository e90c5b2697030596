"""Postcodes and names of places, for questions that hold one."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drws.domains.directory.finder.asset import places_for_browser
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Authority
from drws.kernel.site import Site
from drws.say.collation import fold
from drws.search.files import write, write_together

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_places(root: Path, site: Site) -> Mapping[str, Any]:
    """Write the names of places and, apart, the postcodes; where they are, nothing where there are none.

    Names are in a file for each first letter: a question that may hold one needs the letters of its words.
    """
    geography = site.dataset(Geography)
    if geography is None:
        return {}
    shards: dict[str, list[tuple[list[str], Sequence[str]]]] = {}
    for names, codes in places_for_browser(site):
        by_letter: dict[str, list[str]] = {}
        for name in names:
            by_letter.setdefault(_letter(name), []).append(name)
        for letter, own in by_letter.items():
            shards.setdefault(letter, []).append((own, codes))
    return {
        "names": write_together(root, "places", {letter: {"places": own} for letter, own in shards.items()}),
        "postcodes": write(root, "places", "postcodes", {"table": geography.postcodes.for_browser()}),
    }


def _letter(name: str) -> str:
    """What the file of a name is called; `search-places.js` knows it as well."""
    return next((sign for sign in fold(name) if "a" <= sign <= "z"), "0")


def names_of_places(site: Site) -> Iterator[str]:
    """Every name that the finder knows; none where there is no finder."""
    if site.dataset(Geography):
        for names, _ in places_for_browser(site):
            yield from names


def pages_of_areas(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The names of the pages of each authority by its code: its own, and that of its region. None where there is no finder."""
    if site.dataset(Geography) is None:
        return {}
    return {each.code: (f"authority:{each.id}", f"region:{each.region_id}") for each in site.all(Authority)}
