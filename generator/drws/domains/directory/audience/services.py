"""The services for an audience in the order in which they help: those near a person first, then those for everybody, by kind of help."""

from typing import NamedTuple

from drws.domains.directory.audience.record import Audience, KindOfHelp
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import enquiry_line_of, services_everywhere, services_for
from drws.domains.directory.region.page import regions_with_authorities
from drws.domains.directory.service.record import Service
from drws.kernel.site import grouped
from drws.kernel.values import PhoneNumber
from drws.planning.page_plan import Group
from drws.planning.plan import Planner


class Nearby(NamedTuple):
    """What there is for an audience in one region."""

    region: Region
    authorities: tuple[Authority, ...]
    phone: PhoneNumber | None
    """The number of the regional service, where it has one."""
    services: tuple[Service, ...]


def nearby(audience: Audience, planner: Planner) -> tuple[Nearby, ...]:
    """Every region, with the services that are not everywhere."""
    return tuple(
        _in_region(region, members, audience, planner) for region, members in regions_with_authorities(planner)
    )


def _in_region(region: Region, authorities: tuple[Authority, ...], audience: Audience, planner: Planner) -> Nearby:
    site = planner.site
    line = enquiry_line_of(region, site)
    everywhere = {service.id for service in services_everywhere(site)}
    here = {region.id, *(authority.id for authority in authorities)}
    services = (
        service
        for service in _in_order(audience, planner)
        if service.id not in everywhere and here & set(service.area_ids)
    )
    return Nearby(region, authorities, line.number if line else None, tuple(services))


def everywhere_by_kind(audience: Audience, planner: Planner) -> tuple[Group, ...]:
    """The services that are in every region, each once: under the kind of help that comes first for the audience."""
    kinds = _kinds(audience, planner)
    ids = {service.id for service in services_everywhere(planner.site)}
    by_kind = grouped(
        (_first_kind(service, kinds), service) for service in _in_order(audience, planner) if service.id in ids
    )
    return tuple(Group(kinds[id_], services) for id_, services in by_kind.items())


def _in_order(audience: Audience, planner: Planner) -> list[Service]:
    """By kind of help; within a kind what is for few audiences before what is for many."""
    kinds = _kinds(audience, planner)
    places = list(kinds)
    return sorted(
        planner.by_name(services_for(audience, planner.site)),
        key=lambda service: (places.index(_first_kind(service, kinds)), len(service.audience_ids)),
    )


def _kinds(audience: Audience, planner: Planner) -> dict[str, KindOfHelp]:
    """All kinds of help: in the order of the audience, then in their own."""
    kinds = planner.site.of(KindOfHelp)
    own = [id_ for id_ in audience.kind_of_help_ids if id_ in kinds]
    rest = sorted((kind for kind in kinds.values() if kind.id not in own), key=lambda kind: kind.order)
    return {kind.id: kind for kind in (*(kinds[id_] for id_ in own), *rest)}


def _first_kind(service: Service, kinds: dict[str, KindOfHelp]) -> str:
    return next(id_ for id_ in kinds if id_ in service.kind_of_help_ids)
