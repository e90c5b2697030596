"""The areas of a service do not lie within one another.

A service that names an authority and also its region, or a region and also the whole nation, says two things: is it available in all of the
wider area, or in a part of it only?

Refused::

    data/services/blwch-llythyrau.yml: {area_ids: [dyffryn, llanfechan]}
"""

from collections.abc import Iterator

from drws.domains.directory.organization.record import Authority
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.problem import Problem
from drws.kernel.site import Site
from drws.planning.check import Subject

ID = "areas"


def check(subject: Subject) -> Iterator[Problem]:
    """Every area that is named beside one that takes it in, and every one that is named twice."""
    site = subject.site
    wide = [area.id for area in site.settings(DirectorySettings).areas]
    for service in site.all(Service):
        for index, id_ in enumerate(service.area_ids):
            place = service.at("area_ids", index)
            if id_ in service.area_ids[:index]:
                yield Problem(place, "areas.twice", {"id": id_})
            elif wider := next((each for each in _around(id_, site, wide) if each in service.area_ids), None):
                yield Problem(place, "areas.overlap", {"id": id_, "wider": wider})


def _around(area_id: str, site: Site, wide: list[str]) -> tuple[str, ...]:
    """The areas that take an area in, the nearest first."""
    if area_id in wide:
        return tuple(wide[wide.index(area_id) + 1 :])
    authority = site.get(Authority, area_id)
    return ((authority.region_id,) if authority else ()) + tuple(wide)
