"""A page for each post, and the list of them: what it is for, who holds it, where its holder sits."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.directory.contact.record import Contact
from drws.domains.directory.organization.record import Organization
from drws.domains.directory.queries import provider
from drws.domains.governance.body.page import there
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import Seat, answering_to, answers_to, holders_of, is_vacant, phase_of, seats_of
from drws.domains.governance.post.record import Holder, Post
from drws.domains.governance.settings import GovernanceSettings
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.kernel.site import known
from drws.kernel.term import Term, term
from drws.planning.page_plan import Group, PagePlan
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class PostView:
    """What the page of a post prints."""

    post: Post
    tier: Term | None
    phase: Phase
    """How the post stands to the day of the site."""
    is_vacant: bool
    current: tuple[Holder, ...]
    future: tuple[Holder, ...]
    former: tuple[Holder, ...]
    seats: tuple[Seat, ...]
    """Where its holder sits on the day."""
    other_seats: tuple[Seat, ...]
    """Where its holder sat, or will sit."""
    answers_to: tuple[Actor, ...]
    answering: tuple[Body | Post, ...]
    """Those that answer to it, and are there on the day."""
    employer: Organization | None
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class PostsView:
    """What the list of posts prints."""

    tiers: tuple[Group, ...]
    """Each tier that has posts, with those that exist on the day."""
    others: tuple[Post, ...]
    """Posts that have ended, or are still to come."""


def plan(planner: Planner) -> Iterator[PagePlan]:
    """The list, then one page for each post."""
    site = planner.site
    posts = planner.by_name(site.all(Post))
    current = tuple(post for post in posts if phase_of(post, site) is Phase.CURRENT)
    tiers = (
        Group(tier, tuple(post for post in current if post.tier_id == tier.id))
        for tier in site.settings(GovernanceSettings).tiers
    )
    view = PostsView(
        tuple(group for group in tiers if group.members), tuple(post for post in posts if post not in current)
    )
    yield from planner.page("posts", "governance/posts.html", view, kind="governance")
    for post in site.all(Post):
        yield planner.entity_page(post, post.name, post.description, _view(post, planner), kind="governance")


def _view(post: Post, planner: Planner) -> PostView:
    site = planner.site
    all_seats = tuple(seats_of(post, site))
    return PostView(
        post=post,
        tier=term(site.settings(GovernanceSettings).tiers, post.tier_id),
        phase=phase_of(post, site),
        is_vacant=is_vacant(post, site),
        current=holders_of(post, site),
        future=holders_of(post, site, Phase.FUTURE),
        former=holders_of(post, site, Phase.ENDED),
        seats=tuple(seat for seat in all_seats if seat.phase is Phase.CURRENT),
        other_seats=tuple(seat for seat in all_seats if seat.phase is not Phase.CURRENT),
        answers_to=there(answers_to(post, site), site),
        answering=there(planner.by_name(answering_to(post, site)), site),
        employer=provider(post.organization_id, site),
        contacts=known(site.of(Contact), post.contact_ids),
    )
