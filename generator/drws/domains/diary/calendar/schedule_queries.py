"""What calendars and lists of days hold: duties that have a day, and meetings whose day is known; all of them, or those that concern somebody."""

from drws.domains.diary.duty.obligation import Obligation
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.record import Meeting
from drws.kernel.entity import Entity
from drws.kernel.roles import Actor
from drws.kernel.site import Site, derived, known


def duties_with_days(site: Site, actor: Entity | None = None) -> tuple[Duty, ...]:
    """The duties that have a due day.

    Those that ended before it or were cancelled are among them: a calendar crosses them out.
    """
    return tuple(
        duty
        for duty in site.all(Duty)
        if duty.due.first_day and (actor is None or actor.id in Obligation(duty, site).concerned)
    )


def meetings_with_days(site: Site, actor: Entity | None = None) -> tuple[Meeting, ...]:
    """The meetings whose day is known."""
    return tuple(
        meeting
        for meeting in site.all(Meeting)
        if meeting.date.day and (actor is None or actor.id == meeting.holder_id)
    )


@derived
def actors_with_a_calendar(site: Site) -> tuple[Entity | None, ...]:
    """Whose calendars there are: everybody's (none), then one for each who has anything in it."""
    ids: dict[str, None] = {}
    for duty in duties_with_days(site):
        ids |= dict.fromkeys(sorted(Obligation(duty, site).concerned))
    ids |= dict.fromkeys(meeting.holder_id for meeting in meetings_with_days(site))
    actors = known(site.of(Actor), ids)
    return (None, *actors) if actors else ()
