"""What people have chosen for certain questions, as the search page reads it: pages that come first, and pages that are left out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from drws.domains.website.search.words import BestBets, SearchWords, TopicFiles
from drws.planning.page_plan import PagePlan
from drws.say.languages import other_countries
from drws.search.danger import patterns


@dataclass(frozen=True, slots=True)
class Lists:
    """What people reviewed: words, pages that come first, and topics."""

    words: SearchWords
    best_bets: BestBets
    topics: TopicFiles


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

    def sections(self, names: Iterable[str]) -> Mapping[str, str]:
        """Which of these pages stand below another in the addresses: the names of those, by the name of the first page of the section."""
        plans = {plan.url: plan for name in names if (plan := self.plans.get(name))}
        below: dict[str, list[str]] = {}
        for url, plan in sorted(plans.items()):
            section = plans.get(url.removesuffix("/").rpartition("/")[0] + "/")
            if section:
                below.setdefault(self.id_of(section), []).append(self.id_of(plan))
        return {section: " ".join(guides) for section, guides in below.items()}

    def has_file(self, name: str) -> bool:
        """Is there a file of the index that says what a result shows?"""
        return name in self.plans and address_of(self.plans[name]) in self.index


def address_of(plan: PagePlan) -> str:
    """The address of a page from the root of the site, as the index has it."""
    return "/" + plan.path.removesuffix("index.html")


def chosen(
    lists: Lists, language: str, named: Named, country: str, areas: Mapping[str, Sequence[str]]
) -> Mapping[str, Any]:
    """Best bets, topics, what comes below help, doors and pages of areas, and what a result says of those that have no file.

    `country` is the site's own, which is no other country; `areas` are the pages of each area, by their names.
    """
    words, topics = lists.words, lists.topics
    countries = other_countries(language, country)
    below = [each.pages for each in words.danger.words] if words.danger else []
    without = words.danger.without if words.danger else ()
    bets = [
        (queries, each.pages, each.without)
        for each in lists.best_bets.best_bets
        if (queries := [*each.queries.in_language(language), *(countries if each.with_countries else ())])
    ]
    likely = [
        (said, each.pages, each.without)
        for each in topics.topics
        if (
            said := patterns(
                [*each.said.in_language(language), *(map(_as_pattern, countries) if each.with_countries else ())]
            )
        )
    ]
    first = [names for _, names, _ in (*bets, *likely)]
    unread = [name for names in (*first, *below, *areas.values()) for name in names if not named.has_file(name)]
    return {
        "best_bets": [[queries, named.ids(names), named.ids(left_out)] for queries, names, left_out in bets],
        "topics": [[said, named.ids(names), named.ids(left_out)] for said, names, left_out in likely],
        "danger": {"below": [named.ids(names) for names in below], "without": named.ids(without)},
        "sections": named.sections(name for names in first for name in names),
        "doors": named.ids(words.doors),
        "areas": {code: named.ids(names) for code, names in areas.items()},
        "pages": named.shown([*unread, *words.doors]),
    }


def _as_pattern(name: str) -> str:
    """The words of a name, those of two letters and more."""
    return " ".join(word for word in re.findall(r"[^\W_]+", name) if len(word) > 1)
