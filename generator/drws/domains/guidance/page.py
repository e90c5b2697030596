"""Hand-written pages: what stands around their words."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.contact.block import CONTACT
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.block import IN_YOUR_AREA
from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.queries import fallback_contacts
from drws.domains.directory.region.page import regions_with_authorities
from drws.domains.guidance.edition import EDITION, Switch, kind_of, switch_of
from drws.domains.guidance.further_help import FurtherHelp, further_help
from drws.domains.guidance.guides import HOME, guides_below, top_guides
from drws.domains.guidance.linked_data import of_site, questions
from drws.domains.guidance.reading import Reading, reading_of
from drws.domains.guidance.updates import PageHistory, history_of
from drws.kernel.site import known
from drws.planning.page_plan import Crumb, Group, PagePlan
from drws.planning.plan import Planner

FEWEST_HEADINGS = 3
"""Headings that a page has at least when it begins with a list of contents."""


@dataclass(frozen=True, slots=True)
class AuthoredView:
    """What a hand-written page prints besides its words."""

    contents: tuple[Crumb, ...]
    """Its headings, where there are enough of them for a list of contents."""
    guides: tuple[Crumb, ...]
    """The hand-written pages directly below it."""
    reading: Reading | None
    """When it was last read against its sources, and when it is due. None where the page does not say."""
    history: PageHistory | None
    """When it was published, and what changed in it since. None where the page does not say."""
    switch: Switch | None
    """The same page told in other ways, where there are any."""
    further_help: FurtherHelp | None
    """Whom to go to from here. None on a page that is for nobody in particular."""
    has_unconfirmed_contact: bool
    """Does a block show a contact that nobody has confirmed?"""
    scripts: tuple[str, ...]
    """Scripts that its blocks and its finder need."""


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
        kind = {"kind": EDITION} if planner.site.authored[path].is_edition else {}
        if path == HOME:
            yield planner.authored_page(path, _home(planner), linked_data=of_site(planner))
            continue
        text = planner.site.authored[path].texts[planner.code]
        asked = tuple(questions(text)) if text.language == planner.code else ()
        page_type = "FAQPage" if asked else "WebPage"
        yield planner.authored_page(path, _guide(path, planner), page_type=page_type, linked_data=asked, **kind)


def _guide(path: str, planner: Planner) -> AuthoredView:
    help_ = further_help(path, planner)
    return AuthoredView(
        contents=_contents(path, planner),
        guides=guides_below(path, planner),
        reading=reading_of(planner.site.authored[path], planner.site),
        history=history_of(planner.site.authored[path], planner),
        switch=switch_of(path, planner),
        further_help=help_,
        has_unconfirmed_contact=_has_unconfirmed_contact(path, planner),
        scripts=_scripts(path, planner, has_finder=help_ is not None and help_.has_finder),
    )


def _has_unconfirmed_contact(path: str, planner: Planner) -> bool:
    blocks = planner.site.authored[path].texts[planner.code].page_blocks
    shown = (block.named("contact") for block in blocks if block.kind == CONTACT.form.kind)
    return any(contact.assured_date is None for contact in known(planner.site.of(Contact), shown))


def _scripts(path: str, planner: Planner, *, has_finder: bool) -> tuple[str, ...]:
    """Each once, in the order of the blocks."""
    blocks = planner.site.authored[path].texts[planner.code].page_blocks
    kinds = [*(planner.domains.blocks[each.kind] for each in blocks), *([IN_YOUR_AREA] if has_finder else [])]
    return tuple(dict.fromkeys(script for kind in kinds for script in kind.scripts))


def _contents(path: str, planner: Planner) -> tuple[Crumb, ...]:
    """What a reader can jump to. A page with few headings shows at a glance what is on it, and one in another language is a single block. One
    in large type has no room for it beside its words.
    """
    page = planner.site.authored[path]
    text, kind = page.texts[planner.code], kind_of(page, planner.site)
    if len(text.headings) < FEWEST_HEADINGS or text.language != planner.code or (kind and kind.large_type):
        return ()
    return tuple(Crumb(each.words, f"#{each.id}") for each in text.headings)


def _home(planner: Planner) -> HomeView:
    site = planner.site
    audiences = sorted(site.all(Audience), key=lambda audience: audience.order)
    return HomeView(
        guides=top_guides(planner),
        doors=tuple(audience for audience in audiences if audience.door),
        others=tuple(audience for audience in audiences if not audience.door),
        kinds=tuple(sorted(site.all(KindOfHelp), key=lambda kind: kind.order)),
        regions=regions_with_authorities(planner),
        has_finder=site.dataset(Geography) is not None,
        contacts=fallback_contacts(site),
    )
