"""Complaints and disputes: the route for each region and for whoever else has one, as steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import authorities_in, places_by_name, providers
from drws.domains.directory.service.record import Service
from drws.domains.governance.complaint.record import ComplaintRoute, Matter, Step
from drws.kernel.entity import Entity
from drws.kernel.roles import Actor
from drws.kernel.site import known
from drws.planning.plan import Group, PagePlan, Planner


@dataclass(frozen=True, slots=True)
class StepView:
    """A step, with the records that it names."""

    step: Step
    contacts: tuple[Contact, ...]
    organizations: tuple[Organization, ...]
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class RouteView:
    """A route."""

    route: ComplaintRoute
    about: Entity | None
    authorities: tuple[Authority, ...]
    """The councils whose region it is about."""
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class ComplaintsView:
    """What the page prints."""

    routes: tuple[Group, ...]
    """The routes of each matter that has any."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    ordered = sorted(site.all(ComplaintRoute), key=lambda route: (route.order, route.id))
    groups = tuple(
        Group(matter, routes)
        for matter in Matter
        if (routes := tuple(_route(route, planner) for route in ordered if route.matter is matter))
    )
    yield from planner.page("complaints", "governance/complaints.html", ComplaintsView(groups))


def _route(route: ComplaintRoute, planner: Planner) -> RouteView:
    site = planner.site
    about = site.get(Actor, route.about_id)
    steps = tuple(
        StepView(
            step,
            known(site.of(Contact), step.contact_ids),
            known(providers(site), step.organization_ids),
            known(site.of(Service), step.service_ids),
        )
        for step in route.steps
    )
    authorities = places_by_name(authorities_in(about, site), planner) if isinstance(about, Region) else ()
    return RouteView(route, about, authorities, steps)
