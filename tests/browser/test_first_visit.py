"""Who comes for the first time: one visit to a page of every type, in a new window, and all that can be asked about it.

Nobody else learns of it (promises 1 and 3), nothing is kept in the browser, and the page is light.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from drws.planning.plan import PagePlan

from .visits import KEPT_IN_THE_BROWSER, Windows, Witness, weigh

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

MOST_BYTES = 60_000
MOST_BYTES_OF = {
    "services": 70_000,  # the directory holds every service, and what narrows them down
    "search": 64_000,  # the search page comes with all that asks the index, in many small files
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
def arrival(either: PagePlan, windows: Windows) -> Arrival:
    """A first visit to a page of every type."""
    witness = Witness()
    with windows.new() as context:
        witness.watch(context)
        page = context.new_page()
        sizes = weigh(page, windows.origin)
        page.goto(either.url, wait_until="networkidle")
        page.evaluate("document.fonts.ready.then(() => true)")
        return Arrival(witness, sizes, [*page.evaluate(KEPT_IN_THE_BROWSER), *context.cookies()])


def test_a_page_asks_nobody_else(arrival: Arrival, origin: str) -> None:
    """Every request goes to our own origin; nothing fails, nothing is blocked and nothing is kept in the browser."""
    assert [address for address in arrival.witness.requests if not address.startswith(f"{origin}/")] == []
    assert arrival.witness.complaints == []
    assert arrival.kept == []


def test_a_first_visit_is_light(arrival: Arrival, either: PagePlan) -> None:
    """A page with all that it needs, its font included, is at most 60 kB on its way; a few may weigh a little more."""
    most = MOST_BYTES_OF.get(Path(either.template).stem, MOST_BYTES)
    assert sum(arrival.sizes.values()) <= most, arrival.sizes
    assert any(".woff2" in address for address in arrival.sizes)
