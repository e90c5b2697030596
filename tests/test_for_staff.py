"""What only those who work in the service need stands at the end of the page of a region or an authority, and opens when it is wanted."""

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.example import Example

PAGES = ("en/regions", "en/local-authorities")


@pytest.mark.parametrize("folder", PAGES)
def test_duties_and_history_open_when_they_are_wanted(built: "Example", folder: str) -> None:
    """Nobody who looks for help has to pass them; numbers to ring and sources are never in there."""
    duties = 0
    pages = sorted((built.site / folder).glob("*/index.html"))
    for file in pages:
        page = LexborHTMLParser(file.read_text("utf-8"))
        for part in page.css("details.opens--apart"):
            assert part.css("h2")
            assert part.css("a[href^='tel:'], .contact, .provenance") == []
            part.decompose()
        left = [link.attributes["href"] or "" for link in page.css(".beside__rest a")]
        assert not [href for href in left if "/duties/" in href or "/meetings/" in href or "/structure/" in href]
        assert page.css(".beside__rest .provenance")
        assert page.css(".beside__rest .history") == []
        duties += len(left)
    assert duties
