"""Every page of a site, planned."""

from collections.abc import Iterator

from drws.domains.guidance import page as authored
from drws.domains.website.entrance import plan_entrances
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.domain import Domains
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.say.strings import Strings


def planners(site: Site, strings: Strings, addresses: Addresses, domains: Domains) -> tuple[Planner, ...]:
    """What plans the pages of each language."""
    return tuple(Planner(site, strings, addresses, language, domains) for language in site.languages)


def plan(site: Site, strings: Strings, addresses: Addresses, domains: Domains) -> Iterator[PagePlan]:
    """Every page that is made from the data alone, in every language, in a fixed order."""
    yield from plan_with(planners(site, strings, addresses, domains))


def plan_with(each_language: tuple[Planner, ...]) -> Iterator[PagePlan]:
    """The same, with planners that are there already."""
    first = each_language[0]
    yield from plan_entrances(first.site, first.strings, first.addresses)
    for planner in each_language:
        for domain in planner.domains:
            for plan_pages in domain.pages:
                yield from plan_pages(planner)


def plan_authored(site: Site, strings: Strings, addresses: Addresses, domains: Domains) -> Iterator[PagePlan]:
    """Every hand-written page, in every language."""
    for planner in planners(site, strings, addresses, domains):
        yield from authored.plan(planner)
