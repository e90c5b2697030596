"""The feeds of what changed, one file for each language, in the form of the diary's feeds."""

from collections.abc import Iterator
from functools import partial

from drws.domains.diary.feeds.atom import SaidEntry, atom
from drws.domains.policies.changes.events import Event
from drws.domains.policies.changes.feeds import Feed, feeds
from drws.domains.policies.changes.telling import changes_told, told
from drws.planning.export import File, Publication
from drws.planning.plan import Planner


def export(publication: Publication) -> Iterator[File]:
    """Every feed in each language."""
    for planner in publication.planners:
        for feed in feeds(planner.site):
            yield planner.addresses.path(feed.page, planner.code), partial(_atom, feed, planner)


def _atom(feed: Feed, planner: Planner) -> bytes:
    part = planner.plain(feed.name) if feed.name else ""
    return atom("policy-changes", feed.page, part, (said(event, planner) for event in feed.events), planner)


def said(event: Event, planner: Planner) -> SaidEntry:
    """An event with a date as an entry of a feed. It leads to the page of its policy."""
    assert event.date, "feeds hold what has a date"  # noqa: S101
    words = told(event, planner)
    return SaidEntry(
        f"policy/{event.policy.id}/{event.id}",
        event.kind.value,
        event.date,
        f"{planner.plain(event.policy.name)}: {words}",
        (words, *changes_told(event, planner)),
        event.policy,
    )
