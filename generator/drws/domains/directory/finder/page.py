"""The way in by place: the finder, the map, each region with its authorities, and what there is everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography, Nation
from drws.domains.directory.next_best import authority_line
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import enquiry_contacts_of, places_by_name, region_of, services_only_in
from drws.domains.directory.region.page import regions_with_authorities
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.text import Text
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class Answer:
    """What the finder says of one authority."""

    authority: Authority
    region: Region | None
    asked: Contact | None
    """The contact of the regional service that has a line to ring, where there is one."""
    instead: Contact | None
    """The contact of the authority that is rung where it has none."""


@dataclass(frozen=True, slots=True)
class MapView:
    """The map of the authorities."""

    width: int
    height: int
    regions: tuple[Group, ...]
    """Each region with its authorities and their outlines: `(authority, path)`."""
    labels: tuple[tuple[int, int], ...]
    """Where the number of each region stands: inside the authority nearest to its middle."""
    attributions: tuple[Text, ...]
    """Whose data the map and the finder are made from."""


@dataclass(frozen=True, slots=True)
class AreasView:
    """What the page of areas prints."""

    regions: tuple[Group, ...]
    """Each region with its authorities."""
    wide_areas: tuple[Group, ...]
    """Each wider area that has services, with those services."""
    answers: tuple[Answer, ...]
    """What the finder says, for every authority. None where there is no finder."""
    nations: tuple[Nation, ...]
    """What the finder says of other nations."""
    map: MapView | None


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    wide = (
        Group(area, planner.by_name(services_only_in(area, site))) for area in site.settings(DirectorySettings).areas
    )
    regions = regions_with_authorities(planner)
    yield from planner.page(
        "areas",
        "directory/areas.html",
        AreasView(
            regions=regions,
            wide_areas=tuple(group for group in wide if group.members),
            answers=answers_of(planner),
            nations=nations_of(planner),
            map=_map(regions, planner),
        ),
    )


def answers_of(planner: Planner) -> tuple[Answer, ...]:
    """What the finder says of every authority; nothing where there is no finder."""
    return tuple(_answers(planner)) if planner.site.dataset(Geography) else ()


def nations_of(planner: Planner) -> tuple[Nation, ...]:
    """What the finder says of other nations."""
    geography = planner.site.dataset(Geography)
    return geography.finder.nations if geography else ()


def _answers(planner: Planner) -> Iterator[Answer]:
    site = planner.site
    for authority in places_by_name(site.all(Authority), planner):
        region = region_of(authority, site)
        asked = next((each for each in enquiry_contacts_of(region, site) if each.line), None) if region else None
        yield Answer(authority, region, asked, instead=None if asked else authority_line(authority, site))


def _map(regions: tuple[Group, ...], planner: Planner) -> MapView | None:
    geography = planner.site.dataset(Geography)
    if geography is None:
        return None
    shapes = geography.map.by_code
    labels = []
    for _, authorities in regions:
        places = [(shapes[each.code].x, shapes[each.code].y) for each in authorities]
        x, y = (sum(axis) / len(places) for axis in zip(*places, strict=True))
        labels.append(min(places, key=lambda place: (place[0] - x) ** 2 + (place[1] - y) ** 2))
    return MapView(
        width=geography.map.width,
        height=geography.map.height,
        regions=tuple(
            Group(region, tuple((each, shapes[each.code].path) for each in authorities))
            for region, authorities in regions
        ),
        labels=tuple(labels),
        attributions=(
            geography.finder.attribution,
            *((geography.finder.place_names.attribution,) if geography.finder.place_names else ()),
        ),
    )
