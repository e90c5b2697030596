"""What is new on the site: one list, the newest first, under its month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drws.domains.website.exit_this_page.pages import pages_to_leave
from drws.domains.website.news.items import NEWS, NewsItem, news
from drws.kernel.site import grouped
from drws.kernel.values import PartialDate
from drws.planning.addresses import name_of
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class NewsRow:
    """An item in the list."""

    date: date
    word: str
    """What happened, in a word or two."""
    name: str
    """What it happened to."""
    url: str
    paragraphs: tuple[str, ...]
    """What there is to say of it."""


@dataclass(frozen=True, slots=True)
class NewsView:
    """What the page prints."""

    months: tuple[Group, ...]
    """Each month with its rows, the newest first."""
    is_followed_in_part: bool
    """Does its feed leave something out that stands here?"""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page, where there is anything new."""
    items = news(planner.site)
    months = grouped((item.date.iso[:7], _row(item, planner)) for item in items)
    view = NewsView(
        months=tuple(Group(PartialDate.parse(month), rows) for month, rows in months.items()),
        is_followed_in_part=any(name_of(item.page) in pages_to_leave(planner.site) for item in items),
    )
    yield from planner.page(NEWS, "website/news.html", view)


def _row(item: NewsItem, planner: Planner) -> NewsRow:
    name = item.name.in_language(planner.code)
    return NewsRow(
        item.date.first_day,
        planner.say(item.word),
        planner.printed(name.words, name.language or planner.code),
        planner.url(item.page) + (f"#{item.anchor}" if item.anchor else ""),
        item.said(planner).paragraphs,
    )
