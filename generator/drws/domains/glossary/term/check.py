"""A form belongs to one term in each language.

Hand-written pages link the forms of a term, and a link leads to one page.

Refused::

    data/terms/cyfeiriadur.yml:
      forms: {en: [Letters]}
"""

from collections.abc import Iterator

from drws.domains.glossary.term.forms import listed_forms
from drws.domains.glossary.term.record import GlossaryTerm
from drws.kernel.problem import Problem
from drws.planning.check import Subject

ID = "terms"


def check(subject: Subject) -> Iterator[Problem]:
    """Every form that another term has, and every one that a term lists twice."""
    site = subject.site
    for language in site.languages:
        taken: dict[str, GlossaryTerm] = {}
        for term in site.all(GlossaryTerm):
            listed = term.forms.in_language(language.code)
            named = len(tuple(listed_forms(term, language.code))) - len(listed)
            for index, form in enumerate(listed_forms(term, language.code)):
                first = taken.setdefault(" ".join(form.casefold().split()), term)
                if first is not term or (named and index and form.casefold() == _name(term, language.code)):
                    place = (
                        term.at("name", language.code)
                        if index < named
                        else term.at("forms", language.code, index - named)
                    )
                    yield Problem(place, "terms.taken", {"form": form, "id": first.id})


def _name(term: GlossaryTerm, language: str) -> str:
    return term.name.in_language(language).words.casefold()
