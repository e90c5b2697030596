"""Where the structure charts of regions and the lists of functions are."""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.function.lists import By, FunctionList, function_lists
from drws.domains.governance.settings import GovernanceSettings
from drws.domains.law.agreement.record import Agreement
from drws.kernel.site import Site
from drws.planning.addresses import Naming


def addresses(naming: Naming) -> Iterator[tuple[str, str]]:
    """Every part of the structure chart, and every list of functions that is a page of its own."""
    site = naming.site
    if site.all(Body):
        for region in site.all(Region):
            yield structure_of(region), naming.record("structure", region)
    for chosen in function_lists(site):
        words = f"{naming.segments[f'functions.{chosen.by}']} {function_list_name(chosen, site, naming.language)}"
        yield chosen.name, naming.below("functions", words)


def structure_of(region: Region) -> str:
    """The name of the page with a region's part of the structure chart."""
    return f"structure:{region.id}"


def function_list_name(chosen: FunctionList, site: Site, language: str) -> str:
    """What a list of functions is called after: a tier or an agreement; nothing where there is only one list."""
    if chosen.by is By.TIER:
        names = {tier.id: tier.name for tier in site.settings(GovernanceSettings).tiers}
        return names[chosen.id].in_language(language).words
    return site.of(Agreement)[chosen.id].name.in_language(language).words if chosen.by is By.AGREEMENT else ""
