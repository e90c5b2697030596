"""The ways in which the directory is narrowed down: facets, and what each service has of them.

Values are ids, the same in every language. A service of which a facet is not known has the value `NOT_RECORDED`, so that it can be found
and is never dropped.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from generator.model.service import Cost, DeliveryMode, Service
from generator.model.site import Site

NOT_RECORDED = "not-recorded"
"""The value of a service of which a facet is not known."""


class Facet(StrEnum):
    """The facets, in the order of the page. Their names stand in its address: `?audience=adopters&how=phone`."""

    AUDIENCE = "audience"
    KIND = "kind"
    AREA = "area"
    PROVIDER = "provider"
    LANGUAGE = "language"
    HOW = "how"
    COST = "cost"


def values_of(service: Service, facet: Facet) -> tuple[str, ...]:
    """What a service has of a facet, as its record says it. For an area that is the narrowest name: see `also_in`."""
    found: Mapping[Facet, tuple[str, ...]] = {
        Facet.AUDIENCE: service.audience_ids,
        Facet.KIND: service.kind_of_help_ids,
        Facet.AREA: service.area_ids,
        Facet.PROVIDER: service.provider_ids,
        Facet.LANGUAGE: service.languages,
        Facet.HOW: tuple(mode.value for mode in service.delivery_modes),
        Facet.COST: (service.cost.value,) if service.cost else (),
    }
    return tuple(dict.fromkeys(found[facet])) or (NOT_RECORDED,)


def also_in(site: Site, area_id: str) -> tuple[str, ...]:
    """The other areas whose services somebody finds under an area.

    Under an authority also those of its region and of the whole nation; under a region also those of its authorities and of the whole
    nation; under the nation those of every area that takes it in.
    """
    wide = tuple(area.id for area in site.partnership.areas)
    if authority := site.authorities.get(area_id):
        return (authority.region_id, *wide)
    if region := site.regions.get(area_id):
        return (*(authority.id for authority in site.authorities_in(region)), *wide)
    return tuple(id_ for id_ in wide if id_ != area_id)


def services_with(site: Site, facet: Facet, value: str) -> tuple[Service, ...]:
    """The listed services that are found under a value."""
    accepted = {value, *(also_in(site, value) if facet is Facet.AREA else ())}
    return tuple(service for service in site.listed_services if accepted & set(values_of(service, facet)))


def values_with_a_page(site: Site) -> Iterator[tuple[Facet, str]]:
    """The values that have no page of another kind, and that at least one service has: the nation, languages, ways and costs."""
    if site.partnership.areas and site.services_everywhere:
        yield Facet.AREA, site.partnership.areas[0].id
    for facet in (Facet.LANGUAGE, Facet.HOW, Facet.COST):
        present = {value for service in site.listed_services for value in values_of(service, facet)}
        for value in values_in_order(site, facet):
            if value in present:
                yield facet, value


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
