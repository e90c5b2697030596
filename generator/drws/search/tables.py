"""The tables beside the index: what the search page needs to know in order to ask it.

`search/cy.json` is read first and names the rest; a file whose name has a stamp in it never changes.

    clitics       what hangs on a word by an apostrophe
    endings       what forms of a word may end in, where no grammar makes keys
    passed_over   words that a query does without
    synonyms      what people say, and what the pages say
    best_bets     pages that come first for a query, each with the name that the index has for it
    kinds         the pages of each kind, as the index calls them
    words         the file with the words of the site, for suggestions and for mended spelling
    keys          where the grammar makes keys: their mark, the rules, and a file of forms for each first letter
"""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drws.domains.website.search.words import SearchWords
from drws.kernel.language import Language
from drws.planning.plan import PagePlan
from drws.say.collation import fold
from drws.search.copies import Page
from drws.search.keys import MARK, PageKeys

FOLDER = "search"
"""Where the tables go, in the site."""

LETTERS = re.compile(r"[^\W\d_]+")
"""A word to suggest: letters of any script, without signs or digits."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is in the index of one language."""

    language: Language
    pages: Sequence[Page]
    keys: PageKeys | None
    names: Mapping[str, str]
    """What the index calls each page, by its address from the root of the site."""

    def name_of(self, plan: PagePlan) -> str:
        """What the index calls a page; for one that search does not find its address, which is no other page's name."""
        return self.names.get("/" + plan.path.removesuffix("index.html"), plan.url)


def write_tables(root: Path, plans: Sequence[PagePlan], indexed: Indexed, search_words: SearchWords) -> None:
    """Write the tables of one language, that of all `plans`."""
    pages, keys = indexed.pages, indexed.keys
    language = indexed.language.code
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    by_name = {plan.name: plan for plan in plans}
    table: dict[str, Any] = {
        "clitics": sorted(keys.grammar.clitics if keys else map(fold, indexed.language.clitics)),
        "endings": sorted(map(fold, indexed.language.endings)),
        "passed_over": search_words.passed_over.in_language(language),
        "synonyms": [
            [list(each.said.in_language(language)), list(each.meant.in_language(language))]
            for each in search_words.synonyms
            if each.said.in_language(language) and each.meant.in_language(language)
        ],
        "best_bets": [
            [list(each.queries.in_language(language)), [_shown(by_name[name], indexed) for name in each.pages]]
            for each in search_words.best_bets
            if each.queries.in_language(language)
        ],
        "kinds": _kinds(indexed),
        "words": _write(folder, language, "words", _suggested(pages)),
    }
    if keys:
        table["keys"] = {"mark": MARK, **keys.grammar.search_rules, "files": _write_forms(folder, language, keys)}
    (folder / f"{language}.json").write_text(_json(table), "utf-8")
    names = {plan.name: plan.url for plan in by_name.values()}
    (folder / f"{language}-pages.json").write_text(_json(names), "utf-8")


def _kinds(indexed: Indexed) -> Mapping[str, str]:
    """The names of the pages of each kind. Pagefind's own filters would do, but no two runs of it write them alike."""
    kinds: dict[str, list[str]] = {}
    for page in indexed.pages:
        kinds.setdefault(page.plan.kind, []).append(indexed.name_of(page.plan))
    return {kind: " ".join(sorted(names)) for kind, names in sorted(kinds.items())}


def _shown(plan: PagePlan, indexed: Indexed) -> Mapping[str, str]:
    shown = {"url": plan.url, "title": plan.title, "summary": plan.description, "kind": plan.kind}
    return {"id": indexed.name_of(plan), **shown}


def _suggested(pages: Sequence[Page]) -> Mapping[str, Any]:
    """The words of the site, folded, and the titles of its pages with their addresses."""
    words = {fold(word) for word in {word for page in pages for word in LETTERS.findall(page.text)}}
    titles = sorted({(page.plan.title, page.plan.url, page.plan.kind) for page in pages})
    return {"words": " ".join(sorted(word for word in words if len(word) > 2)), "titles": titles}  # noqa: PLR2004  letters


def _write_forms(folder: Path, language: str, keys: PageKeys) -> Mapping[str, str]:
    """One file for each first letter: the keys that begin with it, and the forms that the rules do not lead to a key."""
    forms: dict[str, dict[str, str]] = {}
    for form, found in keys.forms.items():
        forms.setdefault(_shard(form), {})[form] = " ".join(found)
    own: dict[str, list[str]] = {}
    for key in keys.every_key:
        own.setdefault(_shard(key), []).append(key)
    return {
        letter: _write(
            folder, language, letter, {"keys": " ".join(own.get(letter, ())), "forms": forms.get(letter, {})}
        )
        for letter in sorted({*own, *forms})
    }


def _shard(word: str) -> str:
    """The name of the file that knows a folded word; `search-keys.js` knows it as well."""
    return word[0] if "a" <= word[0] <= "z" else "0"


def _write(folder: Path, language: str, name: str, content: Mapping[str, Any]) -> str:
    text = _json(content)
    file = f"{language}/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.json"
    (folder / language).mkdir(exist_ok=True)
    (folder / file).write_text(text, "utf-8")
    return file


def _json(content: Any) -> str:  # noqa: ANN401  whatever JSON can hold
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
