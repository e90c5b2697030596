"""Who comes for the first time: one visit to a page of every type, in a new window, and all that can be asked about it.

Nobody else learns of it (promises 1 and 3), nothing is kept in the browser, and the page is light.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drws.planning.page_plan import PagePlan

from .sample import one_in_turn
from .visits import KEPT_IN_THE_BROWSER, Windows, Witness, weigh

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

AT_A_TIME = 8
"""Pages that are open at the same moment."""
MOST_BYTES = 64_500
MOST_BYTES_OF = {
    "services": 70_000,  # the directory holds every service, and what narrows them down
    "library": 70_000,  # every document stands on it, and what narrows them down
    "search": 103_000,  # the search page comes with all that asks the index, in many small files, and with all words of danger
    "contact": 67_000,  # every contact stands on it, and one can leave it at once
    "complaints": 65_000,  # every route, with who takes complaints in every area
    "agreement": 66_000,  # all clauses of an agreement stand on one page
}
"""What a first visit to a page may fetch, compressed, headers included."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a first visit to a page led to."""

    witness: Witness
    sizes: dict[str, int]
    """Of every file that was fetched, as it came over the line."""
    kept: list[Any]
    """What the browser keeps."""


@pytest.fixture(scope="module")
def arrivals(windows: Windows) -> dict[str, Arrival]:
    """A first visit to a page of every type, several at a time: most of it is waiting for what a page might still ask for."""
    urls = [plan.url for plan in one_in_turn()]
    arrived: dict[str, Arrival] = {}
    for start in range(0, len(urls), AT_A_TIME):
        arrived |= _arrive_together(urls[start : start + AT_A_TIME], windows)
    return arrived


def _arrive_together(urls: Sequence[str], windows: Windows) -> dict[str, Arrival]:
    """In windows of one browser that nobody has used. None of them takes what another has fetched."""
    arrived: dict[str, Arrival] = {}
    with windows.new_unpainted() as context:
        pages: dict[str, Page] = {}
        for url in urls:
            page, witness = context.new_page(), Witness()
            witness.watch(page)
            pages[url] = page
            arrived[url] = Arrival(witness, weigh(page, windows.origin, anew=True), [])
            page.goto(url, wait_until="commit")
        for page in pages.values():
            page.wait_for_load_state("networkidle")
            page.evaluate("document.fonts.ready.then(() => true)")
        kept = [*page.evaluate(KEPT_IN_THE_BROWSER), *context.cookies()]
        for arrival in arrived.values():
            arrival.kept.extend(kept)  # by one of them: pages of one origin see the same
    return arrived


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
