"""Hand-written pages that somebody has to read again."""

from collections.abc import Iterator
from datetime import date, timedelta

from drws.domains.governance.post.record import Post
from drws.domains.guidance.edition import is_behind
from drws.domains.guidance.reading import reading_of
from drws.kernel.authored import AuthoredPage
from drws.kernel.problem import Place
from drws.kernel.text import Said
from drws.planning.plan import Planner
from drws.planning.upkeep import Task


def readings(planner: Planner) -> Iterator[Task]:
    """Every page that says by when it has to be read against its sources again: it is late from the day after."""
    for page in planner.site.authored.values():
        reading = reading_of(page, planner.site)
        if reading and reading.next:
            yield _task(page, planner, "next_reading", day=reading.next + timedelta(days=1))


def unread(planner: Planner) -> Iterator[Task]:
    """Every page that does not say when somebody last read it against its sources."""
    for page in planner.site.authored.values():
        if page.path and page.said.last_read is None:
            yield _task(page, planner)


def editions_behind(planner: Planner) -> Iterator[Task]:
    """Every edition whose full page was read after it."""
    pages = planner.site.authored
    for page in pages.values():
        full = pages.get(page.said.edition_of or "")
        if full and is_behind(page, full):
            yield _task(page, planner, "edition_of")


def _task(page: AuthoredPage, planner: Planner, *field: str, day: date | None = None) -> Task:
    text = page.texts[planner.code]
    first = next(iter(page.texts.values()))
    return Task(
        name=Said(text.front_matter.title, text.language),
        place=Place(first.file, field),
        url=planner.url(f"page:{page.path}" if page.path else "home"),
        owner=planner.site.get(Post, page.said.owner_post_id),
        day=day,
    )
