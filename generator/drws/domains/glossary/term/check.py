"""A form belongs to one term in each language.

Hand-written pages link the forms of a term, and a link leads to one page.

Refused::

    data/terms/cyfeiriadur.yml:
      forms: {en: [Letters]}
"""

from collections.abc import Iterator

from drws.domains.glossary.term.record import GlossaryTerm
from drws.kernel.problem import Place, Problem
from drws.planning.check import Subject

ID = "terms"


def check(subject: Subject) -> Iterator[Problem]:
    """Every form that another term has, and every one that a term lists twice."""
    site = subject.site
    for language in site.languages:
        taken: dict[str, GlossaryTerm] = {}
        for term in site.all(GlossaryTerm):
            for form, place in _placed(term, language.code):
                key = " ".join(form.casefold().split())
                if key in taken:
                    yield Problem(place, "terms.taken", {"form": form, "id": taken[key].id})
                taken.setdefault(key, term)


def _placed(term: GlossaryTerm, language: str) -> Iterator[tuple[str, Place]]:
    """What the record says in a language, and where it says so."""
    if term.name.is_in(language):
        yield term.name.in_language(language).words, term.at("name")
    for index, form in enumerate(term.forms.in_language(language)):
        yield form, term.at("forms", language, index)
