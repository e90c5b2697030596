"""What is said of a number of which nobody can be sure, and that a number in a sentence can be pressed."""

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.domains.directory.contact.doubt import Doubt, doubt_about
from drws.domains.directory.contact.record import Contact

if TYPE_CHECKING:
    from tests.example import Example

FILE = "data/contacts/pen-yr-ynys-plant.yml"
URL = "https://pen-yr-ynys.example/children"
OLD = {"url": URL, "as_of": "2011"}
NEW = {"url": URL, "as_of": "2025-05"}
UNDATED = {"url": URL}
WEAK = [{"field": "phones[0].number", "level": "unverified"}]


def doubt(example: "Example", **fields: object) -> Doubt | None:
    """What is said of the number of a contact with these fields, five years being too long."""
    example.change({FILE: fields, "data/site.yml": {"old_numbers_after": 1826}})
    site = example.planner().site
    return doubt_about(site.of(Contact)["pen-yr-ynys-plant"], site)


@pytest.mark.parametrize(
    ("sources", "said"),
    [([OLD], "2011"), ([OLD, {**OLD, "as_of": "2012-03"}], "2012-03"), ([OLD, NEW], None), ([OLD, UNDATED], None), ([UNDATED], None)],
    ids=["old", "newest", "new", "perhaps-newer", "undated"],
)  # fmt: skip
def test_a_number_is_old_when_every_source_is(
    sources: list[dict[str, str]], said: str | None, example: "Example"
) -> None:
    """The newest counts, and a source without a date may be newer than any."""
    found = doubt(example, sources=sources)
    assert (str(found.source_date) if found else None) == said


def test_a_weak_source_is_told(example: "Example") -> None:
    """Without words that somebody writes; what is weak about another field does not matter."""
    assert doubt(example, confidence=WEAK) == Doubt(None)
    assert doubt(example, confidence=[{"field": "name.cy", "level": "unverified"}]) is None
    assert doubt(example, confidence=[{"field": "phones", "level": "inferred"}]) is None


def test_what_the_organization_confirmed_is_not_doubted(example: "Example") -> None:
    """However old and weak the source was."""
    assert doubt(example, sources=[OLD], confidence=WEAK, assured_date="2025-11-01") is None


def test_a_site_that_sets_no_limit_calls_no_number_old(example: "Example") -> None:
    """How long a source vouches for a number is a choice of the site."""
    example.change({FILE: {"sources": [OLD]}})
    site = example.planner().site
    assert doubt_about(site.of(Contact)["pen-yr-ynys-plant"], site) is None


@pytest.mark.slow
def test_the_page_says_so_beside_the_number(buildable: "Example") -> None:
    """In the box about a child in danger and on the card, without words of the record."""
    buildable.change({FILE: {"confidence": WEAK}})
    page = "en/local-authorities/island-end/index.html"
    buildable.show([page])
    tree = LexborHTMLParser((buildable.site / page).read_text("utf-8"))
    for place in (".ring-now", ".contact"):
        assert any("We could not confirm this number." in each.text() for each in tree.css(place)), place
