"""Who does what: the functions as a matrix of tier and source, the lists that narrow it down, and a page for each function."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Region
from drws.domains.directory.service.record import Service
from drws.domains.governance.addresses import function_list_name
from drws.domains.governance.coverage.coverage import Coverage, coverage_of
from drws.domains.governance.function.lists import FunctionList, function_lists, functions_in
from drws.domains.governance.function.record import Function
from drws.domains.governance.post.record import OneIn
from drws.domains.governance.settings import GovernanceSettings
from drws.kernel.roles import Actor
from drws.kernel.site import known
from drws.kernel.term import Term, term
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class Way:
    """A link to some of the functions."""

    title: str
    url: str
    count: int
    is_here: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A function in the matrix."""

    function: Function
    actors: tuple[Actor, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class FunctionsView:
    """What a list of functions prints."""

    ways: tuple[Way, ...]
    """All functions, and every list of some of them."""
    tiers: tuple[Group, ...]
    """The rows of each tier that has any."""
    visible: tuple[Function, ...]
    """The functions by which visitors know the service. On the list of all only."""
    total: int


@dataclass(frozen=True, slots=True)
class FunctionView:
    """What the page of a function prints."""

    function: Function
    tier: Term | None
    actors: tuple[Actor, ...]
    contacts: tuple[Contact, ...]
    overlaps: tuple[Function, ...]
    regions: tuple[Coverage, ...]
    """Who carries it out in each region, where that differs. A region of which nothing is recorded is left out: its own pages may show it."""
    services: tuple[Service, ...]
    """The function's services that are the same everywhere."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """All functions, each list, and one page for each function."""
    site = planner.site
    if not site.all(Function):
        return
    yield from planner.page("functions", "governance/functions.html", _view(None, planner), kind="governance")
    for chosen in function_lists(site):
        title = planner.say("function_list.title", which=_title(chosen, planner))
        yield planner.list_page(
            chosen.name, title, "governance/functions.html", _view(chosen, planner), above="functions"
        )
    for function in functions_in(site):
        yield planner.entity_page(
            function, function.name, function.description, _function_view(function, planner), kind="governance"
        )


def actors_of(function: Function, planner: Planner) -> tuple[Actor, ...]:
    """Who is named as carrying a function out, in the order of the record."""
    return tuple(found for id_ in function.carried_out_by_ids if (found := planner.site.get(Actor, id_)))


def _view(chosen: FunctionList | None, planner: Planner) -> FunctionsView:
    site = planner.site
    functions = functions_in(site, chosen)
    tiers = tuple(
        Group(tier, rows)
        for tier in site.settings(GovernanceSettings).tiers
        if (rows := tuple(_row(function, planner) for function in functions if function.tier_id == tier.id))
    )
    visible = () if chosen else tuple(function for function in functions if function.known_as)
    return FunctionsView(tuple(_ways(chosen, planner)), tiers, visible, len(functions))


def _row(function: Function, planner: Planner) -> Row:
    return Row(function, actors_of(function, planner), known(planner.site.of(Service), function.service_ids))


def _ways(chosen: FunctionList | None, planner: Planner) -> Iterator[Way]:
    site = planner.site
    everything = len(site.of(Function))
    yield Way(planner.say("function_list.all"), planner.url("functions"), everything, chosen is None)
    for each in function_lists(site):
        yield Way(_title(each, planner), planner.url(each.name), len(functions_in(site, each)), each == chosen)


def _title(chosen: FunctionList, planner: Planner) -> str:
    name = function_list_name(chosen, planner.site, planner.code)
    return planner.say(f"function_list.by.{chosen.by}", name=name)


def _function_view(function: Function, planner: Planner) -> FunctionView:
    site = planner.site
    regions = tuple(coverage_of(site, function, region) for region in planner.by_name(site.all(Region)))
    shared = [
        service
        for each in regions[:1]
        for service in each.services
        if all(service in other.services for other in regions)
    ]
    differs = function.carried_out_in_each is not OneIn.AUTHORITY and (
        any(set(each.services) - set(shared) for each in regions) or any(gap.region_id for gap in function.gaps)
    )
    return FunctionView(
        function=function,
        tier=term(site.settings(GovernanceSettings).tiers, function.tier_id),
        actors=actors_of(function, planner),
        contacts=known(site.of(Contact), function.contact_ids),
        overlaps=known(site.of(Function), function.overlaps_ids),
        regions=tuple(each for each in regions if each.services or each.gaps) if differs else (),
        services=tuple(shared),
    )
