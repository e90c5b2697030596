"""Where calendars and feeds are, and the file for Popolo."""

from collections.abc import Iterator

from drws.domains.diary.calendar.schedule_queries import actors_with_a_calendar
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.feeds.feed import feed_path
from drws.domains.diary.feeds.registers import registers
from drws.domains.diary.meeting.record import Meeting
from drws.domains.governance.body.record import Body
from drws.kernel.entity import Entity
from drws.planning.addresses import Naming

SCHEDULED: tuple[type[Entity], ...] = (Duty, Meeting)
"""What calendars hold."""

POPOLO = "popolo"
"""The name of the file with all bodies, posts and memberships in the words of one language."""


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every calendar, every feed, and the file for Popolo."""
    site = naming.site
    for feed in registers(site):
        yield feed.name, feed_path(feed.page, naming)
    if site.all(Body):
        yield POPOLO, f"{naming.language}/popolo.json"
    if any(site.all(model) for model in SCHEDULED):
        folder = f"{naming.language}/{naming.segments['duties']}/{naming.segments['calendar']}"
        for actor in actors_with_a_calendar(site):
            yield calendar_of(actor), f"{folder}/{actor.id}.ics" if actor else f"{folder}.ics"


def calendar_of(actor: Entity | None) -> str:
    """The name of the file with a calendar: what concerns somebody, or everything."""
    return f"calendar:{actor.id}" if actor else "calendar"
