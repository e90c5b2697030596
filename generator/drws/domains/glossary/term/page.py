"""The glossary in the alphabet of the page's language, and a page for each term, so that search finds it by itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.glossary.term.forms import listed_forms
from drws.domains.glossary.term.linked_data import linked_data, of_glossary
from drws.domains.glossary.term.record import GlossaryTerm
from drws.kernel.site import known
from drws.kernel.text import Said
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner
from drws.planning.way import Way, way
from drws.say.collation import initial


@dataclass(frozen=True, slots=True)
class TermView:
    """What is printed of a term, in the list and on its page."""

    term: GlossaryTerm
    other_forms: tuple[str, ...]
    """How else it stands in texts, in the language of the page."""
    elsewhere: tuple[Said, ...]
    """The term in the other languages of the site, where it differs."""
    related: tuple[GlossaryTerm, ...]
    more: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """What the glossary prints."""

    letters: tuple[Group, ...]
    """Every letter that begins a term, in order, with its terms."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The glossary, then one page for each term."""
    views = [_view(term, planner) for term in planner.by_name(planner.site.all(GlossaryTerm))]
    filed: dict[str, list[TermView]] = {letter: [] for letter in planner.language.alphabet}
    for view in views:
        filed.setdefault(initial(planner.plain(view.term.name), planner.language), []).append(view)
    letters = tuple(Group(letter, tuple(members)) for letter, members in filed.items() if members)
    yield from planner.page(
        "glossary",
        "glossary/glossary.html",
        GlossaryView(letters),
        kind=GlossaryTerm.KIND,
        linked_data=of_glossary(planner) if views else (),
    )
    for view in views:
        names = tuple(listed_forms(view.term, planner.code))
        yield planner.entity_page(
            view.term,
            view.term.name,
            view.term.description,
            view,
            names=names,
            linked_data=linked_data(view.term, planner),
        )


def _view(term: GlossaryTerm, planner: Planner) -> TermView:
    said = term.name.in_language(planner.code)
    others = (term.name.in_language(each.code) for each in planner.site.languages if each.code != planner.code)
    return TermView(
        term=term,
        other_forms=tuple(form for form in listed_forms(term, planner.code) if form != said.words),
        elsewhere=tuple(dict.fromkeys(each for each in others if each.language and each.words != said.words)),
        related=planner.by_name(known(planner.site.of(GlossaryTerm), term.related_ids)),
        more=tuple(way(name, None, planner) for name in term.more),
    )
