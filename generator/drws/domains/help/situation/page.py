"""Help now: the list of situations with the numbers of every authority by day and at night, and a page for each situation."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.child_in_danger.route import Route, route_in
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import places_by_name
from drws.domains.help.situation.record import Situation
from drws.kernel.site import known
from drws.planning.plan import Group, PagePlan, Planner
from drws.planning.way import Way, way


@dataclass(frozen=True, slots=True)
class SituationView:
    """What the page of a situation prints."""

    situation: Situation
    contacts: tuple[Contact, ...]
    """Whom to ring, the first first."""
    has_routes: bool
    """Does it concern the authorities, and are their numbers known?"""
    more: tuple[Way, ...]
    others: tuple[Situation, ...]
    """The other situations."""


@dataclass(frozen=True, slots=True)
class HelpView:
    """What the list of situations prints."""

    situations: tuple[Group, ...]
    """Each with those of its contacts that can be rung, those that answer at every hour first."""
    routes: tuple[Route, ...]
    """Whom to ring about a child in every authority's area, in the order of their places."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each situation."""
    situations = in_order(planner)
    groups = tuple(Group(each, _lines(each, planner)) for each in situations)
    yield from planner.page("help", "help/help.html", HelpView(groups, _routes(planner)))
    for situation in situations:
        yield planner.entity_page(situation, situation.name, situation.description, _view(situation, planner))


def in_order(planner: Planner) -> list[Situation]:
    """Every situation, the most dangerous first."""
    return sorted(planner.site.all(Situation), key=lambda each: (each.order, each.id))


def _routes(planner: Planner) -> tuple[Route, ...]:
    site = planner.site
    routes = (route_in(authority, site) for authority in places_by_name(site.all(Authority), planner))
    return tuple(route for route in routes if route)


def _view(situation: Situation, planner: Planner) -> SituationView:
    return SituationView(
        situation,
        _contacts(situation, planner),
        situation.is_about_a_child and bool(_routes(planner)),
        tuple(way(link.target, link.text, planner) for link in situation.more),
        tuple(each for each in in_order(planner) if each != situation),
    )


def _lines(situation: Situation, planner: Planner) -> tuple[Contact, ...]:
    lines = (each for each in _contacts(situation, planner) if each.is_rung)
    return tuple(sorted(lines, key=lambda line: not line.is_always_open))


def _contacts(situation: Situation, planner: Planner) -> tuple[Contact, ...]:
    return known(planner.site.of(Contact), situation.contact_ids)
