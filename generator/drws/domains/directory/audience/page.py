"""A page for each audience, with its questions and the services for it, and the list of audiences."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.audience.record import Audience
from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import services_for
from drws.domains.directory.service.grouping import split_by_region
from drws.domains.directory.service.record import Service
from drws.planning.plan import Group, PagePlan, Planner


@dataclass(frozen=True, slots=True)
class AudienceView:
    """What the page of an audience prints."""

    audience: Audience
    services_everywhere: tuple[Service, ...]
    """Services for it that are available in every region."""
    services_by_region: tuple[Group, ...]
    """Services for it that are not, under each region that has any."""
    regions: tuple[Region, ...]
    """All regions, for whoever wants to ask nearby."""


@dataclass(frozen=True, slots=True)
class AudiencesView:
    """What the list of audiences prints."""

    audiences: tuple[Audience, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each audience."""
    audiences = sorted(planner.site.all(Audience), key=lambda audience: audience.order)
    yield from planner.page("audiences", "directory/audiences.html", AudiencesView(tuple(audiences)))
    for audience in audiences:
        yield planner.entity_page(audience, audience.name, audience.description, _view(audience, planner))


def _view(audience: Audience, planner: Planner) -> AudienceView:
    services = services_for(audience, planner.site)
    everywhere, by_region = split_by_region(services, planner)
    return AudienceView(
        audience=audience,
        services_everywhere=everywhere,
        services_by_region=by_region,
        regions=planner.by_name(planner.site.all(Region)),
    )
