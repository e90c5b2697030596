"""A feed as its file has it: Atom (RFC 4287). Every time in it is that of what happened, never of the build."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from html import escape
from io import BytesIO
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from drws.domains.diary.feeds.bilingual_atom import BilingualAtom
from drws.domains.diary.feeds.feed import Entry, Feed
from drws.kernel.values import PartialDate
from drws.planning.addresses import Target
from drws.planning.plan import Planner

SINCE = 2026
"""The year of `tag:` ids (RFC 4151): it is part of what an id is, and never changes, or readers would show everything anew."""


class SaidEntry(NamedTuple):
    """An entry in the words of a language."""

    id: str
    category: str
    date: PartialDate
    """When it happened. Of a month or a year the first day stands for it."""
    title: str
    paragraphs: tuple[str, ...]
    page: Target
    anchor: str = ""


def as_atom(feed: Feed, planner: Planner) -> bytes:
    """A feed in the words of a language."""
    return atom(feed.page, feed.name, "", (_dated(each, planner) for each in feed.entries), planner)


def atom(page: str, file: str, part: str, entries: Iterable[SaidEntry], planner: Planner) -> bytes:
    """What is new on a page, or in a part of what it tells, which has a name of its own. `file` is the name of the feed in addresses."""
    site_name = planner.plain(planner.site.partnership.short_name)
    title = f"{site_name}: {planner.say(f'page.{page}')}"
    pages, files = _addresses(page, planner), _addresses(file, planner)
    written = BilingualAtom(
        title=f"{title}: {part}" if part else title,
        link=pages[planner.code],
        description=planner.say(f"lead.{page}"),
        language=planner.code,
        author_name=planner.plain(planner.site.partnership.name),
        feed_url=files[planner.code],
        feed_guid=_tag(planner, file.replace(":", "/")),
        alternates=pages,
        feeds={code: address for code, address in files.items() if code != planner.code},
    )
    for entry in entries:
        addresses = _addresses(entry.page, planner, entry.anchor)
        written.add_item(
            title=entry.title,
            link=addresses[planner.code],
            description="".join(f"<p>{escape(words)}</p>" for words in entry.paragraphs) or None,
            unique_id=_tag(planner, entry.id),
            updateddate=datetime.combine(entry.date.first_day, time(), UTC),
            categories=(entry.category,),
            alternates=addresses,
        )
    content = BytesIO()
    written.write(content, "utf-8")
    return content.getvalue() + b"\n"


def _dated(entry: Entry, planner: Planner) -> SaidEntry:
    """With the date in words: that of the file has a day, also where only a year is known."""
    told = said(entry, planner)
    return told._replace(paragraphs=(planner.date(entry.date), *told.paragraphs))


def said(entry: Entry, planner: Planner) -> SaidEntry:
    """An entry in the words of a language."""
    words = [paragraph for text in entry.texts for paragraph in planner.plain(text).split("\n\n")]
    return SaidEntry(
        entry.id,
        entry.kind,
        entry.date,
        planner.say(f"feed.kind.{entry.kind}", name=planner.plain(entry.name)),
        (*((planner.say(entry.standing),) if entry.standing else ()), *words),
        entry.page,
        entry.anchor,
    )


def _addresses(target: Target, planner: Planner, anchor: str = "") -> dict[str, str]:
    """Where something is in each language, in full."""
    site = planner.site
    return {
        language.code: urljoin(site.partnership.url, planner.addresses.path(target, language.code))
        + (f"#{anchor}" if anchor else "")
        for language in site.languages
    }


def _tag(planner: Planner, words: str) -> str:
    """An id that stays when the page moves. Each language has its own: it is another text."""
    host = urlsplit(planner.site.partnership.url).hostname or "localhost"
    return f"tag:{host},{SINCE}:{planner.code}/{words}"
