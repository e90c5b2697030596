"""The library: every policy on one page, the facets by which it is narrowed down, and the orders in which it can be read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.policies.library import orders
from drws.domains.policies.library.facets import NATIONAL, OTHER, PolicyFacet, page_of, policies_by_value, values_of
from drws.domains.policies.library.orders import PolicyOrder, in_order
from drws.domains.policies.library.shelved import Shelved, shelved
from drws.domains.policies.library.value_names import value_name, words_of
from drws.domains.policies.policy.record import Policy, PolicyStatus
from drws.domains.policies.policy.standing import ReviewState
from drws.domains.policies.settings import PolicySettings
from drws.planning.facets import NOT_RECORDED, FacetValue, FacetView
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.say.collation import alphabetical


@dataclass(frozen=True, slots=True)
class Listing:
    """A policy in the library, with what it has of each facet and where it stands in each order."""

    shelved: Shelved
    values: Mapping[str, str]
    """By facet, its values with spaces between them."""
    places: Mapping[str, int]
    """By order, how many come before it. The usual order is that of the page."""


@dataclass(frozen=True, slots=True)
class Ordering:
    """An order that can be chosen."""

    id: PolicyOrder
    page: str
    """The page with the list in this order, for whoever has no JavaScript."""


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What the library prints."""

    listings: tuple[Listing, ...]
    """Every policy, in alphabetical order."""
    facets: tuple[FacetView, ...]
    orders: tuple[Ordering, ...]
    pages: tuple[str, ...]
    """The names of the pages below the library."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    by_title = planner.by_name(site.all(Policy))
    places = {
        order.value: {policy.id: place for place, policy in enumerate(in_order(by_title, order, site.as_of))}
        for order in PolicyOrder
        if order is not PolicyOrder.TITLE
    }
    listings = (
        Listing(
            shelved(policy, site),
            {facet.value: " ".join(values) for facet, values in values_of(policy, site).items()},
            {order: by_id[policy.id] for order, by_id in places.items()},
        )
        for policy in by_title
    )
    view = LibraryView(
        tuple(listings),
        tuple(FacetView(facet, tuple(_values(facet, planner))) for facet in PolicyFacet),
        tuple(Ordering(order, orders.page_of(order)) for order in PolicyOrder),
        planner.domains.below("policies", site),
    )
    yield from planner.page("policies", "policies/library.html", view)


def _values(facet: PolicyFacet, planner: Planner) -> Iterator[FacetValue]:
    """The values that at least one policy has, in the order of lists; others and what is not recorded come last."""
    found = policies_by_value(planner.site)[facet]
    place = _order(facet, planner)
    for value in sorted(found, key=lambda each: (each in (OTHER, NOT_RECORDED), place(each))):
        name = value_name(facet, value, planner.site, planner.strings, planner.code)
        yield FacetValue(value, name, len(found[value]), page_of(facet, value))


def _order(facet: PolicyFacet, planner: Planner) -> Callable[[str], tuple[object, ...]]:
    """Where a value comes: as the data or the type say, the newest year first, otherwise by name."""
    site = planner.site
    settings = site.settings(PolicySettings)
    match facet:
        case PolicyFacet.KIND:
            ids = [each.id for each in settings.policy_types]
        case PolicyFacet.AUDIENCE:
            ids = [each.id for each in sorted(site.all(Audience), key=lambda each: each.order)]
        case PolicyFacet.STATUS:
            ids = list(PolicyStatus)
        case PolicyFacet.REVIEW:
            ids = list(ReviewState)
        case PolicyFacet.YEAR:
            ids = sorted(policies_by_value(site)[facet], reverse=True)
        case PolicyFacet.SCOPE:
            ids = [NATIONAL]
        case _:
            ids = []
    places = {id_: place for place, id_ in enumerate(ids)}
    by_name = alphabetical(planner.language)
    return lambda value: (
        places.get(value, len(places)),
        by_name(words_of(value_name(facet, value, site, planner.strings, planner.code), planner.code)),
        value,
    )
