"""The files of the calendars (iCalendar, RFC 5545)."""

from collections.abc import Iterator
from functools import partial

from drws.domains.diary.calendar.export import as_icalendar
from drws.domains.events.calendar.calendars import every_event_calendar
from drws.planning.export import File, Publication


def export(publication: Publication) -> Iterator[File]:
    """One file for each calendar, in each language."""
    for planner in publication.planners:
        for each in planner.once(every_event_calendar):
            yield each.file.path, partial(as_icalendar, each.file, publication.site.as_of)
