"""Who comes for the first time: one visit to a page of every type, in a new window, and all that can be asked about it.

Nobody else learns of it (promises 1 and 3), nothing is kept in the browser, the page is light, and what is there stays where it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.planning.page_plan import PagePlan

from .sample import one_in_turn
from .visits import DESKTOP, KEPT_IN_THE_BROWSER, PHONE, SHIFTS, WATCH_SHIFTS, Windows, Witness, weigh

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

AT_A_TIME = 8
"""Pages that are open at the same moment."""
MOST_BYTES = 64_500
MOST_BYTES_OF = {
    "services": 70_000,  # the directory holds every service, and what narrows them down
    "library": 70_000,  # every document stands on it, and what narrows them down
    "search": 112_000,  # the search page comes with all that asks the index, in many small files, and with all words of danger
    "contact": 72_000,  # every contact stands on it, and one can leave it at once
    "complaints": 65_000,  # every route, with who takes complaints in every area
    "agreement": 66_000,  # all clauses of an agreement stand on one page
}
"""What a first visit to a page may fetch, compressed, headers included. Editors add contacts, services and words of danger: there is room for more."""


# Until there are words on the page. A font that comes after that comes late.
SEEN = """() => new Promise((done) => new PerformanceObserver((list) => list.getEntriesByName('first-contentful-paint').length && done())
    .observe({ type: 'paint', buffered: true }))"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a first visit to a page led to."""

    witness: Witness
    sizes: dict[str, int]
    """Of every file that was fetched, as it came over the line."""
    late: int
    """How many fonts came when there were words on the page already."""
    shifts: list[Any]
    """What moved, and how far."""
    kept: list[Any]
    """What the browser keeps."""


@dataclass(slots=True)
class Tab:
    """A tab that takes nothing from what was fetched before. Fonts are held up until somebody lets them come."""

    page: "Page"
    origin: str
    held: "list[Route]" = field(default_factory=list)
    witness: Witness = field(default_factory=Witness)
    sizes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Before the first visit."""
        self.witness.watch(self.page)
        self.sizes = weigh(self.page, self.origin, anew=True)
        self.page.add_init_script(WATCH_SHIFTS)
        self.page.route("**/*.woff2", lambda route: self.held.append(route))  # noqa: PLW0108  Playwright writes into what it is handed

    def begin(self, plan: PagePlan) -> None:
        """Ask for a page: on a phone in one language, at a desk in the other."""
        self.page.set_viewport_size(PHONE if plan.language == "cy" else DESKTOP)
        self.page.goto(plan.url, wait_until="commit")

    def let_fonts_come(self) -> None:
        """Once the page shows words without them."""
        self.page.evaluate(SEEN)
        for route in self.held:
            route.continue_()

    def arrive(self) -> Arrival:
        """Wait for what the page might still ask for, and begin anew."""
        self.page.wait_for_load_state("networkidle")
        shifts, kept = self.page.evaluate(SHIFTS), self.page.evaluate(KEPT_IN_THE_BROWSER)
        witness = Witness([*self.witness.requests], [*self.witness.complaints])
        arrival = Arrival(witness, {**self.sizes}, len(self.held), shifts, [*kept, *self.page.context.cookies()])
        for noted in (self.witness.requests, self.witness.complaints, self.sizes, self.held):
            noted.clear()
        return arrival


@pytest.fixture(scope="module")
def arrivals(windows: Windows) -> dict[str, Arrival]:
    """A first visit to a page of every type, several at a time: most of it is waiting for what a page might still ask for."""
    plans = one_in_turn()
    arrived: dict[str, Arrival] = {}
    with windows.new() as context:
        tabs = [Tab(context.new_page(), windows.origin) for _ in range(AT_A_TIME)]
        for start in range(0, len(plans), AT_A_TIME):
            arrived |= _arrive_together(plans[start : start + AT_A_TIME], tabs)
    return arrived


def _arrive_together(plans: Sequence[PagePlan], tabs: Sequence[Tab]) -> dict[str, Arrival]:
    visits = list(zip(plans, tabs, strict=False))
    for plan, tab in visits:
        tab.begin(plan)
    for _, tab in visits:
        tab.let_fonts_come()
    return {plan.url: tab.arrive() for plan, tab in visits}


@pytest.fixture
def arrival(either: PagePlan, arrivals: dict[str, Arrival]) -> Arrival:
    """The first visit to the page."""
    return arrivals[either.url]


def test_a_page_asks_nobody_else(arrival: Arrival, origin: str) -> None:
    """Every request goes to our own origin; nothing fails, nothing is blocked and nothing is kept in the browser."""
    assert [address for address in arrival.witness.requests if not address.startswith(f"{origin}/")] == []
    assert arrival.witness.complaints == []
    assert arrival.kept == []


def test_a_first_visit_is_light(arrival: Arrival, either: PagePlan) -> None:
    """A page with all that it needs, its font included, weighs little on its way; a few may weigh a little more."""
    most = MOST_BYTES_OF.get(Path(either.template).stem, MOST_BYTES)
    assert sum(arrival.sizes.values()) <= most, arrival.sizes
    assert any(".woff2" in address for address in arrival.sizes)


def test_no_script_waits_for_another_to_name_it(arrival: Arrival, either: PagePlan, site: Path, origin: str) -> None:
    """The page itself names all that it needs: on a slow line each script that only another names comes half a second later."""
    page = LexborHTMLParser((site / either.path).read_bytes())
    named = {
        address for each in page.css("link[rel=modulepreload], script[src]") for address in each.attributes.values()
    }
    needed = {address.removeprefix(origin) for address in arrival.witness.requests if address.endswith(".js")}
    assert needed
    assert needed - named == set()


def test_nothing_jumps(arrival: Arrival) -> None:
    """A page that is there stays as it is, also when its fonts come late."""
    assert arrival.late
    assert arrival.shifts == []
