"""What stands on the home page around its hand-written words: the doors, and the way on."""

from dataclasses import dataclass

from generator.model import Audience, Contact, KindOfHelp
from generator.pages.plan import Group, Planner
from generator.pages.region import regions_with_authorities


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the home page prints."""

    doors: tuple[Audience, ...]
    """The audiences that have a door, in their order."""
    others: tuple[Audience, ...]
    """The audiences that have none."""
    kinds: tuple[KindOfHelp, ...]
    regions: tuple[Group, ...]
    """Each region with its authorities."""
    contacts: tuple[Contact, ...]
    """The number to ring: the partnership's helpline, or the next best."""


def home_view(planner: Planner) -> HomeView:
    """What the home page prints, in one language."""
    site = planner.site
    audiences = sorted(site.audiences.values(), key=lambda audience: audience.order)
    return HomeView(
        doors=tuple(audience for audience in audiences if audience.door),
        others=tuple(audience for audience in audiences if not audience.door),
        kinds=tuple(sorted(site.kinds_of_help.values(), key=lambda kind: kind.order)),
        regions=regions_with_authorities(planner),
        contacts=site.fallback_contacts,
    )
