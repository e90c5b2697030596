"""The feeds of the diary: what was decided, who met and whose minutes were agreed, what was delivered, and what happened to the service."""

from collections import Counter
from collections.abc import Iterator

from drws.domains.diary.duty.record import Duty
from drws.domains.diary.feeds.feed import Entry, Feed, feed
from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.domains.diary.milestone.record import Milestone
from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.law.agreement.record import Agreement
from drws.domains.law.legislation.record import Legislation
from drws.kernel.site import Site, derived
from drws.kernel.values import PartialDate

REGISTERS = ("decisions", "meetings", "duties", "history")
"""The pages whose news can be followed."""


@derived
def registers(site: Site) -> tuple[Feed, ...]:
    """Those in which something has happened by the day of the site."""
    found = (
        feed("decisions", _decisions(site), site.as_of),
        feed("meetings", _meetings(site), site.as_of),
        feed("duties", _deliveries(site), site.as_of),
        feed("history", _history(site), site.as_of) if site.all(Milestone) else None,
    )
    return tuple(each for each in found if each and each.entries)


def _decisions(site: Site) -> Iterator[Entry]:
    for meeting in site.all(Meeting):
        for decision in meeting.decisions:
            yield Entry(
                f"decision/{decision.id}",
                "decision",
                meeting.date,
                decision.name,
                (decision.text, meeting.name),
                "decisions",
                anchor=f"decision-{decision.id}",
                standing=f"decision.result.{decision.result}",
            )


def _meetings(site: Site) -> Iterator[Entry]:
    for meeting in site.all(Meeting):
        texts = (meeting.description,) if meeting.description else ()
        if meeting.status is MeetingStatus.HELD:
            yield Entry(f"meeting/{meeting.id}", "meeting", meeting.date, meeting.name, texts, meeting)
        if meeting.minutes and (agreed := meeting.minutes.agreed_date):
            day = PartialDate(agreed.year, agreed.month, agreed.day)
            yield Entry(f"meeting/{meeting.id}/minutes", "minutes", day, meeting.name, (), meeting)


def _deliveries(site: Site) -> Iterator[Entry]:
    for duty in site.all(Duty):
        times = Counter[str]()
        for delivery in duty.deliveries:
            if delivery.date:
                key = f"duty/{duty.id}/{delivery.actor_id or 'all'}/{delivery.date.iso}"
                times[key] += 1
                id_ = key if times[key] == 1 else f"{key}/{times[key]}"
                texts = (delivery.period, *((delivery.note,) if delivery.note else ()))
                yield Entry(id_, "delivery", delivery.date, duty.name, texts, duty)


def _history(site: Site) -> Iterator[Entry]:
    for each in site.all(Milestone):
        texts = (each.description,) if each.description else ()
        yield Entry(
            f"milestone/{each.id}", "milestone", each.date, each.name, texts, "history", f"year-{each.date.year}"
        )
    records: tuple[Region | Body | Legislation | Agreement, ...] = (
        *site.all(Region),
        *site.all(Body),
        *site.all(Legislation),
        *site.all(Agreement),
    )
    for record in records:
        times = Counter[str]()
        for happening in record.history:
            key = f"{record.KIND}/{record.id}/{happening.date.iso}"
            times[key] += 1
            id_ = key if times[key] == 1 else f"{key}/{times[key]}"
            yield Entry(id_, "happening", happening.date, record.name, (happening.text,), record)
