"""Where the lists of dates and the calendars are, and the file for staff."""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Region
from drws.domains.events.event.occurrences import for_region, in_calendars
from drws.domains.events.listing.facets import dates_by_value, page_of
from drws.domains.events.listing.value_names import value_name, words_of
from drws.domains.events.settings import EventSettings
from drws.kernel.site import Site
from drws.planning.addresses import Naming

GAPS_JSON = "event-gaps-json"
"""The name of the file that says in which region no date is known."""


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every list, every calendar, and the file for staff."""
    site, language = naming.site, naming.language
    for facet, by_value in dates_by_value(site).items():
        for value in by_value:
            name = words_of(value_name(facet, value, site, naming.strings, language), language)
            yield page_of(facet, value), naming.below("events", f"{naming.segments[f'events.{facet}']} {name}")
    folder = f"{language}/{naming.segments['events']}/{naming.segments['calendar']}"
    for region in regions_with_a_calendar(site):
        yield event_calendar(region), f"{folder}/{region.id}.ics" if region else f"{folder}.ics"
    if is_watched(site):
        segment = naming.segments["event-gaps"]
        yield GAPS_JSON, f"{language}/{segment}/{segment}.json"


def event_calendar(region: Region | None) -> str:
    """The name of the file with the calendar of a region, or with everything."""
    return f"event-calendar:{region.id}" if region else "event-calendar"


def regions_with_a_calendar(site: Site) -> tuple[Region | None, ...]:
    """Whose calendars there are: everybody's (none), then one for each region that has a date in it."""
    found = in_calendars(site)
    regions = (region for region in site.all(Region) if for_region(found, region))
    return (None, *regions) if found else ()


def is_watched(site: Site) -> bool:
    """Does somebody look for dates of certain kinds in each region?"""
    return site.settings(EventSettings).event_watch is not None and bool(site.all(Region))
