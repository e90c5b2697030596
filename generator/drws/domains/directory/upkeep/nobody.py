"""Where somebody who needs help finds no number to ring, or no service at all."""

from collections.abc import Iterator
from itertools import chain

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import (
    contacts_of,
    contacts_serving,
    places_by_name,
    region_of,
    services_for,
    services_giving,
)
from drws.planning.plan import Planner
from drws.planning.upkeep import Task, task


def regions_without_number(planner: Planner) -> Iterator[Task]:
    """Every region whose own contacts have no line to ring. Its page names the next best."""
    site = planner.site
    for region in planner.by_name(site.all(Region)):
        if not any(contact.is_rung for contact in contacts_of(region, site)):
            yield task(region, planner, owner=region)


def authorities_without_number(planner: Planner) -> Iterator[Task]:
    """Every authority for which neither its own contacts nor those that serve it have a line to ring."""
    site = planner.site
    for authority in places_by_name(site.all(Authority), planner):
        contacts = (*contacts_of(authority, site), *contacts_serving(authority, site))
        if not any(contact.is_rung for contact in contacts):
            yield task(authority, planner, owner=region_of(authority, site))


def without_service(planner: Planner) -> Iterator[Task]:
    """Every kind of help that no service gives, and every audience that none is for."""
    site = planner.site
    yield from chain(
        (task(kind, planner) for kind in planner.by_name(site.all(KindOfHelp)) if not services_giving(kind, site)),
        (
            task(audience, planner)
            for audience in planner.by_name(site.all(Audience))
            if not services_for(audience, site)
        ),
    )
