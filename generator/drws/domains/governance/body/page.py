"""A page for each body: what it is for, who sits on it on the day, and who answers to whom."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import enquiry_contacts_of, provider
from drws.domains.governance.body.linked_data import linked_data
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import (
    Seat,
    answering_to,
    answers_to,
    became,
    formed_from,
    lead_authority_as,
    own_body,
    pattern_of,
    phase_of,
    seats,
)
from drws.domains.governance.post.record import Post
from drws.domains.governance.settings import GovernanceSettings
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.kernel.site import Site, known
from drws.kernel.term import Term, term
from drws.planning.page_plan import PagePlan
from drws.planning.plan import Planner

A = TypeVar("A", Body | Post, Actor)


class InRegion(NamedTuple):
    """A region, and its own body of a kind that every region has."""

    region: Region
    body: Body | Authority | None
    """Its own, or its lead authority where the body is that. None where nobody has recorded how it is there."""


@dataclass(frozen=True, slots=True)
class BodyView:
    """What the page of a body prints."""

    body: Body
    body_type: Term | None
    tier: Term | None
    phase: Phase
    """How the body stands to the day of the site."""
    region: Region | None
    pattern: Body | None
    """For a region's own body: what holds in every region."""
    in_regions: tuple[InRegion, ...]
    """For a body that every region has: each region."""
    current: tuple[Seat, ...]
    future: tuple[Seat, ...]
    former: tuple[Seat, ...]
    answers_to: tuple[Actor, ...]
    answering: tuple[Body | Post, ...]
    """Those that answer to it, and are there on the day."""
    formed_from: tuple[Body, ...]
    became: tuple[Body, ...]
    host: Organization | None
    contacts: tuple[Contact, ...]
    """Its own contacts."""
    region_contacts: tuple[Contact, ...]
    """Where it has none: those of its region's service."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page for each body."""
    for body in planner.site.all(Body):
        said = linked_data(body, planner)
        yield planner.entity_page(
            body, body.name, body.description, _view(body, planner), kind="governance", linked_data=said
        )


def _view(body: Body, planner: Planner) -> BodyView:
    site = planner.site
    all_seats = seats(body, site)
    contacts = known(site.of(Contact), body.contact_ids)
    host, region = provider(body.organization_id, site), site.get(Region, body.region_id)
    return BodyView(
        body=body,
        body_type=term(site.settings(GovernanceSettings).body_types, body.body_type),
        tier=term(site.settings(GovernanceSettings).tiers, body.tier_id),
        phase=phase_of(body, site),
        region=region,
        pattern=pattern_of(body, site),
        in_regions=tuple(_in_regions(body, planner)),
        current=tuple(seat for seat in all_seats if seat.phase is Phase.CURRENT),
        future=tuple(seat for seat in all_seats if seat.phase is Phase.FUTURE),
        former=tuple(seat for seat in all_seats if seat.phase is Phase.ENDED),
        answers_to=there(answers_to(body, site), site),
        answering=there(planner.by_name(answering_to(body, site)), site),
        formed_from=formed_from(body, site),
        became=became(body, site),
        host=host,
        contacts=contacts,
        region_contacts=enquiry_contacts_of(region, site) if region and not contacts else (),
    )


def _in_regions(body: Body, planner: Planner) -> Iterator[InRegion]:
    if body.in_each_region:
        for region in planner.by_name(planner.site.all(Region)):
            found = own_body(body, region, planner.site) or lead_authority_as(body, region, planner.site)
            yield InRegion(region, found)


def there(records: tuple[A, ...], site: Site) -> tuple[A, ...]:
    """Those of some bodies, posts and organizations that exist on the day of the site."""
    return tuple(record for record in records if phase_of(record, site) is Phase.CURRENT)
