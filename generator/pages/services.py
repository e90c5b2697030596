"""The list of all services, and the ways into it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Audience, KindOfHelp, Service
from generator.pages.plan import PagePlan, Planner


@dataclass(frozen=True, slots=True)
class ServicesView:
    """What the list of services prints."""

    services: tuple[Service, ...]
    """All that can be used, in alphabetical order."""
    audiences: tuple[Audience, ...]
    kinds: tuple[KindOfHelp, ...]


def plan(planner: Planner) -> Iterator[PagePlan]:
    """One page."""
    site = planner.site
    yield planner.page(
        "services",
        "pages/services.html",
        ServicesView(
            services=planner.by_name(site.listed_services),
            audiences=tuple(sorted(site.audiences.values(), key=lambda audience: audience.order)),
            kinds=tuple(sorted(site.kinds_of_help.values(), key=lambda kind: kind.order)),
        ),
    )
