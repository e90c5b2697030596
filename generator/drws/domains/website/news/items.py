"""What is new on the whole site, as plain values: updates of pages, and what the registers and the library of policies tell of."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import NamedTuple

from drws.domains.diary.feeds import atom
from drws.domains.diary.feeds.atom import SaidEntry
from drws.domains.diary.feeds.feed import Entry
from drws.domains.diary.feeds.registers import registers
from drws.domains.figures.observation.feed import figures_feed
from drws.domains.guidance.updates import page_entries
from drws.domains.policies.changes import export
from drws.domains.policies.changes.events import Event, EventKind, events
from drws.domains.website.exit_this_page.pages import pages_to_leave
from drws.kernel.site import Site, derived
from drws.kernel.text import Text
from drws.kernel.values import LAST_DAY, PartialDate, is_within_years
from drws.planning.addresses import Target, name_of
from drws.planning.plan import Planner

NEWS = "news"
"""The name of the page. Its feed is named after it."""
MOST = 50
"""Items on the page and in its feed: registers and pages have the older ones."""
YEARS = 2
"""How long something is new."""
FEWEST = 10
"""Items that stay when they are older: where little happens, a page without any would tell nobody when something did, and a feed has to have
one."""
RETOLD = "history"
"""The register that tells again what others tell, beside what happened before the site was there: none of it is news."""


class NewsItem(NamedTuple):
    """Something that is new."""

    date: PartialDate
    """The day on which it happened."""
    id: str
    """What tells it from others of its day: it does not change with the day of the site."""
    word: str
    """The UI words that say what happened: `feed.word.decision`."""
    name: Text
    """What it happened to."""
    page: Target
    """The page that tells of it."""
    anchor: str
    """Where on that page."""
    said: Callable[[Planner], SaidEntry]
    """The same in the words of a language."""


@derived
def has_news(site: Site) -> bool:
    """Has the site anything to tell, on whatever day? The page for a day before the first item says that there is none: links lead to it."""
    return bool(_newest(replace(site, as_of=LAST_DAY)))


@derived
def news(site: Site) -> tuple[NewsItem, ...]:
    """What is new on the day of the site."""
    return _still_new(_newest(site), site)


@derived
def news_to_follow(site: Site) -> tuple[NewsItem, ...]:
    """Those that a feed may tell of. Programs that read feeds show titles unasked, to whoever holds the telephone: a page that one can leave at
    once is not in it, as it is in no preview (docs/decisions/0042).
    """
    left_out = pages_to_leave(site)
    return _still_new(tuple(item for item in _newest(site) if name_of(item.page) not in left_out), site)


def _still_new(newest: tuple[NewsItem, ...], site: Site) -> tuple[NewsItem, ...]:
    few, others = newest[:FEWEST], newest[FEWEST:MOST]
    return (*few, *(item for item in others if is_within_years(YEARS, item.date.first_day, site.as_of)))


@derived
def _newest(site: Site) -> tuple[NewsItem, ...]:
    """All that happened on a known day, the newest first. What has a month or a year alone is history: nobody could say what it is newer than."""
    feeds = (feed for feed in (*registers(site), figures_feed(site)) if feed.page != RETOLD)
    entries = chain(page_entries(site), *(feed.entries for feed in feeds))
    items = chain(map(_of_entry, entries), _of_policies(site))
    return tuple(sorted((item for item in items if item.date.day), key=lambda item: (item.date, item.id), reverse=True))


def _of_entry(entry: Entry) -> NewsItem:
    said = partial(atom.said, entry)
    return NewsItem(entry.date, entry.id, f"feed.word.{entry.kind}", entry.name, entry.page, entry.anchor, said)


def _of_policies(site: Site) -> Iterator[NewsItem]:
    """That a review is overdue is no news: it is over once somebody has reviewed the policy."""
    for event in events(site):
        if event.date and event.kind is not EventKind.OVERDUE:
            yield _of_event(event, event.date)


def _of_event(event: Event, date: PartialDate) -> NewsItem:
    id_, word = f"policy/{event.policy.id}/{event.id}", f"policy_changes.kind.{event.kind}"
    return NewsItem(date, id_, word, event.policy.name, event.policy, "", partial(export.said, event))
