"""A postcode or a place in a question is answered by the finder."""

import pytest
from playwright.sync_api import expect

from .axe import Axe
from .sample import every_page
from .search_page import LANGUAGES, SEARCH, answered
from .visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


@pytest.mark.parametrize(
    ("language", "query", "place"),
    [
        ("cy", "yng Nghaernarfon", "Caernarfon"),
        ("en", "letterbox in Llanelli", "Llanelli"),
        ("en", "CF10 3NQ", "CF10 3NQ"),
        ("cy", "LL55 1SE", "LL55 1SE"),
    ],
)
def test_a_place_is_answered_by_the_finder(language: str, query: str, place: str, stay: Visit, axe: Axe) -> None:
    """Above the results stand the place, its authority, and a link to it."""
    page = answered(stay(SEARCH[language]), query)
    answer = page.locator("[data-search-place-answer]")
    expect(answer).to_be_visible()
    expect(answer).to_contain_text(place)
    authority = answer.locator("a").first.get_attribute("href")
    assert authority in {each.url for each in every_page() if each.kind == "authority"}
    assert axe.finds(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_of_two_authorities_asks(language: str, stay: Visit) -> None:
    """There is a Newport in two of them: both are offered."""
    page = answered(stay(SEARCH[language]), "Newport")
    expect(page.locator("[data-search-place-answer] li a:visible")).to_have_count(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_postcode_does_not_wait_for_the_index(language: str, first_by_keyboard: Visit) -> None:
    """On a slow line the index is there last, and the answer is not in it."""
    page = first_by_keyboard("about:blank")
    page.route("**/pagefind/**", lambda _: None)  # it does not come
    page.goto(f"{SEARCH[language]}?q=CF10 3NQ")
    expect(page.locator("[data-search-place-answer] a").first).to_be_visible()
