"""Whom to ask for dates, where none is known or none fits: the service of the region."""

from dataclasses import dataclass

from drws.domains.directory.contact.record import ContactPhone
from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import enquiry_line_of
from drws.kernel.site import Site
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class Ask:
    """A region that can be asked."""

    region: Region
    line: ContactPhone | None
    """Its number, where it has one. Where it has none, its page says whom to ring instead."""


def ask(region: Region, site: Site) -> Ask:
    """Whom to ask in a region."""
    return Ask(region, enquiry_line_of(region, site))


def every_region_to_ask(planner: Planner) -> tuple[Ask, ...]:
    """The same for every region, in alphabetical order."""
    return tuple(ask(region, planner.site) for region in planner.by_name(planner.site.all(Region)))
