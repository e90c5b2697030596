"""How a term stands in texts of a language: its name, its other forms, and those that the grammar of the language makes of them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from drws.domains.glossary.term.record import GlossaryTerm
from drws.say.languages import grammar_of

if TYPE_CHECKING:
    from collections.abc import Callable


def listed_forms(term: GlossaryTerm, language: str) -> Iterator[str]:
    """What the record says, its name first. Nothing where the term is not said in the language."""
    if term.name.is_in(language):
        yield term.name.in_language(language).words
    yield from term.forms.in_language(language)


def every_form(term: GlossaryTerm, language: str) -> Iterator[str]:
    """Each listed form, and what becomes of its first word after others."""
    mutated: Callable[[str], Iterator[str]] | None = getattr(grammar_of(language), "mutated", None)
    for form in listed_forms(term, language):
        yield form
        if mutated:
            first, space, rest = form.partition(" ")
            yield from (changed + space + rest for changed in mutated(first))
