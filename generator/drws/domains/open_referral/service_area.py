"""HSDS `service_area`: where a service is available. A region stands there as its authorities, which other programs know by their codes."""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import areas, authorities_in
from drws.domains.directory.service.record import Service
from drws.domains.open_referral.contact import area_names
from drws.domains.open_referral.ids import uuid_of
from drws.domains.open_referral.settings import OpenReferralSettings
from drws.domains.open_referral.stated import Stated, stated
from drws.kernel.site import Site
from drws.kernel.term import Term
from drws.planning.plan import Planner

STATISTICAL_GEOGRAPHY = "http://statistics.data.gov.uk/id/statistical-geography/"
"""How the addresses of areas of the Government Statistical Service begin."""


def service_areas(service: Service, planner: Planner) -> list[Stated]:
    """An area for each authority, and for each that is wider. `x_area` is the area that the record of the service names."""
    return [each for area_id in service.area_ids for each in _areas(area_id, service, planner)]


def covers(service: Service, authority: Authority, site: Site) -> bool:
    """Can somebody who lives there use it?"""
    own = {authority.id, authority.region_id}
    return any(id_ in own or isinstance(areas(site).get(id_), Term) for id_ in service.area_ids)


def _areas(area_id: str, service: Service, planner: Planner) -> Iterator[Stated]:
    site = planner.site
    area = areas(site).get(area_id)
    for named in area_names((area_id,), site):
        names = (service.KIND, service.id, "area", area_id)
        match area:
            case Region():
                for each in authorities_in(area, site):
                    yield _area(uuid_of(site, *names, each.id), each, named, planner)
            case Authority() | Term():
                yield _area(uuid_of(site, *names), area, named, planner)


def _area(id_: str, area: Authority | Term, named: str, planner: Planner) -> Stated:
    if isinstance(area, Authority):
        return stated(planner, id=id_, name=area.place, uri=f"{STATISTICAL_GEOGRAPHY}{area.code}", x_area=named)
    uris = planner.site.settings(OpenReferralSettings).open_referral.area_uris
    uri = next((each.uri for each in uris if each.area_id == area.id), None)
    return stated(planner, id=id_, name=area.name, uri=uri, x_area=named)
