"""Which areas have a page of their own of a policy, and which annex of an area holds on a day."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from drws.domains.directory.organization.record import Authority, Region
from drws.domains.policies.local.record import Annex
from drws.domains.policies.policy.record import Policy, Version
from drws.domains.policies.policy.standing import current_version, known_versions
from drws.kernel.period import Period, Phase
from drws.kernel.site import Site
from drws.kernel.values import PartialDate

LocalArea: TypeAlias = Region | Authority
"""An area that can add to a policy."""


def local_areas(policy: Policy, site: Site) -> Iterator[LocalArea]:
    """The areas with a page of the policy: every region in which it holds, where any of its versions names contacts; and those that have,
    or had, an annex. A page stays when its annex ends: people have its address.
    """
    adding = {annex.area_id for annex in policy.annexes if annex.is_known_on(site.as_of)}
    has_contacts = any(version.local_contacts for version in known_versions(policy, site.as_of))
    for region in site.all(Region):
        if region.id in adding or (has_contacts and holds_in(policy, region)):
            yield region
    yield from (authority for authority in site.all(Authority) if authority.id in adding)


def area_of(annex: Annex, site: Site) -> LocalArea | None:
    """The area that adds an annex. None where its id has no record: a check reports it."""
    return site.get(Region, annex.area_id) or site.get(Authority, annex.area_id)


def holds_in(policy: Policy, area: LocalArea) -> bool:
    """Does the policy hold in an area?"""
    return not policy.region_ids or region_id_of(area) in policy.region_ids


def region_id_of(area: LocalArea) -> str:
    """The region that an area is, or belongs to."""
    return area.region_id if isinstance(area, Authority) else area.id


def around(area: LocalArea, site: Site) -> tuple[LocalArea, ...]:
    """Those whose additions hold in an area, the wider first: an authority has those of its region too."""
    region = site.get(Region, region_id_of(area))
    return tuple(dict.fromkeys(each for each in (region, area) if each))


def current_annex(policy: Policy, area_id: str, day: date) -> Annex | None:
    """The annex of an area that holds on a day; where none does, the newest draft."""
    known = [annex for annex in policy.annexes if annex.area_id == area_id and annex.is_known_on(day)]
    holding = [annex for annex in known if not annex.is_draft and annex_span(annex, policy).phase(day) is Phase.CURRENT]
    drafts = [annex for annex in known if annex.is_draft and annex.in_force.phase(day) is Phase.CURRENT]
    return next(reversed(holding or drafts), None)


def versions_beside(policy: Policy, annex: Annex, day: date) -> Iterator[Version]:
    """The versions that count while an annex holds. Where a day is missing, the one that counts on `day` if the annex holds then."""
    for version in policy.versions:
        if version.in_force.start_date and not annex.is_draft:
            if _version_span(version, policy).meets(annex_span(annex, policy)):
                yield version
        elif version is current_version(policy, day) and annex is current_annex(policy, annex.area_id, day):
            yield version


def annex_span(annex: Annex, policy: Policy) -> Period:
    """Until its own end, or the day before the next of its area."""
    own = [each for each in policy.annexes if each.area_id == annex.area_id and not each.is_draft]
    return _until_next(annex.in_force, [each.in_force for each in own])


def _version_span(version: Version, policy: Policy) -> Period:
    return _until_next(version.in_force, [each.in_force for each in policy.versions])


def _until_next(period: Period, all_: list[Period]) -> Period:
    if period.end_date or period.start_date is None:
        return period
    starts = (each.start_date.first_day for each in all_ if each.start_date)
    following = min((start for start in starts if start > period.start_date.first_day), default=None)
    if following is None:
        return period
    end = following - timedelta(days=1)
    return period.model_copy(update={"end_date": PartialDate(end.year, end.month, end.day)})
