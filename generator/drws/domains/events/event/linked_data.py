"""An event for programs that read pages: schema.org `Event` as JSON-LD, so that search engines and assistants have the right day and place."""

from collections.abc import Iterable

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.location.record import Location
from drws.domains.directory.organization.linked_data import organization_reference
from drws.domains.directory.queries import provider
from drws.domains.events.event.kinds import kind_of
from drws.domains.events.event.occurrences import Occurrence
from drws.domains.events.event.record import Event
from drws.kernel.site import known
from drws.planning.linked_data import CONTEXT, Node, id_of, node, web_address
from drws.planning.plan import Planner


def linked_data(event: Event, dates: Iterable[Occurrence], planner: Planner) -> tuple[Node, ...]:
    """Each of some dates of an event. Nothing where nobody is invited: a date to know would be offered to everybody."""
    kind = kind_of(event, planner.site)
    if kind and kind.dates_only:
        return ()
    return tuple(_event(each, planner) for each in dates)


def _event(each: Occurrence, planner: Planner) -> Node:
    event = each.event
    holder = provider(event.organization_id, planner.site)
    ends = each.ends or (None if each.starts else each.last_day)
    said: dict[str, object] = {
        "name": planner.plain(event.name),
        "description": planner.plain(event.description) if event.description else None,
        "url": web_address(event, planner),
        "startDate": (each.starts or each.first_day).isoformat(),
        "endDate": ends.isoformat() if ends else None,
        "eventStatus": f"{CONTEXT}/{'EventCancelled' if each.is_cancelled else 'EventScheduled'}",
        "eventAttendanceMode": _attendance(event),
        "location": _locations(event, planner),
        "organizer": organization_reference(holder, planner) if holder else None,
        "audience": [
            {"@type": "Audience", "audienceType": planner.plain(audience.name)}
            for audience in known(planner.site.of(Audience), event.audience_ids)
        ],
        "inLanguage": list(event.languages),
    }
    return node("Event", said, f"{id_of(event, planner)}/{each.first_day.isoformat()}")


def _attendance(event: Event) -> str | None:
    """Where people take part. None where no source says so."""
    is_somewhere = bool(event.location or event.location_id)
    modes = {(True, True): "Mixed", (True, False): "Online", (False, True): "Offline"}
    mode = modes.get((event.online, is_somewhere))
    return f"{CONTEXT}/{mode}EventAttendanceMode" if mode else None


def _locations(event: Event, planner: Planner) -> list[Node]:
    place = planner.site.get(Location, event.location_id)
    found: list[Node] = []
    if words := event.location or (place.name if place else None):
        address = place.address_in(planner.code) if place else None
        found.append(
            {"@type": "Place", "name": planner.plain(words)}
            | ({"address": ", ".join(address.lines)} if address else {})
        )
    if event.online:
        found.append(node("VirtualLocation", {"url": web_address(event, planner)}))
    return found
