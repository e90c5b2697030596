"""Services in the order a visitor needs them: what is there for everyone, then what is there in each region."""

from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import authorities_in, services_everywhere
from drws.domains.directory.service.record import Service
from drws.planning.page_plan import Group
from drws.planning.plan import Planner


def split_by_region(services: tuple[Service, ...], planner: Planner) -> tuple[tuple[Service, ...], tuple[Group, ...]]:
    """The services that are available in every region, and the others under the region in which they are."""
    site = planner.site
    everywhere = {each.id for each in services_everywhere(site)}
    groups = []
    for region in planner.by_name(site.all(Region)):
        here = {region.id, *(authority.id for authority in authorities_in(region, site))}
        members = planner.by_name(
            service for service in services if service.id not in everywhere and here & set(service.area_ids)
        )
        if members:
            groups.append(Group(region, members))
    return planner.by_name(service for service in services if service.id in everywhere), tuple(groups)
