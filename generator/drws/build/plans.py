"""Every page of a site, planned."""

from collections.abc import Iterator

from drws.domains.guidance import page as authored
from drws.domains.website.entrance import plan_entrances
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.domain import Domains
from drws.planning.plan import PagePlan, Planner
from drws.say.strings import Strings


def plan(site: Site, strings: Strings, addresses: Addresses, domains: Domains) -> Iterator[PagePlan]:
    """Every page that is made from the data alone, in every language, in a fixed order."""
    yield from plan_entrances(site, strings, addresses)
    for language in site.languages:
        planner = Planner(site, strings, addresses, language, domains)
        for domain in domains:
            for plan_pages in domain.pages:
                yield from plan_pages(planner)


def plan_authored(site: Site, strings: Strings, addresses: Addresses, domains: Domains) -> Iterator[PagePlan]:
    """Every hand-written page, in every language: Markdown makes its words, the theme the rest."""
    for language in site.languages:
        yield from authored.plan(Planner(site, strings, addresses, language, domains))
