"""Who stands in a structure chart: that of the whole partnership, and that of one region."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drws.domains.directory.organization.record import Authority, Organization, Region
from drws.domains.directory.queries import authorities_in, places_by_name
from drws.domains.governance.body.record import Body
from drws.domains.governance.hierarchy import answers_to, bodies_in, is_known_in, lead_authority_as, phase_of
from drws.domains.governance.post.record import Post
from drws.domains.governance.settings import GovernanceSettings
from drws.domains.governance.structure.chart_parts import Drawing
from drws.domains.governance.structure.chart_tall import tall
from drws.domains.governance.structure.chart_trees import Branch, Node, Tier, branches
from drws.domains.governance.structure.chart_wide import wide
from drws.kernel.period import Phase
from drws.kernel.roles import Actor
from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class Outline:
    """A tier of the chart in words."""

    name: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class StructureChart:
    """A structure chart, drawn twice and in words: all say the same."""

    tall: Drawing
    """For a phone."""
    wide: Drawing
    """For a wide window and for paper."""
    outlines: tuple[Outline, ...]
    nodes: dict[str, Node]
    """Everyone in it by key."""


def chart_of_all(planner: Planner) -> StructureChart:
    """Everyone who is there on the day of the site, whatever the region."""
    site = planner.site
    bodies = [body for body in site.all(Body) if body.region_id is None]
    actors: list[Actor] = [*bodies, *site.all(Post)]
    actors = [each for each in actors if phase_of(each, site) is Phase.CURRENT]
    councils = len(site.of(Authority))
    everyone = (
        Node(
            key="authorities",
            name=planner.say("chart.authorities", n=councils),
            language=None,
            note=planner.say("chart.every_authority"),
            url=planner.url("authorities"),
            kind="organization",
            is_settled=True,
            above=(),
        ),
    )
    return _chart(_with_those_above(actors, planner), planner, local=everyone if councils else ())


def chart_of(region: Region, planner: Planner) -> StructureChart:
    """Everyone of a region who is there on the day of the site, and those to whom they answer."""
    site = planner.site
    posts = [post for post in site.all(Post) if post.one_in_each and phase_of(post, site) is Phase.CURRENT]
    own: list[Actor] = [*bodies_in(region, site), *posts]
    actors = _with_those_above(own, planner, region)
    councils = (
        Node(
            key=authority.id,
            name=planner.plain(authority.name),
            language=planner.foreign(authority.name),
            note=planner.say("region.lead") if authority.id == region.lead_authority_id else "",
            url=planner.url(authority),
            kind="organization",
            is_settled=True,
            above=(),
        )
        for authority in places_by_name(authorities_in(region, site), planner)
    )
    return _chart(actors, planner, local=councils, region=region)


def _with_those_above(actors: Iterable[Actor], planner: Planner, region: Region | None = None) -> list[Actor]:
    """Actors, and those to whom they answer, and so on upwards."""
    found = list(actors)
    for each in found:
        found += [
            above
            for above in answers_to(each, planner.site, region)
            if above not in found and _is_there(above, planner)
        ]
    return found


def _is_there(actor: Actor, planner: Planner) -> bool:
    return phase_of(actor, planner.site) is Phase.CURRENT


def _chart(
    actors: list[Actor], planner: Planner, *, local: Iterable[Node], region: Region | None = None
) -> StructureChart:
    tiers = planner.site.settings(GovernanceSettings).tiers
    below = Counter(above.id for each in actors for above in answers_to(each, planner.site, region))
    at = {
        tier.id: [
            _node(each, planner, region)
            for each in sorted(_ordered(actors, tier.id, planner), key=lambda each: not below[each.id])
        ]
        for tier in tiers
    }
    at[tiers[-1].id] += [node for node in local if all(node.key != each.id for each in actors)]
    levels = [Tier(planner.plain(tier.name), at[tier.id]) for tier in tiers if at[tier.id]]
    return StructureChart(
        tall(levels),
        wide(levels),
        tuple(Outline(level.name, branches(level)) for level in levels),
        {node.key: node for level in levels for node in level.nodes},
    )


def _ordered(actors: list[Actor], tier_id: str, planner: Planner) -> Iterator[Actor]:
    """Those of a tier: organizations, bodies in the order of their types, then posts."""
    types = [kind.id for kind in planner.site.settings(GovernanceSettings).body_types]
    here = [each for each in actors if _tier_id(each, planner) == tier_id]
    yield from planner.by_name(each for each in here if isinstance(each, Organization))
    for kind in types:
        yield from planner.by_name(each for each in here if isinstance(each, Body) and each.body_type == kind)
    yield from planner.by_name(each for each in here if isinstance(each, Post))


def _tier_id(actor: Actor, planner: Planner) -> str:
    """An organization stands at the widest tier; an authority at the nearest, and a region above it."""
    if isinstance(actor, (Body, Post)):
        return actor.tier_id
    tiers = planner.site.settings(GovernanceSettings).tiers
    return tiers[-1 if isinstance(actor, Authority) else -2 if isinstance(actor, Region) and len(tiers) > 1 else 0].id


def _node(actor: Actor, planner: Planner, region: Region | None) -> Node:
    notes = list(_notes(actor, planner, region))
    return Node(
        key=actor.id,
        name=planner.plain(actor.name),
        language=planner.foreign(actor.name),
        note=". ".join(notes),
        url=planner.url(actor),
        kind="body" if isinstance(actor, Body) else "post" if isinstance(actor, Post) else "organization",
        is_settled=not _is_open(actor, planner, region),
        above=tuple(above.id for above in answers_to(actor, planner.site, region) if _is_there(above, planner)),
    )


def _is_open(actor: Actor, planner: Planner, region: Region | None) -> bool:
    """Is it not known whether the body is there as drawn: only proposed, or what every region should have and nobody recorded here?"""
    return isinstance(actor, Body) and (
        actor.status_note is not None or (region is not None and not is_known_in(actor, region, planner.site))
    )


def _notes(actor: Actor, planner: Planner, region: Region | None) -> Iterator[str]:
    if isinstance(actor, Post):
        where = f"chart.post_in_each.{actor.one_in_each}" if actor.one_in_each and not region else "chart.post"
        yield planner.say(where)
    elif isinstance(actor, Body):
        if region and (lead := lead_authority_as(actor, region, planner.site)):
            yield planner.plain(lead.name)
        elif actor.in_each_region:
            yield planner.say("chart.not_confirmed_here" if region else "chart.in_each_region")
        if actor.status_note:
            yield planner.say("chart.not_settled")
