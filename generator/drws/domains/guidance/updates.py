"""What changed in hand-written pages for their readers: at the end of each page, and as news of the site.

The words and the rule are those of GOV.UK (change notes): an update is what a reader should know of, and a better word is none.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from drws.domains.diary.feeds.feed import Entry
from drws.domains.guidance.guides import HOME
from drws.kernel.authored import AuthoredPage, AuthoredText
from drws.kernel.site import Site
from drws.kernel.text import Text
from drws.kernel.values import PartialDate
from drws.planning.plan import Planner


class DatedNote(NamedTuple):
    """What changed on a day."""

    date: date
    words: str


@dataclass(frozen=True, slots=True)
class PageHistory:
    """When a page was published, and what changed in it since."""

    published: date | None
    notes: tuple[DatedNote, ...]
    """The newest first."""


def history_of(page: AuthoredPage, planner: Planner) -> PageHistory | None:
    """As it was known on the day of the site. None for a page that says neither."""
    text = page.texts[planner.code]
    published = text.front_matter.published_by(planner.site.as_of)
    updates = text.front_matter.updates_by(planner.site.as_of)
    if published is None and not updates:
        return None
    notes = (DatedNote(each.date, planner.printed(each.note, text.language)) for each in updates)
    return PageHistory(published, tuple(notes))


def page_entries(site: Site) -> Iterator[Entry]:
    """That each page was published, and each of its updates, as entries of a feed. In no order."""
    for path, page in site.authored.items():
        target = f"page:{path}" if path != HOME else "home"
        name = Text({code: text.front_matter.title for code, text in _own_texts(page).items()})
        if published := page.said.published_by(site.as_of):
            yield Entry(f"{target}/published", "published", _day(published), name, (), target)
        notes = {
            code: {each.date: each.note for each in text.front_matter.updates}
            for code, text in _own_texts(page).items()
        }
        for update in page.said.updates_by(site.as_of):
            day = update.date
            words = Text({code: said[day] for code, said in notes.items() if day in said})
            yield Entry(f"{target}/update/{day.isoformat()}", "update", _day(day), name, (words,), target)


def _own_texts(page: AuthoredPage) -> Mapping[str, AuthoredText]:
    """Its texts without those that a language in part borrows."""
    return {code: text for code, text in page.texts.items() if text.language == code}


def _day(day: date) -> PartialDate:
    return PartialDate(day.year, day.month, day.day)
