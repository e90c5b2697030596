"""What people have chosen for certain questions, as the search page reads it: pages that come first, and pages that are left out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drws.domains.website.search.words import SearchWords
from drws.planning.plan import PagePlan
from drws.say.languages import other_countries


@dataclass(frozen=True, slots=True)
class Named:
    """The pages of one language by their names."""

    plans: Mapping[str, PagePlan]
    index: Mapping[str, str]
    """What the index calls each page, by its address from the root of the site."""

    def id_of(self, plan: PagePlan) -> str:
        """What the index calls a page; for one that search does not find its address, which is no other page's name."""
        return self.index.get(address_of(plan), plan.url)

    def ids(self, names: Iterable[str]) -> list[str]:
        """The same for names; a page that is not there in this language is passed over."""
        return [self.id_of(self.plans[name]) for name in names if name in self.plans]

    def shown(self, names: Iterable[str]) -> Mapping[str, Sequence[str]]:
        """What a result says of pages, so that it needs no file for them."""
        plans = [self.plans[name] for name in sorted(set(names)) if name in self.plans]
        return {self.id_of(plan): (plan.url, plan.title, plan.description, plan.kind) for plan in plans}


def address_of(plan: PagePlan) -> str:
    """The address of a page from the root of the site, as the index has it."""
    return "/" + plan.path.removesuffix("index.html")


def chosen(
    words: SearchWords, language: str, named: Named, country: str, areas: Mapping[str, Sequence[str]]
) -> Mapping[str, Any]:
    """Best bets, what comes below help, doors and pages of areas, and every page among them once. `country` is the site's own."""
    countries = other_countries(language, country)
    below = [each.pages for each in words.danger.words] if words.danger else []
    without = words.danger.without if words.danger else ()
    bets = [
        (queries, each.pages, each.without)
        for each in words.best_bets
        if (queries := [*each.queries.in_language(language), *(countries if each.with_countries else ())])
    ]
    first = (name for names in (*(names for _, names, _ in bets), *below) for name in names)
    return {
        "best_bets": [[queries, named.ids(names), named.ids(left_out)] for queries, names, left_out in bets],
        "danger": {"below": [named.ids(names) for names in below], "without": named.ids(without)},
        "doors": named.ids(words.doors),
        "areas": {id_: named.ids(names) for id_, names in areas.items()},
        "pages": named.shown([*first, *words.doors, *(name for names in areas.values() for name in names)]),
    }
