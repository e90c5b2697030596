"""Agencies side by side: a person may approach any of them, and should see what each says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.directory.audience.record import KindOfHelp
from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import (
    agencies,
    areas,
    authorities_in,
    enquiry_contacts_of,
    has_agencies,
    places_by_name,
    services_by,
    type_of,
)
from drws.domains.directory.service.record import Service
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.site import known
from drws.kernel.term import Term
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner

MOST = 4
"""How many agencies stand side by side at once: as many as a wide window has room for."""


class Agency(NamedTuple):
    """A column of the comparison."""

    organization: Organization
    organization_type: Term | None
    areas: tuple[Authority | Region | Term, ...]
    """Where it works: the authorities of a region, or the widest areas of what it provides."""
    contacts: tuple[Contact, ...]
    """Whom to ask; may be none."""


class KindRow(NamedTuple):
    """A kind of help, and what each agency gives of it."""

    kind: KindOfHelp
    services: tuple[tuple[Service, ...], ...]
    """For each agency, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What the comparison prints."""

    agencies: tuple[Agency, ...]
    kinds: tuple[KindRow, ...]
    """Kinds of help of which at least one agency has a service of its own."""
    most: int = MOST
    """How many agencies a visitor can choose."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page, where there is somebody to compare."""
    site = planner.site
    if not has_agencies(site):
        return
    place = {term_id: place for place, term_id in enumerate(site.settings(DirectorySettings).agency_type_ids)}
    organizations = sorted(planner.by_name(agencies(site)), key=lambda each: place[each.organization_type])
    kinds = (
        KindRow(kind, tuple(_services(organization, kind, planner) for organization in organizations))
        for kind in sorted(site.all(KindOfHelp), key=lambda kind: kind.order)
    )
    columns = tuple(_agency(organization, planner) for organization in organizations)
    yield from planner.page(
        "compare", "directory/compare.html", ComparisonView(columns, tuple(row for row in kinds if any(row.services)))
    )


def _agency(organization: Organization, planner: Planner) -> Agency:
    site = planner.site
    where: tuple[Authority | Region | Term, ...]
    if isinstance(organization, Region):
        where = places_by_name(authorities_in(organization, site), planner)
    else:
        found = known(
            areas(site), dict.fromkeys(id_ for each in services_by(organization, site) for id_ in each.area_ids)
        )
        where = tuple(area for area in found if isinstance(area, Term)) or found  # who works everywhere works there too
    return Agency(organization, type_of(organization, site), where, enquiry_contacts_of(organization, site))


def _services(organization: Organization, kind: KindOfHelp, planner: Planner) -> tuple[Service, ...]:
    return planner.by_name(
        service for service in services_by(organization, planner.site) if kind.id in service.kind_of_help_ids
    )
