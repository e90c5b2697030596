"""The kind of an event."""

from drws.domains.events.event.record import Event
from drws.domains.events.settings import EventKind, EventSettings
from drws.kernel.site import Site


def kind_of(event: Event, site: Site) -> EventKind | None:
    """Its kind. None when its id names none: a check reports it."""
    return next((kind for kind in site.settings(EventSettings).event_kinds if kind.id == event.kind_id), None)
