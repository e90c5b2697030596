"""A date as lists show it: the event, when, and what kind it is."""

from dataclasses import dataclass

from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.record import Region
from drws.domains.events.event.kinds import kind_of
from drws.domains.events.event.occurrences import Occurrence
from drws.domains.events.settings import EventKind
from drws.kernel.site import Site, known


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A date in a list."""

    occurrence: Occurrence
    kind: EventKind | None
    regions: tuple[Region, ...]
    """The regions that it is for; none when it is for all of them."""
    location: Location | None


def shown_date(occurrence: Occurrence, site: Site) -> ShownDate:
    """A date with what a line about it says."""
    event = occurrence.event
    regions = known(site.of(Region), event.region_ids)
    return ShownDate(occurrence, kind_of(event, site), regions, site.get(Location, event.location_id))
