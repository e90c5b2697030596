"""A feed as a plain value: what happened that a register tells of. `atom.py` writes it in the words of a language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from drws.kernel.text import Text
from drws.kernel.values import PartialDate
from drws.planning.addresses import Naming, Target

MOST = 100
"""Entries in a feed: the page has the older ones."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that happened."""

    id: str
    """What it is called for as long as its record keeps its id: `decision/budget`."""
    kind: str
    """What sort of thing it is: `feed.kind.<kind>` says so before its name."""
    date: PartialDate
    """When it happened, as exactly as it is known."""
    name: Text
    texts: tuple[Text, ...]
    """What the record says of it, a paragraph each."""
    page: Target
    """The page that tells of it."""
    anchor: str = ""
    """Where on that page."""
    standing: str = ""
    """Words of the interface that say how it stands: `decision.result.deferred`."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new on one page, the newest first."""

    page: str
    """The page of the register: `decisions`."""
    entries: tuple[Entry, ...]

    @property
    def name(self) -> str:
        """How addresses know the file."""
        return feed_of(self.page)


def feed_of(page: str) -> str:
    """The name of the file with what is new on a page. The frame of the page tells programs of it."""
    return f"atom:{page}"


def feed(page: str, entries: Iterable[Entry], as_of: date) -> Feed:
    """A feed of what had happened on a day."""
    happened = (each for each in entries if each.date.first_day <= as_of)
    newest = sorted(happened, key=lambda each: (each.date, each.id), reverse=True)
    return Feed(page, tuple(newest[:MOST]))


def feed_path(page: str, naming: Naming) -> str:
    """Where a feed is, from the root of the site: below its page, and named like it."""
    segment = naming.segments[page]
    return f"{naming.language}/{segment}/{segment.rpartition('/')[2]}.atom"
