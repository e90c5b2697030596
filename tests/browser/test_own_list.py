"""A visitor keeps pages on a list of their own, in their browser alone, and takes it along on paper."""

import pytest
from playwright.sync_api import Page, expect

from .axe import Axe
from .sample import every_page
from .visits import DESKTOP, PHONE, Visit, Witness

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
LIST = {page.language: page.url for page in every_page() if page.name == "shortlist"}
PAGES = {(page.name, page.language): page for page in every_page()}
WITH_A_NUMBER = [
    page
    for page in every_page()
    if page.kind in ("service", "region") and any(each.phones for each in page.view.contacts)
]
KEPT = [next(page.name for page in WITH_A_NUMBER if page.kind == kind) for kind in ("service", "region")]
"""Two pages that name a number to ring."""


def keep(page: Page, name: str, language: str) -> None:
    """Open a page and press its button, by keyboard."""
    page.goto(PAGES[name, language].url)
    page.locator("[data-keep] button").press("Enter")


def test_what_is_kept_is_on_the_list_in_every_language(first_by_keyboard: Visit, witness: Witness, axe: Axe) -> None:
    """With its name, its numbers and a code for paper, on a phone as well; nothing is asked of anybody else, and nothing is said about the list."""
    page = first_by_keyboard("about:blank")
    for name, language in zip(KEPT, LANGUAGES, strict=True):
        keep(page, name, language)
    for shown in LANGUAGES:
        page.goto(LIST[shown])
        links = page.locator("[data-shortlist-entries] h2 a")
        expect(links).to_have_text([PAGES[name, shown].title for name in KEPT])
        expect(page.locator("[data-shortlist-entries] a[href^='tel:']").first).to_be_visible()
        expect(page.locator("[data-shortlist-entries] svg path")).to_have_count(len(KEPT))
        assert axe.finds(page) == []
        page.set_viewport_size(PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        page.set_viewport_size(DESKTOP)
    assert witness.complaints == []
    assert all("?" not in address for address in witness.requests), "what is on the list goes into no address"
    assert page.evaluate("document.cookie") == ""


def test_what_is_taken_off_is_gone(first_visit: Visit) -> None:
    """From the page itself and from the list, with the mouse; the focus goes on to what comes next, and an empty list says what to do."""
    page = first_visit("about:blank")
    for name in (*KEPT, KEPT[0]):  # the same button takes it off
        page.goto(PAGES[name, "cy"].url)
        page.locator("[data-keep] button").click()
    page.goto(LIST["cy"], wait_until="networkidle")
    entries = page.locator("[data-shortlist-entries] > li")
    expect(entries).to_have_count(1)
    entries.locator("button").click()
    expect(entries).to_have_count(0)
    expect(page.locator("[data-shortlist-empty] a")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0


def test_the_whole_list_can_be_forgotten(first_by_keyboard: Visit) -> None:
    """At once, with the focus on what to do next; a page that was on it offers itself again."""
    page = first_by_keyboard("about:blank")
    for name in KEPT:
        keep(page, name, "en")
    page.goto(LIST["en"])
    page.locator("[data-shortlist-clear]").press("Enter")
    expect(page.locator("[data-shortlist-entries] > li")).to_have_count(0)
    expect(page.locator("[data-shortlist-empty] a")).to_be_focused()
    assert page.evaluate("localStorage.length") == 0
    page.goto(PAGES[KEPT[0], "en"].url)
    button = page.locator("[data-keep] button")
    expect(button).to_have_text(button.get_attribute("data-add") or "-")


def test_a_browser_that_keeps_nothing_offers_no_list(first_by_keyboard: Visit) -> None:
    """Where storage is refused the button stays away, and the page is whole."""
    page = first_by_keyboard("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(PAGES[KEPT[0], "en"].url)
    expect(page.locator("[data-keep]")).to_be_hidden()


def test_a_page_that_is_gone_and_an_address_of_others_do_no_harm(first_by_keyboard: Visit, witness: Witness) -> None:
    """A kept page that is no longer there says so under the name that it had, or under its address where none was noted; the buttons tell
    them apart. What somebody else wrote into the storage is not followed.
    """
    page = first_by_keyboard(LIST["en"])
    page.evaluate(
        """localStorage.setItem('shortlist', JSON.stringify([
            {name: 'service:gone', urls: {cy: '/cy/nid-yw-yma/', en: '/en/not-here/'}, title: 'Gwasanaeth <b>gynt</b>', language: 'cy'},
            {name: 'service:old', urls: {en: '/en/not-here-either/'}},
            {name: 'service:x', urls: {en: 'https://elsewhere.example/'}},
            {name: 'service:y', urls: {en: '//elsewhere.example/'}},
            {name: 'service:b', urls: {en: '/\\\\elsewhere.example/'}},
            {name: 'service:t', urls: {en: '/\\t/elsewhere.example/'}},
            {name: 'service:z', urls: {en: '/gone/'}, title: {}},
            {urls: 'x'}, null]))"""
    )
    page.goto(LIST["en"], wait_until="networkidle")
    names = ["Gwasanaeth <b>gynt</b>", "/en/not-here-either/"]
    links = page.locator("[data-shortlist-entries] h2 a")
    expect(links).to_have_text(names)
    expect(links.first).to_have_attribute("lang", "cy")
    for entry, name in zip(page.locator("[data-shortlist-entries] > li").all(), names, strict=True):
        expect(entry).to_contain_text(page.locator("[data-shortlist]").get_attribute("data-gone") or "-")
        assert (entry.locator("button").get_attribute("aria-label") or "").endswith(f": {name}")
    assert [address for address in witness.requests if "elsewhere" in address] == []


def test_without_a_connection_the_list_has_its_names(first_by_keyboard: Visit) -> None:
    """Each entry says that its details cannot be had, and leads to its page."""
    page = first_by_keyboard("about:blank")
    for name in KEPT:
        keep(page, name, "cy")
    for name in KEPT:
        page.route(f"**{PAGES[name, 'cy'].url}", lambda route: route.abort())
    page.goto(LIST["cy"])
    expect(page.locator("[data-shortlist-entries] h2 a")).to_have_text([PAGES[name, "cy"].title for name in KEPT])
    failed = page.locator("[data-shortlist]").get_attribute("data-failed") or "-"
    expect(page.locator("[data-shortlist-entries] [data-about]")).to_have_text([failed] * len(KEPT))


def test_without_its_code_an_entry_has_its_details(first_by_keyboard: Visit) -> None:
    """What draws the code does not come: the numbers are there all the same."""
    page = first_by_keyboard("about:blank")
    keep(page, KEPT[0], "en")
    page.route("**/assets/uqr.*.js", lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: "/uqr." in request.url):
        page.goto(LIST["en"], wait_until="networkidle")
    expect(page.locator("[data-shortlist-entries] .contact").first).to_be_visible()
    failed = page.locator("[data-shortlist]").get_attribute("data-failed") or "-"
    assert failed not in page.locator("[data-shortlist-entries]").inner_text()


def test_what_is_shown_of_a_page_ages_as_on_it(first_by_keyboard: Visit) -> None:
    """A page that was built long ago asks people to confirm, and does not say how few weeks ago it was checked."""
    page = first_by_keyboard("about:blank")
    keep(page, KEPT[0], "en")
    old = """<!doctype html><h1>Old</h1><div class="contact"><span data-weeks-until="2020-01-08">(1 week ago)</span>
        <strong data-confirm-from="2020-06-01" hidden>Please ring</strong></div>"""
    page.route(f"**{PAGES[KEPT[0], 'en'].url}", lambda route: route.fulfill(body=old, content_type="text/html"))
    page.goto(LIST["en"])
    expect(page.locator("[data-shortlist-entries] [data-confirm-from]")).to_be_visible()
    expect(page.locator("[data-shortlist-entries] [data-weeks-until]")).to_be_hidden()
