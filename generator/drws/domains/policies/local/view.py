"""What the pages of a policy print of its local parts: the page of an area has them in place, the policy's own page leads there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Region
from drws.domains.directory.queries import authorities_in, places_by_name
from drws.domains.governance.body.record import Body
from drws.domains.policies.local.areas import LocalArea, annex_span, around, current_annex, local_areas
from drws.domains.policies.local.parts import LocalContact, LocalPart, local_parts, opening_of
from drws.domains.policies.local.record import Annex
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.text.record import Passage
from drws.kernel.site import Site, grouped
from drws.kernel.values import PartialDate
from drws.planning.addresses import name_of
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class LocalPage:
    """The page of a policy in an area."""

    area: LocalArea
    page: str
    """Its name."""
    authorities: tuple[Authority, ...]
    """Those of a region, by which people know that it is theirs."""


class AnnexView(NamedTuple):
    """An annex that holds in the area of the page."""

    area: LocalArea
    annex: Annex
    opening: Mapping[str, Passage] | None
    """What it says before its first heading, in each language."""
    approved_by: Body | None
    until: PartialDate | None
    """Its last day, where that is known."""


@dataclass(frozen=True, slots=True)
class LocalView:
    """What a page of a policy prints of its local parts."""

    area: LocalArea | None = None
    """The area whose page it is."""
    parts: Mapping[str, tuple[LocalPart, ...]] = field(default_factory=dict)
    """On that page: what stands after each clause, by its id."""
    annexes: tuple[AnnexView, ...] = ()
    """On that page: the annexes that hold, the wider area first."""
    pages: tuple[LocalPage, ...] = ()
    """The pages of all areas, in alphabetical order."""
    by_clause: Mapping[str, tuple[LocalPage, ...]] = field(default_factory=dict)
    """On the policy's own page: the pages on which something stands after a clause."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact that the page of an area shows."""
        shown = [part for parts in self.parts.values() for part in parts if isinstance(part, LocalContact)]
        groups = [each.contacts for each in shown] + [group.members for each in shown for group in each.authorities]
        return tuple(contact for contacts in groups for contact in contacts)


NOTHING_LOCAL = LocalView()
"""On the page of a version: what areas add is shown beside what counts."""


def local_page(policy: Policy, area: LocalArea) -> str:
    """The name of the page of a policy in an area: `policy:letterbox/north`."""
    return f"{name_of(policy)}/{area.id}"


def local_view(policy: Policy, planner: Planner) -> LocalView:
    """What the policy's own page prints."""
    pages = _pages(policy, planner)
    added = ((each, local_parts(policy, each.area, planner)) for each in pages)
    return LocalView(pages=pages, by_clause=grouped((id_, page) for page, parts in added for id_ in parts))


def view_in(policy: Policy, area: LocalArea, planner: Planner) -> LocalView:
    """What the page of an area prints."""
    site = planner.site
    return LocalView(
        area,
        local_parts(policy, area, planner),
        tuple(_annexes(policy, area, site)),
        _pages(policy, planner),
    )


def _annexes(policy: Policy, area: LocalArea, site: Site) -> Iterator[AnnexView]:
    for each in around(area, site):
        if annex := current_annex(policy, each.id, site.as_of):
            approved_by = site.get(Body, annex.approved_by_id)
            until = annex_span(annex, policy).end_date
            yield AnnexView(each, annex, opening_of(policy, each, site), approved_by, until)


def _pages(policy: Policy, planner: Planner) -> tuple[LocalPage, ...]:
    areas = planner.by_name(local_areas(policy, planner.site))
    return tuple(LocalPage(area, local_page(policy, area), _authorities(area, planner)) for area in areas)


def _authorities(area: LocalArea, planner: Planner) -> tuple[Authority, ...]:
    return places_by_name(authorities_in(area, planner.site), planner) if isinstance(area, Region) else ()
