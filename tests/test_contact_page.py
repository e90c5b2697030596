"""The contact page is short, and loses no number; what is not confirmed is said once a page."""

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.domains.directory.contact.record import Contact

if TYPE_CHECKING:
    from tests.example import Example

PAGES = {"cy": ("cy/cysylltu/index.html", "cy/cymorth-nawr/index.html"), "en": ("en/contact/index.html", "en/help-now/index.html")}  # fmt: skip
CONFIRMED = {"cy": ("Heb ei gadarnhau eto", "heb eu cadarnhau eto"), "en": ("Not yet confirmed", "not yet confirmed")}


def page(example: "Example", path: str) -> LexborHTMLParser:
    """A page of the built example."""
    return LexborHTMLParser((example.site / path).read_text("utf-8"))


@pytest.mark.parametrize("language", PAGES)
def test_no_number_is_lost(built: "Example", language: str) -> None:
    """Whoever can be rung stands on the page, or on Help now, to which the page leads."""
    linked = [link.attributes["href"] for name in PAGES[language] for link in page(built, name).css("main a[href]")]
    numbers = {phone.uri for contact in built.planner().site.all(Contact) for phone in contact.phones}
    assert numbers
    assert numbers <= set(linked)
    assert f"/{PAGES[language][1].removesuffix('index.html')}#local" in linked


def test_cards_open_when_they_are_wanted(built: "Example") -> None:
    """Without script, and each under what it is about. None stands open."""
    tree = page(built, "en/contact/index.html")
    cards = tree.css("main .contact")
    assert cards
    assert len(tree.css("main details.opens .contact")) == len(cards)
    assert tree.css("main details[open]") == []
    assert len(tree.css("main details > summary > .opens__title")) == len(tree.css("main details"))


def test_what_cannot_wait_comes_first_then_the_postcode(built: "Example") -> None:
    """In the order of the page: Help now, the finder, the first that opens."""
    html = (built.site / "en/contact/index.html").read_text("utf-8")
    main = html[html.index("<main") :]
    places = [main.index(part) for part in ('href="/en/help-now/"', "data-finder ", "<details")]
    assert places == sorted(places)


def test_it_is_said_once_a_page_that_something_is_not_confirmed(built: "Example") -> None:
    """Not beside every number, but in the list that facts are checked by. A number that nobody has confirmed has the date of its source, and its page says what that means."""
    told = 0
    for path in sorted(built.site.glob("*/**/*.html")):
        language = path.relative_to(built.site).parts[0]
        text = path.read_text("utf-8")
        if LexborHTMLParser(text).css_first("table.numbers"):
            continue
        times = sum(text.count(words) for words in CONFIRMED[language])
        assert times <= 1, path
        told += times
        cards = LexborHTMLParser(text).css(".contact__standing")
        if any(not card.css("time") for card in cards):
            assert times == 1, path
    assert told
