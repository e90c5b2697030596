"""The feeds of what changed, one file for each language: Atom (RFC 4287). Every time in them is that of an event, never of the build."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from functools import partial
from html import escape
from io import BytesIO
from urllib.parse import urljoin, urlsplit

from drws.domains.policies.changes.atom import BilingualAtom
from drws.domains.policies.changes.events import Event
from drws.domains.policies.changes.feeds import Feed, feeds
from drws.domains.policies.changes.telling import changes_told, told
from drws.planning.addresses import Target
from drws.planning.export import File, Publication
from drws.planning.plan import Planner

SINCE = 2026
"""The year of `tag:` ids (RFC 4151): it is part of what an id is, and never changes, or readers would show everything anew."""


def export(publication: Publication) -> Iterator[File]:
    """Every feed in each language."""
    for planner in publication.planners:
        for feed in feeds(planner.site):
            yield planner.addresses.path(feed.page, planner.code), partial(_atom, feed, planner)


def _atom(feed: Feed, planner: Planner) -> bytes:
    site_name = planner.plain(planner.site.partnership.short_name)
    title = f"{site_name}: {planner.say('page.policy-changes')}"
    pages = _addresses("policy-changes", planner)
    files = _addresses(feed.page, planner)
    atom = BilingualAtom(
        title=f"{title}: {planner.plain(feed.name)}" if feed.name else title,
        link=pages[planner.code],
        description=planner.say("lead.policy-changes"),
        language=planner.code,
        author_name=planner.plain(planner.site.partnership.name),
        feed_url=files[planner.code],
        feed_guid=_tag(planner, feed.page.replace(":", "/")),
        alternates=pages,
        feeds={code: address for code, address in files.items() if code != planner.code},
    )
    for event in feed.events:
        _add(atom, event, planner)
    written = BytesIO()
    atom.write(written, "utf-8")
    return written.getvalue() + b"\n"


def _add(atom: BilingualAtom, event: Event, planner: Planner) -> None:
    """An entry leads to the page of its policy. Of a date that is known by its month or year the first day stands for it."""
    assert event.date, "feeds hold what has a date"  # noqa: S101
    pages = _addresses(event.policy, planner)
    said = told(event, planner)
    atom.add_item(
        title=f"{planner.plain(event.policy.name)}: {said}",
        link=pages[planner.code],
        description="".join(f"<p>{escape(words)}</p>" for words in (said, *changes_told(event, planner))),
        unique_id=_tag(planner, f"policy/{event.policy.id}/{event.id}"),
        updateddate=datetime.combine(event.date.first_day, time(), UTC),
        categories=(event.kind.value,),
        alternates=pages,
    )


def _addresses(target: Target, planner: Planner) -> dict[str, str]:
    """Where something is in each language, in full."""
    site = planner.site
    return {
        language.code: urljoin(site.partnership.url, planner.addresses.path(target, language.code))
        for language in site.languages
    }


def _tag(planner: Planner, words: str) -> str:
    """An id that stays when the page moves. Each language has its own: it is another text."""
    host = urlsplit(planner.site.partnership.url).hostname or "localhost"
    return f"tag:{host},{SINCE}:{planner.code}/{words}"
