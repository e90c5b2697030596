"""What governance adds to the pages of the directory: who runs a region, where an organization has a part, how to complain."""

from typing import TYPE_CHECKING, NamedTuple, cast

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.governance.body.record import Body
from drws.domains.governance.complaint.queries import route_about
from drws.domains.governance.complaint.record import ComplaintRoute
from drws.domains.governance.hierarchy import Seat, bodies_hosted_by, bodies_in, lead_authority_as, seats_of
from drws.kernel.entity import Entity
from drws.planning.plan import Planner

if TYPE_CHECKING:
    from drws.domains.directory.organization.record import Organization


class RunningBody(NamedTuple):
    """A body that runs a region."""

    body: Body
    lead: Authority | None
    """The lead authority, where the body is that."""


class RunBy(NamedTuple):
    """The bodies that run a region: its own, and what every region has in place of those that nobody has recorded."""

    region: Region
    bodies: tuple[RunningBody, ...]


class PartInGovernance(NamedTuple):
    """What an organization does in governance."""

    hosts: tuple[Body, ...]
    """The bodies that it hosts or is."""
    seats: tuple[Seat, ...]
    """Where somebody sits on its behalf."""


class HowToComplain(NamedTuple):
    """Where to take a complaint about an organization."""

    route: ComplaintRoute


def run_by(record: Entity, planner: Planner) -> RunBy | None:
    """The bodies that run a region."""
    region, site = cast("Region", record), planner.site
    bodies = tuple(RunningBody(body, lead_authority_as(body, region, site)) for body in bodies_in(region, site))
    return RunBy(region, bodies) if bodies else None


def part_in_governance(record: Entity, planner: Planner) -> PartInGovernance | None:
    """What an authority or another organization does in governance."""
    organization, site = cast("Organization", record), planner.site
    hosts, seats = bodies_hosted_by(organization, site), tuple(seats_of(organization, site))
    return PartInGovernance(hosts, seats) if hosts or seats else None


def how_to_complain(record: Entity, planner: Planner) -> HowToComplain | None:
    """The route of complaints about an organization, where there is one."""
    route = route_about(cast("Organization", record), planner.site)
    return HowToComplain(route) if route else None
