"""Whom to go to from a guide: who helps near the reader, the kinds of help, and the doors on which the guide stands."""

from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.finder.block import IN_YOUR_AREA
from drws.domains.directory.finder.geography import Geography
from drws.kernel.authored import AuthoredPage
from drws.kernel.form_of_address import FormOfAddress
from drws.kernel.site import Site, derived, known
from drws.planning.plan import Planner

MOST_KINDS = 4
"""Of the kinds of help of an audience, the most pressing come first."""


@dataclass(frozen=True, slots=True)
class FurtherHelp:
    """What a guide ends with. All of it follows from the records of audiences."""

    speaks: FormOfAddress
    """As all doors on which it stands do; politely where they differ."""
    has_finder: bool
    """Can the reader find the regional service here? Not where the guide itself has the finder, nor in the familiar form: the answers are said
    politely, and the door has them in both.
    """
    kinds: tuple[KindOfHelp, ...]
    """The kinds of help that readers of the guide need first."""
    doors: tuple[Audience, ...]
    """The audiences whose doors name the guide, in their order."""


def further_help(path: str, planner: Planner) -> FurtherHelp | None:
    """What the guide at a path ends with. None for a page that no door names; an edition has what its page has."""
    site = planner.site
    page = site.authored[path]
    doors = doors_of(site).get(page.said.edition_of or path, ())
    if not doors:
        return None
    kinds = dict.fromkeys(id_ for door in doors for id_ in door.kind_of_help_ids[:MOST_KINDS])
    forms = {door.form_of_address for door in doors}
    return FurtherHelp(
        speaks := next(iter(forms)) if len(forms) == 1 else FormOfAddress.POLITE,
        has_finder=speaks is FormOfAddress.POLITE
        and site.dataset(Geography) is not None
        and not _has_finder(page, planner.code),
        kinds=known(site.of(KindOfHelp), tuple(kinds)[:MOST_KINDS]),
        doors=doors,
    )


@derived
def doors_of(site: Site) -> dict[str, tuple[Audience, ...]]:
    """The audiences that name a hand-written page among what there is to read, by its path."""
    doors: dict[str, tuple[Audience, ...]] = {}
    for audience in sorted(site.all(Audience), key=lambda each: each.order):
        names = {link.target.partition("#")[0] for group in audience.guides for link in group.pages}
        for path in (name.removeprefix("page:") for name in names if name.startswith("page:")):
            doors[path] = (*doors.get(path, ()), audience)
    return doors


def _has_finder(page: AuthoredPage, language: str) -> bool:
    return any(block.kind == IN_YOUR_AREA.form.kind for block in page.texts[language].page_blocks)
