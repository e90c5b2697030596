"""A page for each value of a facet, and for each order: the library without JavaScript, and addresses to send to somebody."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.policies.library import orders
from drws.domains.policies.library.facets import page_of, policies_by_value
from drws.domains.policies.library.orders import PolicyOrder, in_order
from drws.domains.policies.library.shelved import Shelved, shelved
from drws.domains.policies.library.value_names import value_name, words_of
from drws.domains.policies.policy.record import Policy
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class PolicyListView:
    """What such a page prints."""

    shelved: tuple[Shelved, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The values, with their policies in alphabetical order, then the orders."""
    site = planner.site
    for facet, by_value in policies_by_value(site).items():
        for value, policies in by_value.items():
            name = words_of(value_name(facet, value, site, planner.strings, planner.code), planner.code)
            title = planner.say("library.value_title", facet=planner.say(f"library.facet.{facet}"), value=name)
            yield _page(page_of(facet, value), title, planner.by_name(policies), planner)
    for order in (each for each in PolicyOrder if each is not PolicyOrder.TITLE):
        if planner.addresses.has(orders.page_of(order), planner.code):
            policies = in_order(planner.by_name(site.all(Policy)), order, site.as_of)
            yield _page(orders.page_of(order), planner.say(f"library.order_title.{order}"), policies, planner)


def _page(name: str, title: str, policies: tuple[Policy, ...], planner: Planner) -> PagePlan:
    view = PolicyListView(tuple(shelved(policy, planner.site) for policy in policies))
    return planner.list_page(name, title, "policies/listing.html", view, above="policies")
