"""What the frame of every page asks: can one leave the site from here at once?"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from drws.domains.website.exit_this_page.pages import pages_to_leave
from drws.domains.website.settings import WebsiteSettings
from drws.planning.plan import Planner


class Exit(NamedTuple):
    """The way out of a page."""

    url: str
    """Where it leads."""
    advice_url: str | None
    """The page about keeping a visit to oneself, which does not lead to itself."""


def ways_out(planner: Planner) -> Mapping[str, Exit]:
    """The way out of each page that has one, by the name of the page."""
    settings = planner.site.partnership.settings(WebsiteSettings)
    if settings is None or (found := settings.exit_this_page) is None:
        return {}
    url, _ = found.website.in_language(planner.code)
    advice_url = planner.url(found.advice_page) if found.advice_page else None
    return {name: Exit(url, None if name == found.advice_page else advice_url) for name in pages_to_leave(planner.site)}


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""
    ways = planner.once(ways_out)

    def exit_from(page: str) -> Exit | None:
        return ways.get(page)

    return {"exit_from": exit_from}
