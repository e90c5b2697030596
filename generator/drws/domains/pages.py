"""Page types, one a file: what of the site becomes which pages. Plans are values; only `render.py` touches the disk."""

from collections.abc import Callable, Iterator

from drws.domains.diary.decision import page as decisions
from drws.domains.diary.duty import page as duties
from drws.domains.diary.meeting import page as meetings
from drws.domains.diary.milestone import page as history
from drws.domains.directory.a_to_z import page as a_to_z
from drws.domains.directory.audience import page as audience
from drws.domains.directory.authority import page as authority
from drws.domains.directory.compare import page as compare
from drws.domains.directory.contact import page as contact
from drws.domains.directory.finder import page as areas
from drws.domains.directory.kind_of_help import page as kind_of_help
from drws.domains.directory.organization import page as organization
from drws.domains.directory.region import page as region
from drws.domains.directory.service import facet_page as facet
from drws.domains.directory.service import list_page as services
from drws.domains.directory.service import page as service
from drws.domains.directory.shortlist import page as shortlist
from drws.domains.figures.measure import page as measure
from drws.domains.figures.performance import page as performance
from drws.domains.governance import page as governance
from drws.domains.governance.body import page as body
from drws.domains.governance.complaint import page as complaints
from drws.domains.governance.coverage import page as coverage
from drws.domains.governance.function import page as functions
from drws.domains.governance.post import page as post
from drws.domains.governance.structure import page as structure
from drws.domains.guidance import page as authored
from drws.domains.law.agreement import page as agreements
from drws.domains.law.legislation import page as legislation
from drws.domains.law.right import page as rights
from drws.domains.website import not_found, parity
from drws.domains.website.entrance import plan_entrances
from drws.domains.website.search import page as search
from drws.kernel.site import Site
from drws.planning.addresses import Addresses
from drws.planning.plan import PagePlan, Planner
from drws.say.strings import Strings

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


def plan(site: Site, strings: Strings, addresses: Addresses) -> Iterator[PagePlan]:
    """Every page that is made from the data alone, in every language, in a fixed order."""
    yield from plan_entrances(site, strings, addresses)
    for language in site.languages:
        planner = Planner(site, strings, addresses, language)
        for plan_pages in PAGE_TYPES:
            yield from plan_pages(planner)


def plan_authored(site: Site, strings: Strings, addresses: Addresses) -> Iterator[PagePlan]:
    """Every hand-written page, in every language: MkDocs makes its words, the theme the rest."""
    for language in site.languages:
        yield from authored.plan(Planner(site, strings, addresses, language))
