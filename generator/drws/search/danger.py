"""What people type in danger, and where help is: `search/danger.json`, which the search page reads before any index.

pages     the page with whom to ring, by language
grammars  for each language its words, and what a first letter may have been before a mutation
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from drws.domains.website.search.words import SearchWords
from drws.kernel.language import Language
from drws.planning.plan import PagePlan
from drws.say.collation import fold
from drws.say.languages import grammar_of


def danger_table(
    search_words: SearchWords, languages: Sequence[Language], plans: Iterable[PagePlan]
) -> Mapping[str, Any]:
    """Words of every language: somebody in danger types what comes first, whatever the language of the page."""
    danger = search_words.danger
    if danger is None:
        return {"pages": {}, "grammars": []}
    pages = {
        plan.language: {"url": plan.url, "title": plan.title, "summary": plan.description, "kind": plan.kind}
        for plan in plans
        if plan.name == danger.page
    }
    return {"pages": pages, "grammars": [_words_of(danger.words, language.code) for language in languages]}


def _words_of(danger_words: Iterable[Any], language: str) -> Mapping[str, Any]:
    grammar = grammar_of(language)
    return {
        "before": grammar.search_rules.get("before", {}) if grammar else {},
        "words": [sorted({fold(entry) for entry in each.said.in_language(language)}) for each in danger_words],
    }
