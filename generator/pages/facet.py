"""A page for each value of a facet that has no page of another kind: the nation, languages, ways and costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.addresses import facet_value_name
from generator.model import Service
from generator.model.facets import Facet, page_of, services_by_value, values_with_a_page
from generator.pages.plan import PagePlan, Planner


@dataclass(frozen=True, slots=True)
class FacetPageView:
    """What the page of a value prints."""

    services: tuple[Service, ...]
    """The services found under it, in alphabetical order."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each value that at least one service has."""
    site = planner.site
    found = {facet: services_by_value(site, facet) for facet in Facet}
    for facet, value in values_with_a_page(site):
        said = facet_value_name(facet, value, site, planner.words, planner.code)
        view = FacetPageView(planner.by_name(found[facet][value]))
        title = planner.say("facet.title", facet=planner.say(f"facet.{facet}"), value=said)
        yield planner.list_page(page_of(facet, value), title, "pages/facet.html", view, above="services")
