"""The search index: Pagefind, run over copies of the built pages, one index for each language by the pages' own `lang`.

A language whose grammar is known is indexed by search keys instead of by its words (docs/decisions/0019). Beside the index stand, for each
language, the tables that turn queries into keys: `search/cy.json` and what it names.
"""

import shutil
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from drws.domains.website.search.read import best_bets, search_topics, search_words
from drws.domains.website.search.words import SearchWords
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.page_plan import PagePlan
from drws.say.collation import fold
from drws.say.languages import grammar_of
from drws.search.chosen import Lists, Named, address_of
from drws.search.collections import collections_of, without_parts
from drws.search.copies import Page, read_pages, write_copies
from drws.search.danger import danger_table
from drws.search.files import FOLDER, write_plainly
from drws.search.fragments import Shown
from drws.search.keys import keys_for
from drws.search.known import known_parts, remember_dictionaries, write_known
from drws.search.numbers import numbers_of
from drws.search.pagefind import run_pagefind
from drws.search.places import names_of_places, pages_of_areas, write_places
from drws.search.program import pack_programs
from drws.search.tables import LETTERS, Indexed, Shared, write_tables
from drws.system.caches import shared_caches
from drws.system.parallel import in_parallel, meanwhile

if TYPE_CHECKING:
    from drws.search.keys import PageKeys

SITE = "_site"
"""Where in the folder of copies those of the site's own search are; those of a collection are under its name, which begins with a letter."""


def index(root: Path, plans: Iterable[PagePlan], site: Site, work: Path) -> list[Problem]:
    """Write `pagefind/` and `search/` into the folder `root` of a built site; what to warn of. `work` is a folder of ours.

    Raises Refused when it cannot be done.
    """
    plans = tuple(plans)
    pages = read_pages(root, plans)
    own = {
        each.code: [without_parts(page) for page in pages if page.plan.language == each.code] for each in site.languages
    }
    collections = collections_of(pages)
    said = search_words(site)
    copies, remembered = work / "search", shared_caches(work)
    shown = {address_of(page.plan): Shown(page.plan.description) for page in pages}
    wanted = [
        (copies / SITE, root / "pagefind", shown),
        *((copies / each.name, root / FOLDER / each.name / "pagefind", each.shown) for each in collections),
    ]
    shutil.rmtree(copies, ignore_errors=True)
    keys: dict[str, PageKeys | None] = {}
    with meanwhile(partial(remember_dictionaries, list(own), remembered)):
        for code, mine in own.items():
            grammar = grammar_of(code)
            whole = [page for page in pages if page.plan.language == code]
            keys[code] = keys_for(whole, grammar, work / f"search-keys-{code}.json") if grammar else None
            passed_over = frozenset(map(fold, said.passed_over.in_language(code)))
            write_copies(mine, keys[code], passed_over, copies / SITE)
            for each in collections:
                write_copies(each.pages_in(code), keys[code], passed_over, copies / each.name)
        (names, problems), *others = in_parallel(lambda each: run_pagefind(*each), wanted, worth_a_process=1)
    shutil.rmtree(copies)
    for _, target, _ in wanted:
        pack_programs(target, remembered)
    known = write_known(root, known_parts(_own_words(pages, site), list(own), remembered))
    shared = Shared(site.partnership.country, write_places(root, site), numbers_of(site), pages_of_areas(site))
    write_plainly(root, "danger", danger_table(said, site.languages, plans, known))
    lists = Lists(said, best_bets(site), search_topics(site))
    tables = {}
    for language in site.languages:
        code = language.code
        named = Named({plan.name: plan for plan in plans if plan.language == code}, names)
        tables[code] = write_tables(root, Indexed(language, own[code], keys[code], named), shared, lists)
    for collection, (named_there, more) in zip(collections, others, strict=True):
        collection.write_tables(root, tables, named_there)
        problems = problems or more  # one warning of a form that we do not know is enough
    return problems


def _own_words(pages: Iterable[Page], site: Site) -> Iterator[str]:
    """Words of every page in every language, and names that no dictionary has: none of them is misspelt."""
    for page in pages:
        yield from LETTERS.findall(page.text)
    for each in (*names_of_places(site), *_never_mended(search_words(site))):
        yield from LETTERS.findall(each)


def _never_mended(words: SearchWords) -> Iterator[str]:
    for names in words.never_mended.names.values():
        yield from names
