"""What people type in danger, and where help is: `search/danger.json`, which the search page reads before any index.

pages     the page with whom to ring, by language
grammars  for each language its words, the groups that they name, and what a first letter may have been before a mutation
known     files with the words that are in a dictionary, and so are not misspelt: the same for every language
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from drws.domains.website.search.words import SearchWords
from drws.kernel.language import Language
from drws.planning.page_plan import PagePlan
from drws.say.collation import fold
from drws.say.languages import grammar_of


def danger_table(
    search_words: SearchWords, languages: Sequence[Language], plans: Iterable[PagePlan], known: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Words of every language: somebody in danger types what comes first, whatever the language of the page."""
    danger = search_words.danger
    pages = {
        plan.language: {"url": plan.url, "title": plan.title, "summary": plan.description, "kind": plan.kind}
        for plan in plans
        if danger and plan.name == danger.page
    }
    return {"pages": pages, "grammars": [_grammar(search_words, each.code) for each in languages], "known": known}


def _grammar(search_words: SearchWords, language: str) -> Mapping[str, Any]:
    grammar = grammar_of(language)
    kinds = search_words.danger.words if search_words.danger else ()
    return {
        "language": language,
        "before": grammar.search_rules.get("before", {}) if grammar else {},
        "groups": {each.name: "/".join(map(fold, each.said.in_language(language))) for each in search_words.groups},
        "words": [patterns(each.said.in_language(language)) for each in kinds],
    }


def patterns(entries: Iterable[str]) -> Sequence[str]:
    """Entries as the search page compares them: folded, each once."""
    return sorted(map(fold, set(entries)))
