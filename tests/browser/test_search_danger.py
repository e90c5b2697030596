"""Whoever may be in danger is shown help first, and can leave the page at once."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from drws.say.strings import Strings

from .axe import Axe
from .search_page import (
    A_WORD,
    LANGUAGES,
    SEARCH,
    answered,
    fail,
    help_link,
    status,
    type_before_the_script,
    wait_for_the_answer,
)
from .visits import PHONE, Visit, Windows

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


DANGER = [
    ("cy", "mae fy mhlentyn yn fy nharo"),
    ("cy", "suicide"),
    ("en", "child is attacking me"),
    ("en", "hunanladdiad"),
]
"""Words of danger, in the language of the page and in the other."""
BUTTON = ".govuk-exit-this-page__button"
READY = "[data-govuk-exit-this-page-init]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_comes_before_any_index_is_there(language: str, first_by_keyboard: Visit, axe: Axe) -> None:
    """The index cannot be had, and the link to help is there all the same, in the language of the page."""
    first, another = (query for each, query in DANGER if each == language)
    page = first_by_keyboard("about:blank")
    page.route("**/pagefind/**", fail)
    page.goto(f"{SEARCH[language]}?q={quote(first)}")
    expect(help_link(page)).to_be_visible()
    assert (help_link(page).get_attribute("href") or "").startswith(f"/{language}/")
    expect(status(page)).not_to_be_empty()
    assert axe.finds(page) == []
    answered(page, A_WORD[language])
    expect(help_link(page)).to_be_hidden()
    answered(page, another)
    expect(help_link(page)).to_be_visible()


def test_help_comes_when_its_words_cannot_be_read(first_by_keyboard: Visit) -> None:
    """Whoever searches then is shown the link: it is better once too often."""
    page = first_by_keyboard("about:blank")
    page.route("**/search/danger.json", fail)
    page.goto(f"{SEARCH['cy']}?q={A_WORD['cy']}")
    expect(help_link(page)).to_be_visible()


def test_what_was_typed_before_the_script_came_stays_and_is_heard(first_by_keyboard: Visit) -> None:
    """On a slow line somebody has typed all of it by then, and types no more."""
    language, query = DANGER[0]
    page = first_by_keyboard("about:blank")
    box = type_before_the_script(page, SEARCH[language], "search", query)
    expect(help_link(page)).to_be_visible()
    assert box.input_value() == query


@pytest.mark.parametrize(("language", "query"), DANGER)
def test_help_stands_above_the_results(language: str, query: str, words: Strings, stay: Visit) -> None:
    """It comes while one types, stays above what is found, is said, and goes with another question."""
    page = answered(stay(SEARCH[language]), A_WORD[language])
    box = page.locator("[data-search] input[name=q]")
    expect(help_link(page)).to_be_hidden()
    box.fill(query)
    expect(help_link(page)).to_be_visible()
    box.press("Enter")
    wait_for_the_answer(page)
    expect(status(page)).to_contain_text(words.say("search.help_title", language))
    above = page.evaluate(
        "() => document.querySelector('[data-search-help]').compareDocumentPosition(document.querySelector('[data-search-results]'))"
    )
    assert above & 4  # Node.DOCUMENT_POSITION_FOLLOWING
    answered(page, A_WORD[language])
    expect(help_link(page)).to_be_hidden()


def leave_with_the_button(page: Page) -> None:
    """With the mouse."""
    page.locator(BUTTON).click()


def leave_with_shift(page: Page) -> None:
    """Three times, wherever the focus is: it is in the box, where the question was typed."""
    for _ in range(3):
        page.keyboard.press("Shift")


def leave_with_the_hidden_link(page: Page) -> None:
    """From the top of the page, the second thing that the keyboard reaches."""
    page.evaluate("() => document.activeElement.blur()")
    page.locator(".govuk-skip-link").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def on_a_phone(windows: Windows) -> Iterator[Page]:
    """The window of somebody on a phone, in which the place where the button leads is a page of ours."""
    with windows.new(PHONE) as context:
        context.route(
            lambda url: not url.startswith(windows.origin),
            lambda route: route.fulfill(body="<h1>Glaw</h1>", content_type="text/html"),
        )
        yield context.new_page()


def type_of_danger(page: Page) -> None:
    """Open the search page, type, and wait for help."""
    page.goto(SEARCH["cy"])
    expect(page.locator(BUTTON)).to_have_count(0)
    page.locator("[data-search] input[name=q]").fill(DANGER[0][1])
    page.locator(READY).wait_for()


def test_with_help_comes_a_way_out(on_a_phone: Page, axe: Axe) -> None:
    """The search page has the button from when it shows help, above it, in sight, and not before."""
    type_of_danger(on_a_phone)
    expect(on_a_phone.locator(BUTTON)).to_be_in_viewport(ratio=1)
    assert axe.finds(on_a_phone) == []


@pytest.mark.parametrize("leave", [leave_with_the_button, leave_with_shift, leave_with_the_hidden_link])
def test_who_is_offered_help_can_leave_at_once(leave: Callable[[Page], None], on_a_phone: Page, origin: str) -> None:
    """By the mouse and by keys."""
    type_of_danger(on_a_phone)
    leave(on_a_phone)
    on_a_phone.wait_for_url(lambda url: not url.startswith(origin))
    expect(on_a_phone.locator("h1")).to_have_text("Glaw")


def test_the_way_out_stays_once_it_is_there(stay: Visit) -> None:
    """Another question takes help away, and not the button: whoever was frightened once may be so again. There is one of it."""
    page = answered(stay(SEARCH["en"]), DANGER[2][1])
    page.locator(READY).wait_for()
    answered(page, A_WORD["en"])
    expect(help_link(page)).to_be_hidden()
    answered(page, DANGER[2][1])
    expect(help_link(page)).to_be_visible()
    expect(page.locator(BUTTON)).to_have_count(1)
