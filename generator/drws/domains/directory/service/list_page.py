"""The directory: all services on one page, and the facets by which it is narrowed down."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from drws.domains.directory.addresses import facet_value_name
from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import areas, listed_services, places_by_name, providers
from drws.domains.directory.service.facets import (
    Facet,
    also_in,
    facets_of,
    page_of,
    services_by_value,
    values_in_order,
    values_of,
)
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.entity import Entity
from drws.kernel.site import known
from drws.kernel.text import Said
from drws.planning.facets import FacetValue, FacetView
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class Listing:
    """A service in the list, with what it has of each facet."""

    service: Service
    values: Mapping[str, str]
    """By facet, its values with spaces between them."""


@dataclass(frozen=True, slots=True)
class ServicesView:
    """What the directory prints."""

    listings: tuple[Listing, ...]
    """All services that can be used, in alphabetical order."""
    facets: tuple[FacetView, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    listings = (
        Listing(service, {facet.value: " ".join(values_of(service, facet)) for facet in Facet})
        for service in planner.by_name(listed_services(planner.site))
    )
    facets = (FacetView(facet, tuple(_values(facet, planner))) for facet in facets_of(planner.site))
    view = ServicesView(tuple(listings), tuple(facet for facet in facets if facet.values))
    yield from planner.page("services", "directory/services.html", view)


def _values(facet: Facet, planner: Planner) -> Iterator[FacetValue]:
    """The values that at least one service has, in the order of lists."""
    site = planner.site
    counts = {value: len(services) for value, services in services_by_value(site, facet).items()}
    if facet is Facet.AREA:
        for id_ in _areas(planner):
            record = areas(site)[id_]
            page = record if isinstance(record, Entity) else page_of(facet, id_)
            name = getattr(record, "place", record.name)
            if count := counts.get(id_):
                yield FacetValue(id_, name, count, page, also_in(site, id_))
        return
    for entity in _records(facet, planner):
        if count := counts.get(entity.id):
            yield FacetValue(entity.id, entity.name, count, entity)
    for id_ in values_in_order(site, facet):
        if count := counts.get(id_):
            said = facet_value_name(facet, id_, site, planner.strings, planner.code)
            yield FacetValue(id_, Said(said, None), count, page_of(facet, id_))


def _records(facet: Facet, planner: Planner) -> tuple[Entity, ...]:
    site = planner.site
    match facet:
        case Facet.AUDIENCE:
            return tuple(sorted(site.all(Audience), key=lambda each: each.order))
        case Facet.KIND:
            return tuple(sorted(site.all(KindOfHelp), key=lambda each: each.order))
        case Facet.PROVIDER:
            ids = dict.fromkeys(id_ for service in listed_services(site) for id_ in service.provider_ids)
            return planner.by_name(known(providers(site), ids))
    return ()


def _areas(planner: Planner) -> Iterator[str]:
    """The nation, the regions, then the authorities under the names of their places."""
    site = planner.site
    yield from (area.id for area in site.settings(DirectorySettings).areas[:1])
    yield from (region.id for region in planner.by_name(site.all(Region)))
    yield from (authority.id for authority in places_by_name(site.all(Authority), planner))
