"""The tables beside the index: what the search page needs to know in order to ask it.

`search/cy.json` is read first and names the rest; a file whose name has a stamp in it never changes.

    clitics       what hangs on a word by an apostrophe
    endings       what forms of a word may end in, where no grammar makes keys
    passed_over   words that a query does without
    common        words that tell little, because nearly every query has them
    background    words of those who ask how the service is run, and the kinds of page about that
    synonyms      what people say, and what the pages say
    pages         address, title, summary and kind of what is named below and no page of the index, and of doors, by the name of each here
    best_bets     pages that come first for a query, and those that are left out
    terms         the names of each term that a page explains, and that page
    topics        patterns of what a question may be about, and the pages for each
    sections      guides among these that stand below another page, by that page
    danger        pages that come below help for somebody in danger, and those that are left out
    doors         pages to offer when nothing is found
    kinds         the pages of each kind but `page`, as the index calls them
    words         the file with the words of the site, for suggestions and for mended spelling
    keys          where the grammar makes keys: their mark, the rules, and a file of forms for what words begin with
    numbers       what is dialled before a telephone number, and the file with the pages of each
    places        the files with postcodes and places, words that stand before a place, and the page of each authority

`search/danger.json` stands by itself, because it is read before anything else (`danger.py`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drws.kernel.language import Language
from drws.say.collation import fold
from drws.search.chosen import Lists, Named, chosen
from drws.search.copies import Page
from drws.search.files import write, write_plainly
from drws.search.forms import write_forms
from drws.search.keys import MARK, PageKeys
from drws.search.numbers import Numbers, write_numbers

USUAL = "page"
"""The kind of a page that is no record's."""

LETTERS = re.compile(r"[^\W\d_]+")
"""A word to suggest: letters of any script, without signs or digits."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is in the index of one language."""

    language: Language
    pages: Sequence[Page]
    keys: PageKeys | None
    named: Named


@dataclass(frozen=True, slots=True)
class Shared:
    """What is the same in every language."""

    country: str
    """The country of the site, by its code: `GB`."""
    places: Mapping[str, Any]
    """Where the postcodes and places are; nothing where the site has none."""
    numbers: Numbers
    """The telephone numbers of contacts."""
    areas: Mapping[str, Sequence[str]]
    """The names of the pages of each authority by its code."""


def write_tables(root: Path, indexed: Indexed, shared: Shared, lists: Lists) -> Mapping[str, Any]:
    """Write the tables of one language; the one that is read first."""
    words = lists.words
    pages, keys, language = indexed.pages, indexed.keys, indexed.language.code
    table: dict[str, Any] = {
        "clitics": sorted(keys.grammar.clitics if keys else map(fold, indexed.language.clitics)),
        "endings": sorted(map(fold, indexed.language.endings)),
        "passed_over": words.passed_over.in_language(language),
        "common": _common(words.common.in_language(language), keys),
        "background": {
            "words": words.background.in_language(language),
            "kinds": sorted({page.plan.kind for page in pages if page.plan.is_background}),
        },
        "synonyms": [
            [list(each.said.in_language(language)), list(each.meant.in_language(language))]
            for each in words.synonyms
            if each.said.in_language(language) and each.meant.in_language(language)
        ],
        **chosen(lists, language, indexed.named, shared.country, shared.areas),
        "terms": [[list(page.plan.names), indexed.named.id_of(page.plan)] for page in pages if page.plan.names],
        "kinds": _kinds(indexed),
        "words": write(root, language, "words", _suggested(pages)),
        "places": shared.places,
        "numbers": write_numbers(root, language, shared.numbers, indexed.named.ids),
        "before_places": words.before_places.in_language(language),
    }
    if keys:
        table["keys"] = {"mark": MARK, **keys.grammar.search_rules, "files": write_forms(root, language, keys)}
    write_plainly(root, language, table)
    write_plainly(root, f"{language}-pages", {plan.name: plan.url for plan in indexed.named.plans.values()})
    return table


def _kinds(indexed: Indexed) -> Mapping[str, str]:
    """The names of the pages of each kind but the usual one. Pagefind's own filters would do, but no two runs of it write them alike."""
    kinds: dict[str, list[str]] = {}
    for page in indexed.pages:
        if page.plan.kind != USUAL:
            kinds.setdefault(page.plan.kind, []).append(indexed.named.id_of(page.plan))
    return {kind: " ".join(sorted(names)) for kind, names in sorted(kinds.items())}


def _common(words: Sequence[str], keys: PageKeys | None) -> Sequence[str]:
    """The words, or their search keys: so a browser need not look them up."""
    if keys is None:
        return words
    return sorted({key + MARK for word in words for key in keys.of.get(word, ())})


def _suggested(pages: Sequence[Page]) -> Mapping[str, Any]:
    """The words of the site, folded, and the titles of its pages with their addresses."""
    words = {fold(word) for word in {word for page in pages for word in LETTERS.findall(page.text)}}
    titles = sorted({(page.plan.title, page.plan.url, page.plan.kind) for page in pages})
    return {"words": " ".join(sorted(word for word in words if len(word) > 2)), "titles": titles}  # noqa: PLR2004  letters
