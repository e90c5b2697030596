"""Postcodes and names of places, for questions that hold one."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from drws.domains.directory.finder.asset import places_for_browser
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Authority
from drws.kernel.site import Site
from drws.search.files import write


def write_places(root: Path, site: Site) -> Mapping[str, str]:
    """Write the names of places and, apart, the postcodes; the names of the files, none where there are none."""
    geography = site.dataset(Geography)
    if geography is None:
        return {}
    ids = {authority.code: authority.id for authority in site.all(Authority)}
    return {
        "names": write(root, "places", "names", {"ids": ids, "places": places_for_browser(site)}),
        "postcodes": write(root, "places", "postcodes", {"ids": ids, "table": geography.postcodes.for_browser()}),
    }


def names_of_places(site: Site) -> Iterator[str]:
    """Every name that the finder knows; none where there is no finder."""
    if site.dataset(Geography):
        for names, _ in places_for_browser(site):
            yield from names


def pages_of_areas(site: Site) -> Mapping[str, tuple[str, ...]]:
    """The names of the pages of each authority by its id: its own, and that of its region. None where there is no finder."""
    if site.dataset(Geography) is None:
        return {}
    return {each.id: (f"authority:{each.id}", f"region:{each.region_id}") for each in site.all(Authority)}
