"""Editions: the same page told in another way, at an address of its own. The page and its editions lead to one another."""

from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.guidance.settings import EditionKind, GuidanceSettings
from drws.kernel.authored import AuthoredPage
from drws.kernel.site import Site
from drws.kernel.text import Text
from drws.planning.plan import Planner

EDITION = "edition"
"""What search calls one."""


class Version(NamedTuple):
    """The page in one of its ways."""

    name: Text | None
    """What readers call it. None for the full page."""
    url: str
    title: str
    is_here: bool
    """Is it the one that is shown?"""


@dataclass(frozen=True, slots=True)
class Switch:
    """The choice that a page gives between its ways."""

    versions: tuple[Version, ...]
    """The full page first, then its editions in the order of the site."""
    kind: EditionKind | None
    """The way of the page that is shown. None for the full page."""
    untried: Text | None
    """What it says until people for whom it is made have read it."""
    is_behind: bool
    """Was the full page read against its sources after it?"""


def kind_of(page: AuthoredPage, site: Site) -> EditionKind | None:
    """The way in which an edition tells its page. None for a page that is none."""
    return next((each for each in kinds(site) if each.id == page.said.edition), None)


def kinds(site: Site) -> tuple[EditionKind, ...]:
    """Those that the site knows."""
    settings = site.partnership.settings(GuidanceSettings)
    return settings.editions if settings else ()


def editions_of(path: str, site: Site) -> dict[str, str]:
    """The paths of the editions of a page, by their kinds, in the order of the site."""
    paths = {each.said.edition: each.path for each in site.authored.values() if each.said.edition_of == path}
    return {kind.id: paths[kind.id] for kind in kinds(site) if kind.id in paths}


def is_behind(edition: AuthoredPage, page: AuthoredPage) -> bool:
    """Was the page read after its edition?"""
    full, own = page.said.last_read, edition.said.last_read
    return full is not None and (own is None or own < full)


def switch_of(path: str, planner: Planner) -> Switch | None:
    """What a page shows of its other ways. None for a page that is told in one way."""
    site = planner.site
    shown = site.authored[path]
    full = shown.said.edition_of if shown.said.edition and shown.said.edition_of else path
    others = editions_of(full, site)
    if not others:
        return None
    kind = kind_of(shown, site)
    names: dict[str, Text | None] = {full: None} | {
        others[each.id]: each.name for each in kinds(site) if each.id in others
    }
    return Switch(
        tuple(
            Version(
                name,
                planner.url(f"page:{each}"),
                site.authored[full].texts[planner.code].front_matter.short_title,
                is_here=each == path,
            )
            for each, name in names.items()
        ),
        kind,
        untried=kind.untried if kind and shown.said.tried_on is None else None,
        is_behind=kind is not None and is_behind(shown, site.authored[full]),
    )
