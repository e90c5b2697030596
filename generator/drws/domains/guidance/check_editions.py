r"""An edition tells a page that is there, in a way that the site knows.

`edition` names the way, one of `editions` in `data/site.yml`, and `edition_of` the page. Neither goes without the other, both are the same in
every language, and a page has one edition of each kind. When a page was read against its sources after its edition, that is told, and is no
mistake.

Refused::

    content/en/about/people.md: !in-place {old: "translation: reviewed", new: "translation: reviewed\nedition: easy\nedition_of: about"}
"""

from collections.abc import Iterator

from drws.domains.guidance.edition import is_behind, kinds
from drws.kernel.authored import AuthoredPage
from drws.kernel.problem import Place, Problem, Severity, nearest
from drws.planning.check import Subject

ID = "editions"
FIELDS = ("edition", "edition_of", "tried_on")


def check(subject: Subject) -> Iterator[Problem]:
    """Every page."""
    told: dict[tuple[str, str], AuthoredPage] = {}
    for page in subject.site.authored.values():
        yield from _unlike(page)
        yield from _wrong_with(page, subject)
        if page.said.edition and page.said.edition_of:
            key = page.said.edition_of, page.said.edition
            if key in told:
                yield _problem(page, "edition_of", "editions.twice", file=_file(told[key]))
            told.setdefault(key, page)


def _unlike(page: AuthoredPage) -> Iterator[Problem]:
    first, *others = page.texts.values()
    for other in others:
        for name in FIELDS:
            one, two = getattr(first.front_matter, name), getattr(other.front_matter, name)
            if one != two:
                values = {"value": two or "–", "other": one or "–", "file": first.file}
                yield Problem(Place(other.file, (name,)), "editions.unlike", values)


def _wrong_with(page: AuthoredPage, subject: Subject) -> Iterator[Problem]:
    said, pages = page.said, subject.site.authored
    if (said.edition is None) != (said.edition_of is None):
        yield _problem(page, "edition" if said.edition else "edition_of", "editions.half")
    if said.tried_on and not said.edition:
        yield _problem(page, "tried_on", "editions.untold")
    if said.tried_on and said.tried_on > subject.today:
        yield _problem(page, "tried_on", "editions.future", value=said.tried_on)
    known = [each.id for each in kinds(subject.site)]
    if said.edition and said.edition not in known:
        values = {"id": said.edition, "known": ", ".join(known) or "–", "nearest": nearest(said.edition, known)}
        yield _problem(page, "edition", "editions.kind", **values)
    if said.edition_of is None or said.edition_of in subject.unread_pages:
        return
    full = pages.get(said.edition_of)
    if full is None:
        near = nearest(said.edition_of, [each.path for each in pages.values() if not each.is_edition])
        yield _problem(page, "edition_of", "editions.page", path=said.edition_of, nearest=near)
    elif full.is_edition or full is page:
        yield _problem(page, "edition_of", "editions.of-edition", path=said.edition_of)
    elif is_behind(page, full):
        dates = {"value": full.said.last_read, "other": said.last_read or "–"}
        yield Problem(Place(_file(page), ("edition_of",)), "editions.behind", dates, Severity.NOTICE)


def _problem(page: AuthoredPage, name: str, message: str, **values: object) -> Problem:
    return Problem(Place(_file(page), (name,)), message, values)


def _file(page: AuthoredPage) -> str:
    return next(iter(page.texts.values())).file
