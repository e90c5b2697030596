"""Who sits where and who answers to whom, as it stands on the day of a site."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import provider
from drws.domains.governance.body.record import Body, Membership
from drws.domains.governance.post.record import Holder, Post
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.kernel.site import Site, known


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership of a body, as it stands on the day of the site."""

    body: Body
    membership: Membership
    phase: Phase
    """Ended once the membership, its body or its post has ended."""
    post: Post | None
    on_behalf_of: Organization | None
    holders: tuple[Holder, ...]
    """Who holds the post on the day, where a source publishes it; of a seat that is past or to come, who held or will hold it then."""
    is_vacant: bool
    """Is the post known to have had a holder, and has none on the day?"""


def phase_of(record: Actor, site: Site) -> Phase:
    """How a body, a post or an organization stands to the day of the site."""
    return record.phase(site.as_of)


def holders_of(post: Post, site: Site, phase: Phase = Phase.CURRENT) -> tuple[Holder, ...]:
    """Those who hold a post on the day of the site, or held it, or will."""
    return tuple(holder for holder in post.holders if holder.phase(site.as_of) is phase)


def is_vacant(post: Post, site: Site) -> bool:
    """Is a post known to have had a holder, or to get one, and has none on the day? Without any name nobody can say, and of one that every
    region or authority has neither.
    """
    return (
        bool(post.holders)
        and not post.one_in_each
        and phase_of(post, site) is Phase.CURRENT
        and not holders_of(post, site)
    )


def seats(body: Body, site: Site) -> tuple[Seat, ...]:
    """All who sit, sat or will sit on a body, in the order of the record."""
    return tuple(_seat(body, membership, site) for membership in body.memberships)


def _seat(body: Body, membership: Membership, site: Site) -> Seat:
    post = site.get(Post, membership.post_id)
    phases = [each.phase(site.as_of) for each in (membership, body.period, *((post.period,) if post else ()))]
    phase = next((each for each in (Phase.ENDED, Phase.FUTURE) if each in phases), Phase.CURRENT)
    return Seat(
        body,
        membership,
        phase,
        post,
        provider(membership.on_behalf_of_id, site),
        _holding(post, membership, phase, site) if post and not membership.person else (),
        is_vacant=phase is Phase.CURRENT and post is not None and not membership.person and is_vacant(post, site),
    )


def _holding(post: Post, membership: Membership, phase: Phase, site: Site) -> tuple[Holder, ...]:
    """Who holds a post that has a seat; when the seat is past or to come, those who held or will hold the post in its time."""
    if phase is Phase.CURRENT:
        return holders_of(post, site)
    return tuple(holder for holder in post.holders if holder.meets(membership))


def seats_of(record: Post | Organization, site: Site) -> Iterator[Seat]:
    """Where the holder of a post, or somebody on behalf of an organization, sits, sat or will sit."""
    for body in site.all(Body):
        named = (each for each in body.memberships if record.id in (each.post_id, each.on_behalf_of_id))
        yield from (_seat(body, membership, site) for membership in named)


def pattern_of(body: Body, site: Site) -> Body | None:
    """For the body of one region, the record of what holds in every region."""
    return site.get(Body, body.pattern_id)


def answers_to(record: Actor, site: Site, region: Region | None = None) -> tuple[Actor, ...]:
    """Those to whom a body or a post answers, in one region where the question is about one.

    A region's own body answers as all of its kind do, unless it says otherwise; and it stands in the place of its kind.
    """
    if not isinstance(record, (Body, Post)):
        return ()
    ids = record.answers_to_ids
    if isinstance(record, Body):
        region = site.get(Region, record.region_id) or region
        pattern = pattern_of(record, site)
        ids = ids or (pattern.answers_to_ids if pattern else ())
    return tuple(found for id_ in ids if (found := _in_region(site.get(Actor, id_), region, site)))


def answering_to(record: Actor, site: Site) -> tuple[Body | Post, ...]:
    """The bodies and posts that answer to somebody, bodies first."""
    everyone: tuple[Body | Post, ...] = (*site.all(Body), *site.all(Post))
    return tuple(each for each in everyone if record in answers_to(each, site))


def own_body(pattern: Body, region: Region, site: Site) -> Body | None:
    """A region's own body of a kind that every region has, while it exists."""
    own = (each for each in site.all(Body) if each.pattern_id == pattern.id and each.region_id == region.id)
    return next((each for each in own if phase_of(each, site) is Phase.CURRENT), None)


def lead_authority_as(body: Body, region: Region, site: Site) -> Authority | None:
    """For the body that every region has in its lead authority: that authority, where the region names one."""
    return site.get(Authority, region.lead_authority_id) if body.is_lead_authority else None


def is_known_in(body: Body, region: Region, site: Site) -> bool:
    """Has somebody recorded how it is in a region: is it the region's own, or its lead authority?"""
    return not body.in_each_region or lead_authority_as(body, region, site) is not None


def _in_region(found: Actor | None, region: Region | None, site: Site) -> Actor | None:
    """What is meant in a region: its own body where it has one of the kind."""
    if region and isinstance(found, Body) and found.in_each_region:
        return own_body(found, region, site) or found
    return found


def bodies_in(region: Region, site: Site) -> tuple[Body, ...]:
    """The bodies of a region on the day of the site: its own, and in place of those that nobody has recorded what every region has."""
    current = [body for body in site.all(Body) if phase_of(body, site) is Phase.CURRENT]
    own = [body for body in current if body.region_id == region.id]
    patterns = [body for body in current if body.in_each_region]
    unmet = [pattern for pattern in patterns if not any(body.pattern_id == pattern.id for body in own)]
    order = {body.id: place for place, body in enumerate(patterns)}
    return tuple(sorted((*own, *unmet), key=lambda body: (order.get(body.pattern_id or body.id, len(order)), body.id)))


def bodies_hosted_by(organization: Organization, site: Site) -> tuple[Body, ...]:
    """The bodies that an organization hosts or is."""
    return tuple(body for body in site.all(Body) if body.organization_id == organization.id)


def formed_from(body: Body, site: Site) -> tuple[Body, ...]:
    """The bodies that became this one."""
    return known(site.of(Body), body.formed_from_ids)


def became(body: Body, site: Site) -> tuple[Body, ...]:
    """The bodies that this one became."""
    return tuple(each for each in site.all(Body) if body.id in each.formed_from_ids)
