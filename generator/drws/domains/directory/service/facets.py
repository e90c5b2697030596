"""The ways in which the directory is narrowed down: facets, and what each service has of them.

Values are ids, the same in every language. A service of which a facet is not known has the value `NOT_RECORDED`, so that it can be found
and is never dropped.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import areas, authorities_in, listed_services
from drws.domains.directory.service.record import Cost, DeliveryMode, Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import Site
from drws.planning.facets import NOT_RECORDED


class Facet(StrEnum):
    """The facets, in the order of the page. Their names stand in its address: `?audience=adopters&how=phone`."""

    AUDIENCE = "audience"
    KIND = "kind"
    AREA = "area"
    PROVIDER = "provider"
    LANGUAGE = "language"
    HOW = "how"
    COST = "cost"


def facets_of(site: Site) -> tuple[Facet, ...]:
    """The facets by which a site's services differ: on a site in one language all of them are in that one."""
    return tuple(facet for facet in Facet if facet is not Facet.LANGUAGE or len(site.languages) > 1)


def values_of(service: Service, facet: Facet) -> tuple[str, ...]:
    """What a service has of a facet, as its record says it. For an area that is the narrowest name: see `also_in`."""
    values: tuple[str, ...] = ()
    match facet:
        case Facet.AUDIENCE:
            values = service.audience_ids
        case Facet.KIND:
            values = service.kind_of_help_ids
        case Facet.AREA:
            values = service.area_ids
        case Facet.PROVIDER:
            values = service.provider_ids
        case Facet.LANGUAGE:
            values = service.languages
        case Facet.HOW:
            values = tuple(mode.value for mode in service.delivery_modes)
        case Facet.COST:
            values = (service.cost.value,) if service.cost else ()
    return tuple(dict.fromkeys(values)) or (NOT_RECORDED,)


def also_in(site: Site, area_id: str) -> tuple[str, ...]:
    """The other areas whose services somebody finds under an area.

    Under an authority also those of its region and of the whole nation; under a region also those of its authorities and of the whole
    nation; under the nation those of every area that takes it in.
    """
    wide = tuple(area.id for area in site.settings(DirectorySettings).areas)
    if authority := site.get(Authority, area_id):
        return (authority.region_id, *wide)
    if region := site.get(Region, area_id):
        return (*(authority.id for authority in authorities_in(region, site)), *wide)
    return tuple(id_ for id_ in wide if id_ != area_id)


def services_by_value(site: Site, facet: Facet) -> Mapping[str, tuple[Service, ...]]:
    """The listed services that are found under each value, of the values under which there are any."""
    under: dict[str, list[str]] = defaultdict(list)
    if facet is Facet.AREA:
        for area_id in areas(site):
            for other_id in also_in(site, area_id):
                under[other_id].append(area_id)
    found: dict[str, dict[Service, None]] = defaultdict(dict)
    for service in listed_services(site):
        for value in values_of(service, facet):
            for each in (value, *under[value]):
                found[each][service] = None
    return {value: tuple(services) for value, services in found.items()}


def values_with_a_page(site: Site) -> Iterator[tuple[Facet, str]]:
    """The values that have no page of another kind, and that at least one service has: the nation, languages, ways and costs."""
    for facet, values in groupby(values_without_a_record(site), key=itemgetter(0)):
        found = services_by_value(site, facet)
        yield from ((facet, value) for _, value in values if value in found)


def values_without_a_record(site: Site) -> Iterator[tuple[Facet, str]]:
    """Every value that has no page of another kind, in the order of lists."""
    yield from ((Facet.AREA, area.id) for area in site.settings(DirectorySettings).areas[:1])
    for facet in (facet for facet in facets_of(site) if facet in (Facet.LANGUAGE, Facet.HOW, Facet.COST)):
        yield from ((facet, value) for value in values_in_order(site, facet))


def values_in_order(site: Site, facet: Facet) -> tuple[str, ...]:
    """The values of a facet that belong to no record, in the order of lists, what is not recorded last."""
    values = {
        Facet.LANGUAGE: site.partnership.languages,
        Facet.HOW: tuple(mode.value for mode in DeliveryMode),
        Facet.COST: tuple(cost.value for cost in Cost),
    }
    return (*values.get(facet, ()), NOT_RECORDED)


def page_of(facet: Facet, value: str) -> str:
    """The name of the page of a value: `facet:how.phone`."""
    return f"facet:{facet}.{value}"
