"""A page for each kind of help with the services that give it, and the list of kinds."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import KindOfHelp
from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import services_giving
from drws.domains.directory.service.grouping import split_by_region
from drws.domains.directory.service.record import Service
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class KindOfHelpView:
    """What the page of a kind of help prints."""

    kind: KindOfHelp
    services_everywhere: tuple[Service, ...]
    """Services of this kind that are available in every region."""
    services_by_region: tuple[Group, ...]
    """Services of this kind that are not, under each region that has any."""
    regions: tuple[Region, ...]
    """All regions, for whoever wants to ask nearby."""


@dataclass(frozen=True, slots=True)
class KindsOfHelpView:
    """What the list of kinds prints."""

    kinds: tuple[KindOfHelp, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each kind."""
    kinds = sorted(planner.site.all(KindOfHelp), key=lambda kind: kind.order)
    yield from planner.page("kinds-of-help", "directory/kinds-of-help.html", KindsOfHelpView(tuple(kinds)))
    for kind in kinds:
        everywhere, by_region = split_by_region(services_giving(kind, planner.site), planner)
        view = KindOfHelpView(kind, everywhere, by_region, planner.by_name(planner.site.all(Region)))
        yield planner.entity_page(kind, kind.name, kind.description, view)
