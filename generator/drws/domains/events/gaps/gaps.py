"""In which region no date of a kind is known for the weeks to come, as of the site's day."""

from dataclasses import dataclass
from datetime import date

from drws.domains.directory.organization.record import Region
from drws.domains.events.event.occurrences import for_region, upcoming
from drws.domains.events.settings import EventKind, EventSettings
from drws.kernel.site import Site, derived
from drws.kernel.values import days_after


@dataclass(frozen=True, slots=True)
class Expected:
    """A kind of event that a region should have a date of."""

    region: Region
    kind: EventKind
    next_day: date | None
    """The day of the next one that takes place, be it later than it should be."""
    is_missing: bool
    """Is there none within the weeks?"""


@derived
def expected_dates(site: Site) -> tuple[Expected, ...]:
    """Every region with every kind that is looked for. An event for all regions counts in each; one that is cancelled in none."""
    settings = site.settings(EventSettings)
    watch = settings.event_watch
    if watch is None:
        return ()
    last = days_after(site.as_of, 7 * watch.weeks)
    kinds = [kind for kind in settings.event_kinds if kind.id in watch.kind_ids]
    found = []
    for region in site.all(Region):
        dates = [each for each in for_region(upcoming(site), region) if not each.is_cancelled]
        for kind in kinds:
            day = next((each.first_day for each in dates if each.event.kind_id == kind.id), None)
            found.append(Expected(region, kind, day, is_missing=day is None or day > last))
    return tuple(found)
