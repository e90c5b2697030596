"""The ways in which dates are narrowed down: facets, and what each event has of them.

Values are ids, the same in every language. An event of which a facet is not known has the value `NOT_RECORDED`.
"""

from collections import defaultdict
from collections.abc import Mapping
from enum import StrEnum

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Region
from drws.domains.events.event.occurrences import Occurrence, upcoming
from drws.domains.events.event.record import Event
from drws.domains.events.settings import EventSettings
from drws.kernel.entity import Entity
from drws.kernel.site import Site, derived
from drws.planning.facets import NOT_RECORDED

EVERYWHERE = "everywhere"
"""The value of an event that is for all regions. Whoever chooses a region finds it too."""
ONLINE = "online"
IN_PERSON = "in-person"


class EventFacet(StrEnum):
    """The facets, in the order of the page. Their names stand in its address: `?region=valley&kind=course`."""

    REGION = "region"
    KIND = "kind"
    AUDIENCE = "audience"
    PLACE = "place"
    LANGUAGE = "language"


RECORDS: Mapping[EventFacet, type[Entity]] = {EventFacet.REGION: Region, EventFacet.AUDIENCE: Audience}
"""The facets whose values are records."""


def values_of(event: Event, site: Site) -> Mapping[EventFacet, tuple[str, ...]]:
    """What an event has of every facet."""
    is_somewhere = event.location_id is not None or event.location is not None
    values = {
        EventFacet.REGION: event.region_ids or (EVERYWHERE,),
        EventFacet.KIND: (event.kind_id,),
        EventFacet.AUDIENCE: event.audience_ids,
        EventFacet.PLACE: (ONLINE,) * event.online + (IN_PERSON,) * is_somewhere,
        EventFacet.LANGUAGE: event.languages,
    }
    return {
        facet: tuple(dict.fromkeys(value for value in each if _is_there(facet, value, site))) or (NOT_RECORDED,)
        for facet, each in values.items()
    }


def _is_there(facet: EventFacet, value: str, site: Site) -> bool:
    """A record or a kind that is not there, which checks tell, is no value: it has no name."""
    if facet is EventFacet.KIND:
        return any(kind.id == value for kind in site.settings(EventSettings).event_kinds)
    return facet not in RECORDS or value == EVERYWHERE or value in site.of(RECORDS[facet])


@derived
def dates_by_value(site: Site) -> Mapping[EventFacet, Mapping[str, tuple[Occurrence, ...]]]:
    """The dates under each value of each facet, of the values that any has. Under a region stand those for all regions too."""
    found: dict[EventFacet, dict[str, list[Occurrence]]] = {facet: defaultdict(list) for facet in EventFacet}
    for each in upcoming(site):
        for facet, values in values_of(each.event, site).items():
            for value in values:
                found[facet][value].append(each)
    regions = found[EventFacet.REGION]
    everywhere = regions.get(EVERYWHERE, [])
    for value, dates in regions.items():
        if value not in (EVERYWHERE, NOT_RECORDED):
            regions[value] = [each for each in upcoming(site) if each in dates or each in everywhere]
    return {facet: {value: tuple(each) for value, each in by_value.items()} for facet, by_value in found.items()}


def page_of(facet: EventFacet, value: str) -> str:
    """The name of the page of a value: `events-by:kind.course`."""
    return f"events-by:{facet}.{value}"
