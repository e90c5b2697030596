"""What an event says to a reader: the same on the page and in the feeds."""

from drws.domains.policies.changes.events import Event, EventKind
from drws.domains.policies.policy.record import PolicyStatus
from drws.planning.plan import Planner


def told(event: Event, planner: Planner) -> str:
    """What happened, in a sentence or two of the language."""
    match event.kind:
        case EventKind.OVERDUE if event.date:
            return planner.say("policy_changes.overdue", date=planner.date(event.date))
        case EventKind.SUPERSEDED if event.successor:
            return planner.say("policy_changes.superseded", name=planner.plain(event.successor.name))
        case _:
            pass
    if event.version is None:
        return planner.say("policy_changes.withdrawn")
    said = planner.say(f"policy_changes.{event.kind}", version=event.version.version)
    start = event.version.in_force.start_date
    if start and event.date != start:
        return f"{said} {planner.say('policy_changes.in_force_from', date=planner.date(start))}"
    if event.policy.status is PolicyStatus.DRAFT:
        return f"{said} {planner.say('policy_changes.draft')}"
    return said


def changes_told(event: Event, planner: Planner) -> tuple[str, ...]:
    """What the version says that it changed, and why."""
    is_of_version = event.kind in (EventKind.NEW, EventKind.TO_COME, EventKind.AMENDED)
    changes = event.version.changes if event.version and is_of_version else ()
    return tuple(planner.plain(change.text) for change in changes)
