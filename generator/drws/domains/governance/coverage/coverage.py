"""Who carries a function out in a region: the proof that nothing which the law asks for is nobody's work."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from drws.domains.directory.audience.record import KindOfHelp
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import authorities_in, services_giving
from drws.domains.directory.service.record import Service
from drws.domains.governance.body.record import Body
from drws.domains.governance.function.record import Function, Gap
from drws.domains.governance.hierarchy import phase_of
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.kernel.site import Site, known


class CoverageState(StrEnum):
    """How sure it is that somebody carries a function out."""

    SHOWN = "shown"
    """A service in which visitors meet it is known."""
    NAMED = "named"
    """A record says who carries it out; no service of theirs was found."""
    GAP = "gap"
    """Nobody was found, and the record says why."""
    NOBODY = "nobody"
    """Nobody was found, and no record says why."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A function in a region."""

    function: Function
    region: Region
    actors: tuple[Actor, ...]
    """Who is named as carrying it out there, besides whoever `carried_out_in_each` means."""
    services: tuple[Service, ...]
    """The services there in which visitors meet it."""
    gaps: tuple[Gap, ...]
    """What the record says of nobody carrying it out there."""

    @property
    def state(self) -> CoverageState:
        """The strongest that can be said."""
        if self.services:
            return CoverageState.SHOWN
        if self.actors or self.function.carried_out_in_each:
            return CoverageState.NAMED
        return CoverageState.GAP if self.gaps else CoverageState.NOBODY


def coverage_of(site: Site, function: Function, region: Region) -> Coverage:
    """Who carries a function out in a region."""
    gaps = tuple(gap for gap in function.gaps if gap.region_id in (None, region.id))
    return Coverage(function, region, tuple(_actors(site, function, region)), _services(site, function, region), gaps)


def _actors(site: Site, function: Function, region: Region) -> Iterator[Actor]:
    """Those that are named, are there on the day, and belong to the region or to no region at all."""
    for id_ in function.carried_out_by_ids:
        found = site.get(Actor, id_)
        if found and phase_of(found, site) is Phase.CURRENT and _place(found) in (None, region.id):
            yield found


def _place(found: Actor) -> str | None:
    """The region to which somebody belongs."""
    if isinstance(found, Region):
        return found.id
    return found.region_id if isinstance(found, (Authority, Body)) else None


def _services(site: Site, function: Function, region: Region) -> tuple[Service, ...]:
    """The function's own services that the region or its authorities give, or that belong to no region; and the region's of its kinds."""
    here = {region.id, *(authority.id for authority in authorities_in(region, site))}
    # Not those that share an id with a region or an authority: that is a mistake which another check reports.
    of_no_region = site.of(Organization).keys() - site.of(Region).keys() - site.of(Authority).keys()
    own = [
        service
        for service in known(site.of(Service), function.service_ids)
        if service.is_listed and (here & set(service.provider_ids) or set(service.provider_ids) <= of_no_region)
    ]
    of_kinds = [
        service
        for kind in known(site.of(KindOfHelp), function.kind_of_help_ids)
        for service in services_giving(kind, site)
        if here & set(service.provider_ids)
    ]
    return tuple(dict.fromkeys((*own, *of_kinds)))
