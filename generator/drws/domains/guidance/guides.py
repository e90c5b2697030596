"""Hand-written pages below another, as a list of links."""

import sys

from drws.planning.page_plan import Crumb
from drws.planning.plan import Planner
from drws.say.collation import alphabetical

HOME = ""
"""The path of the home page."""


def guides_below(path: str, planner: Planner) -> tuple[Crumb, ...]:
    """In the order that the pages say, then in that of the alphabet. An edition is named on the page that it tells, and not here."""
    key = alphabetical(planner.language)
    below = {
        each: page.texts[planner.code]
        for each, page in planner.site.authored.items()
        if each != HOME and each.rpartition("/")[0] == path and not page.is_edition
    }
    ordered = sorted(
        below.items(),
        key=lambda page: (page[1].front_matter.order or sys.maxsize, key(page[1].front_matter.short_title)),
    )
    return tuple(
        Crumb(planner.printed(text.front_matter.short_title, text.language), planner.url(f"page:{each}"))
        for each, text in ordered
    )


def top_guides(planner: Planner) -> tuple[Crumb, ...]:
    """Those directly below the home page that the foot of every page does not name."""
    in_footer = {planner.url(name) for name in planner.site.partnership.footer}
    return tuple(guide for guide in guides_below(HOME, planner) if guide.url not in in_footer)
