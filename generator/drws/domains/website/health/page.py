"""Site health: everything that has to be done, for the people who run the site. Search does not find it, and nothing leads to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.website.addresses import HEALTH_JSON
from drws.domains.website.audits.links import BrokenLinks
from drws.domains.website.health.due import Health, health
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class HealthView:
    """What the page prints."""

    health: Health
    links_were_asked: bool
    """Has anybody ever asked the links to other websites whether they answer?"""
    json: str
    """The address of the same for programs."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    view = HealthView(
        planner.once(health),
        links_were_asked=planner.site.dataset(BrokenLinks) is not None,
        json=planner.url(HEALTH_JSON),
    )
    yield from planner.page("health", "website/health.html", view, is_searchable=False, is_indexed=False)
