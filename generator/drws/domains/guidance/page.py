"""Hand-written pages: what stands around their words."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.queries import fallback_contacts
from drws.domains.directory.region.page import regions_with_authorities
from drws.planning.plan import Crumb, Group, PagePlan, Planner
from drws.say.collation import alphabetical

HOME = ""
"""The path of the home page."""


@dataclass(frozen=True, slots=True)
class AuthoredView:
    """What a hand-written page prints besides its words."""

    guides: tuple[Crumb, ...]
    """The hand-written pages directly below it."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page prints: the doors, and the way on."""

    guides: tuple[Crumb, ...]
    """The hand-written pages directly below it that the foot of the page does not name."""
    doors: tuple[Audience, ...]
    """The audiences that have a door, in their order."""
    others: tuple[Audience, ...]
    """The audiences that have none."""
    kinds: tuple[KindOfHelp, ...]
    regions: tuple[Group, ...]
    """Each region with its authorities."""
    has_finder: bool
    """Can the page find a service by postcode?"""
    contacts: tuple[Contact, ...]
    """The number to ring: the partnership's helpline, or the next best."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each path."""
    for path in planner.site.authored:
        view = AuthoredView(_guides_below(path, planner)) if path != HOME else _home(planner)
        yield planner.authored_page(path, view)


def _guides_below(path: str, planner: Planner) -> tuple[Crumb, ...]:
    """In the order that the pages say, then in that of the alphabet."""
    key = alphabetical(planner.language)
    below = {
        each: page.texts[planner.code]
        for each, page in planner.site.authored.items()
        if each != HOME and each.rpartition("/")[0] == path
    }
    ordered = sorted(
        below.items(),
        key=lambda page: (page[1].front_matter.order or sys.maxsize, key(page[1].front_matter.short_title)),
    )
    return tuple(
        Crumb(planner.printed(text.front_matter.short_title, text.language), planner.url(f"page:{each}"))
        for each, text in ordered
    )


def _home(planner: Planner) -> HomeView:
    site = planner.site
    audiences = sorted(site.all(Audience), key=lambda audience: audience.order)
    in_footer = {planner.url(name) for name in site.partnership.footer}
    return HomeView(
        guides=tuple(guide for guide in _guides_below(HOME, planner) if guide.url not in in_footer),
        doors=tuple(audience for audience in audiences if audience.door),
        others=tuple(audience for audience in audiences if not audience.door),
        kinds=tuple(sorted(site.all(KindOfHelp), key=lambda kind: kind.order)),
        regions=regions_with_authorities(planner),
        has_finder=site.dataset(Geography) is not None,
        contacts=fallback_contacts(site),
    )
