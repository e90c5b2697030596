"""Where it can be a risk to be seen, one leaves at once, and what one read is not in sight while the next page comes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, Route, expect

from drws.domains.website.settings import WebsiteSettings

from .sample import every_page, loaded
from .visits import DESKTOP, PHONE, Visit, Windows, Witness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, ViewportSize

    from drws.domains.website.settings import ExitThisPage
    from drws.say.strings import Strings

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
ELSEWHERE = "<!doctype html><title>Tywydd</title><h1>Glaw</h1>"
READY = "[data-govuk-exit-this-page-init]"
BUTTON = ".govuk-exit-this-page__button"
COVERED = """() => [...document.querySelectorAll('main a[href]')].filter((link) => link.checkVisibility()).filter((link) => {
    document.activeElement.blur();
    scrollTo(0, scrollY + link.getBoundingClientRect().top - 2);
    link.focus();
    const { x, y, width, height } = link.getClientRects()[0];
    const steps = [0.1, 0.5, 0.9];
    return !steps.some((across) => steps.some((down) =>
        link.contains(document.elementFromPoint(x + width * across, y + height * down))));
}).map((link) => link.outerHTML.slice(0, 200))"""
"""The links of which nothing can be seen when the focus comes to them while they are at the top of the window."""


def press_shift(page: Page) -> None:
    """Three times, as quickly as one can."""
    for _ in range(3):
        page.keyboard.press("Shift")


def press_the_button(page: Page) -> None:
    """With the mouse."""
    page.locator(BUTTON).click()


def press_the_hidden_link(page: Page) -> None:
    """The second thing that the keyboard reaches."""
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


WAYS = pytest.mark.parametrize("leave", [press_shift, press_the_button, press_the_hidden_link])


@pytest.fixture(scope="module")
def settings() -> "ExitThisPage":
    """What the site says about leaving."""
    read = loaded()
    assert read.site
    found = read.site.partnership.settings(WebsiteSettings)
    assert found
    assert found.exit_this_page
    return found.exit_this_page


@pytest.fixture(scope="module")
def words() -> "Strings":
    """What the interface says."""
    read = loaded()
    assert read.strings
    return read.strings


def addresses(name: str) -> dict[str, str]:
    """The address of a page, by language."""
    return {page.language: page.url for page in every_page() if page.name == name}


@pytest.fixture(scope="module")
def context(windows: Windows) -> "Iterator[BrowserContext]":
    """A browser in which the place where the button leads is a page of ours."""
    with windows.new() as opened:
        opened.route(lambda url: not url.startswith(windows.origin), _answer)
        yield opened


@pytest.fixture
def page(context: "BrowserContext") -> "Iterator[Page]":
    """A page in it that has no history."""
    with context.new_page() as opened:
        yield opened


def _answer(route: Route) -> None:
    route.fulfill(body=ELSEWHERE, content_type="text/html")


def _wait(route: Route) -> None:
    """With this answer browsers stay on the page where they are (HTTP 204), as they do until one comes."""
    route.fulfill(status=204)


@pytest.mark.parametrize(
    ("leave", "language"), [(press_shift, "cy"), (press_the_button, "en"), (press_the_hidden_link, "cy")]
)
def test_one_is_gone_and_back_does_not_return(
    leave: Callable[[Page], None], language: str, page: Page, settings: "ExitThisPage"
) -> None:
    """By Shift, by the button and by the link that only the keyboard finds. Back leads past the page that was left."""
    before, here = addresses("home")[language], addresses(settings.pages[0])[language]
    page.goto(before)
    page.goto(here)
    page.locator(READY).wait_for()
    leave(page)
    page.wait_for_url(settings.website.in_language(language)[0])
    expect(page.locator("h1")).to_have_text("Glaw")
    page.go_back()
    assert page.url.endswith(before)


@WAYS
def test_the_page_is_covered_while_it_goes(
    leave: Callable[[Page], None],
    page: Page,
    windows: Windows,
    settings: "ExitThisPage",
    words: "Strings",
) -> None:
    """On a poor line the next page takes its time. Until it comes neither the screen nor the tab says what was read."""
    page.route(lambda url: not url.startswith(windows.origin), _wait)
    page.goto(addresses(settings.pages[0])["cy"])
    page.locator(READY).wait_for()
    leave(page)
    overlay = page.locator(".govuk-exit-this-page-overlay")
    expect(overlay).to_have_text(words.say("exit_this_page.activated", "cy"))
    assert page.evaluate("() => document.body.innerText.trim()") == words.say("exit_this_page.activated", "cy")
    assert page.title() == words.say("exit_this_page.title", "cy")
    box = overlay.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (DESKTOP["width"], DESKTOP["height"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_counts_with_one(language: str, page: Page, settings: "ExitThisPage", words: "Strings") -> None:
    """In the language of the page. Capital letters and other keys do not count."""
    page.goto(addresses(settings.pages[0])[language])
    page.locator(READY).wait_for()
    said = page.locator(f"{READY} [role=status]")
    for _ in range(4):
        page.keyboard.press("Shift+KeyA")
    expect(said).to_be_empty()
    page.keyboard.press("Shift")
    expect(said).to_have_text(words.say("exit_this_page.press_two_more_times", language))
    page.keyboard.press("Shift")
    expect(said).to_have_text(words.say("exit_this_page.press_one_more_time", language))
    page.keyboard.press("KeyA")
    expect(said).to_have_text(words.say("exit_this_page.timed_out", language))
    assert page.url.endswith(addresses(settings.pages[0])[language])


def test_nothing_of_it_breaks_the_policy(first_visit: Visit, witness: Witness, settings: "ExitThisPage") -> None:
    """Its scripts come from the site, and the page sets no style of its own."""
    page = first_visit(addresses(settings.pages[0])["en"])
    page.locator(READY).wait_for()
    page.keyboard.press("Shift")
    page.locator(".govuk-exit-this-page__indicator--visible").wait_for()
    assert witness.complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_link_where_no_script_runs(
    language: str, visit_without: Visit, origin: str, settings: "ExitThisPage"
) -> None:
    """It leads to the same place."""
    page = visit_without(addresses(settings.pages[0])[language])
    page.route(lambda url: not url.startswith(origin), _answer)
    page.locator(BUTTON).click()
    page.wait_for_url(settings.website.in_language(language)[0])
    page.unroute_all()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_it_stays_in_sight_and_not_over_what_has_the_focus(
    viewport: "ViewportSize", visit: Visit, settings: "ExitThisPage"
) -> None:
    """At the end of a page as at its beginning; nothing that has the focus lies hidden under it (WCAG 2.2, 2.4.11)."""
    page = visit(addresses(settings.pages[0])["cy"], viewport=viewport)
    page.locator(READY).wait_for()
    page.locator("footer a").last.focus()
    expect(page.locator(BUTTON)).to_be_in_viewport(ratio=1)
    assert page.evaluate(COVERED) == []


def test_it_is_not_sticky_where_there_is_no_room(visit: Visit, settings: "ExitThisPage") -> None:
    """In a window of a few lines, 400 % for instance, it would lie over what one reads. On paper there is none."""
    page = visit(addresses(settings.pages[-1])["en"], viewport={"width": 320, "height": 256})
    page.locator("footer a").last.focus()
    expect(page.locator(BUTTON)).not_to_be_in_viewport()
    page.emulate_media(media="print")
    expect(page.locator(BUTTON)).to_be_hidden()
    page.emulate_media(media="screen")


def test_other_pages_have_nothing_of_it(first_visit: Visit, witness: Witness, settings: "ExitThisPage") -> None:
    """Neither the button nor its scripts."""
    assert "home" not in settings.pages
    page = first_visit(addresses("home")["cy"])
    page.wait_for_load_state("networkidle")
    assert page.locator("[class*=exit-this-page]").count() == 0
    assert [asked for asked in witness.requests if "exit-this-page" in asked] == []
