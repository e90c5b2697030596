"""A page for each value of a facet that has no page of another kind: the nation, languages, ways and costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from drws.domains.directory.addresses import facet_value_name
from drws.domains.directory.service.facets import page_of, services_by_value, values_without_a_record
from drws.domains.directory.service.record import Service
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class FacetPageView:
    """What the page of a value prints."""

    services: tuple[Service, ...]
    """The services found under it, in alphabetical order."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each value that has an address. Its services may be too old to be found under it: then it says that there are none."""
    site = planner.site
    for facet, values in groupby(values_without_a_record(site), key=itemgetter(0)):
        found = services_by_value(site, facet)
        for _, value in values:
            if planner.addresses.has(page_of(facet, value), planner.code):
                said = facet_value_name(facet, value, site, planner.strings, planner.code)
                view = FacetPageView(planner.by_name(found.get(value, ())))
                title = planner.say("facet.title", facet=planner.say(f"facet.{facet}"), value=said)
                yield planner.list_page(
                    page_of(facet, value), title, "directory/facet.html", view, above="services", lead="facet.lead"
                )
