"""Help now: the list of situations with the numbers of every authority by day and at night, and a page for each situation."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.child_in_danger.route import Route, route_in
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.finder.geography import Geography, Nation
from drws.domains.directory.finder.page import nations_of
from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import places_by_name
from drws.domains.help.situation.record import Situation
from drws.kernel.site import known
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner
from drws.planning.way import Way, way


@dataclass(frozen=True, slots=True)
class SituationView:
    """What the page of a situation prints."""

    situation: Situation
    contacts: tuple[Contact, ...]
    """Whom to ring, the first first."""
    local: "LocalHelp | None"
    """Whom to ring where the child is. None where it does not concern the authorities."""
    more: tuple[Way, ...]
    others: tuple[Situation, ...]
    """The other situations."""


@dataclass(frozen=True, slots=True)
class HelpView:
    """What the list of situations prints."""

    situations: tuple["Choice", ...]
    local: "LocalHelp | None"
    """Whom to ring about a child in every authority's area."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A situation in the list."""

    situation: Situation
    rung: tuple[Contact, ...]
    """Those of its contacts that can be rung, those that answer at every hour first."""
    written: Contact | None
    """Whom somebody who cannot speak can write to at every hour: one for messages alone."""


@dataclass(frozen=True, slots=True)
class LocalHelp:
    """Whom to ring about a child, wherever the child is."""

    routes: tuple[Route, ...]
    """In every authority's area, in the order of their places."""
    nations: tuple[Nation, ...]
    """Which other nations the finder can tell."""
    has_finder: bool
    """Can a postcode or a place be looked up?"""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each situation."""
    situations = in_order(planner)
    choices = tuple(_choice(each, planner) for each in situations)
    yield from planner.page("help", "help/help.html", HelpView(choices, planner.once(_local_help)))
    for situation in situations:
        yield planner.entity_page(situation, situation.name, situation.description, _view(situation, planner))


def in_order(planner: Planner) -> list[Situation]:
    """Every situation, the most dangerous first."""
    return sorted(planner.site.all(Situation), key=lambda each: (each.order, each.id))


def _local_help(planner: Planner) -> LocalHelp | None:
    site = planner.site
    found = (route_in(authority, site) for authority in places_by_name(site.all(Authority), planner))
    routes = tuple(route for route in found if route)
    has_finder = site.dataset(Geography) is not None
    return LocalHelp(routes, nations_of(planner), has_finder) if routes else None


def _view(situation: Situation, planner: Planner) -> SituationView:
    return SituationView(
        situation,
        _contacts(situation, planner),
        planner.once(_local_help) if situation.is_about_a_child else None,
        tuple(way(link.target, link.text, planner) for link in situation.more),
        tuple(each for each in in_order(planner) if each != situation),
    )


def _choice(situation: Situation, planner: Planner) -> Choice:
    contacts = _contacts(situation, planner)
    rung = tuple(sorted((each for each in contacts if each.is_rung), key=lambda line: not line.is_always_open))
    written = next((each for each in contacts if each.is_always_open and each.phones and not each.is_rung), None)
    return Choice(situation, rung, written)


def _contacts(situation: Situation, planner: Planner) -> tuple[Contact, ...]:
    return known(planner.site.of(Contact), situation.contact_ids)
