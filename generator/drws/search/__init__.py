"""The search index: Pagefind, run over copies of the built pages, one index for each language by the pages' own `lang`.

A language whose grammar is known is indexed by search keys instead of by its words (docs/decisions/0019). Beside the index stand, for each
language, the tables that turn queries into keys: `search/cy.json` and what it names.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from drws.domains.website.search.read import search_words
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.plan import PagePlan
from drws.say.languages import grammar_of
from drws.search.copies import read_pages, write_copies
from drws.search.keys import keys_for
from drws.search.pagefind import run_pagefind
from drws.search.tables import Indexed, write_tables

if TYPE_CHECKING:
    from drws.search.keys import PageKeys


def index(root: Path, plans: Iterable[PagePlan], site: Site, work: Path) -> list[Problem]:
    """Write `pagefind/` and `search/` into the folder `root` of a built site; what to warn of. `work` is a folder of ours.

    Raises Refused when it cannot be done.
    """
    plans = tuple(plans)
    pages = read_pages(root, plans)
    copies = work / "search"
    shutil.rmtree(copies, ignore_errors=True)
    keys: dict[str, PageKeys | None] = {}
    for language in (each.code for each in site.languages):
        own = [page for page in pages if page.plan.language == language]
        grammar = grammar_of(language)
        keys[language] = keys_for(own, grammar, work / f"search-keys-{language}.json") if grammar else None
        write_copies(own, keys[language], copies)
    names, problems = run_pagefind(copies, root / "pagefind")
    for each in site.languages:
        own_plans = [plan for plan in plans if plan.language == each.code]
        own = [page for page in pages if page.plan.language == each.code]
        write_tables(root, own_plans, Indexed(each, own, keys[each.code], names), search_words(site))
    shutil.rmtree(copies)
    return problems
