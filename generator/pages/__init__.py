"""Page types, one a file: what of the site becomes which pages. Plans are values; only `render.py` touches the disk."""

from collections.abc import Callable, Iterator

from generator.addresses import Addresses
from generator.model.site import Site
from generator.pages import (
    a_to_z,
    agreements,
    areas,
    audience,
    authored,
    authority,
    body,
    compare,
    complaints,
    contact,
    coverage,
    decisions,
    duties,
    facet,
    functions,
    governance,
    history,
    kind_of_help,
    legislation,
    measure,
    meetings,
    not_found,
    organization,
    parity,
    performance,
    post,
    region,
    rights,
    search,
    service,
    services,
    shortlist,
    structure,
)
from generator.pages.entrance import plan_entrances
from generator.pages.plan import PagePlan, Planner
from generator.words import Words

PAGE_TYPES: tuple[Callable[[Planner], Iterator[PagePlan]], ...] = tuple(
    module.plan
    for module in (
        services,
        facet,
        service,
        region,
        authority,
        organization,
        audience,
        kind_of_help,
        areas,
        a_to_z,
        compare,
        shortlist,
        contact,
        functions,
        coverage,
        agreements,
        legislation,
        rights,
        complaints,
        search,
        parity,
        governance,
        structure,
        body,
        post,
        performance,
        measure,
        duties,
        meetings,
        decisions,
        history,
        not_found,
    )
)


def plan(site: Site, words: Words, addresses: Addresses) -> Iterator[PagePlan]:
    """Every page that is made from the data alone, in every language, in a fixed order."""
    yield from plan_entrances(site, words, addresses)
    for language in site.languages:
        planner = Planner(site, words, addresses, language)
        for plan_pages in PAGE_TYPES:
            yield from plan_pages(planner)


def plan_authored(site: Site, words: Words, addresses: Addresses) -> Iterator[PagePlan]:
    """Every hand-written page, in every language: MkDocs makes its words, the theme the rest."""
    for language in site.languages:
        yield from authored.plan(Planner(site, words, addresses, language))
