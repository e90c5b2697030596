"""A postcode or a place in a question is answered by the finder, and what is known without the index does not wait for it."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from .axe import Axe
from .sample import every_page
from .search_page import LANGUAGES, SEARCH, answered, results
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


NUMBER = next(
    phone.number.text
    for page in every_page()
    if page.kind == "region"
    for contact in page.view.contacts
    for phone in contact.phones
)
"""A telephone number that a page shows, whichever it is."""


@pytest.mark.parametrize("query", ["CF10 3NQ", NUMBER], ids=["postcode", "number"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_known_without_the_index_does_not_wait_for_it(
    language: str, query: str, first_by_keyboard: Visit
) -> None:
    """On a slow line the index is there last."""
    page = first_by_keyboard("about:blank")
    page.route("**/pagefind/pagefind.js*", lambda _: None)  # it does not come
    page.goto(f"{SEARCH[language]}?q={quote(query)}")
    expect(results(page).first).to_be_visible()
