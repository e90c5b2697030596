"""The feeds that there are, as plain values: everything, and by topic, kind and owner. `export.py` writes them."""

from collections.abc import Iterator
from dataclasses import dataclass

from drws.domains.governance.post.record import Post
from drws.domains.policies.changes.events import Event, events
from drws.domains.policies.policy.record import Policy
from drws.domains.policies.settings import PolicySettings
from drws.kernel.site import Site, derived
from drws.kernel.text import Text

MOST = 100
"""Entries in a feed: the page has the older ones."""


@dataclass(frozen=True, slots=True)
class Feed:
    """What happened to some of the policies."""

    facet: str
    """By what they were chosen: `topic`, `kind` or `owner`; empty for all."""
    id: str
    """Which topic, kind or post it is."""
    name: Text | None
    """What that is called."""
    events: tuple[Event, ...]
    """Those with a date, the newest first."""

    @property
    def page(self) -> str:
        """How links name the file: `feed`, `feed:topic:contact`."""
        return f"feed:{self.facet}:{self.id}" if self.facet else "feed"


@derived
def feeds(site: Site) -> tuple[Feed, ...]:
    """Everything first, then each topic, kind and owner of which anything is known. A site with no event has no feed."""
    dated = tuple(event for event in events(site) if event.date)
    choices = (("", "", None), *_choices(site))
    made = (
        Feed(
            facet, id_, name, tuple(event for event in dated if not facet or id_ in _chosen(event.policy, facet))[:MOST]
        )
        for facet, id_, name in choices
    )
    return tuple(feed for feed in made if feed.events)


def _choices(site: Site) -> Iterator[tuple[str, str, Text]]:
    settings = site.settings(PolicySettings)
    yield from (("topic", each.id, each.name) for each in settings.policy_topics)
    yield from (("kind", each.id, each.name) for each in settings.policy_types)
    yield from (("owner", each.id, each.name) for each in site.all(Post))


def _chosen(policy: Policy, facet: str) -> tuple[str | None, ...]:
    match facet:
        case "topic":
            return policy.topic_ids
        case "kind":
            return (policy.policy_type_id,)
        case _:
            return (policy.owner_id,)
