"""The search page, as the tests use it."""

import re

from playwright.sync_api import Locator, Page, Route, expect

from .sample import every_page

LANGUAGES = ["cy", "en"]
SEARCH = {page.language: page.url for page in every_page() if page.name == "search"}
A_WORD = {"cy": "plant", "en": "child"}
"""A word that the pages have."""


def results(page: Page) -> Locator:
    """The results that are shown."""
    return page.locator("[data-search-results] li")


def status(page: Page) -> Locator:
    """What a screen reader says of the results by itself."""
    return page.locator("[data-search-status]")


def ask(page: Page, query: str) -> None:
    """Type a question and press the button."""
    page.locator("[data-search] input[name=q]").fill(query)
    page.locator("[data-search] button[type=submit]").click()


def answered(page: Page, query: str) -> Page:
    """Ask by keyboard alone, and wait for the answer."""
    box = page.locator("[data-search] input[name=q]")
    box.fill(query)
    box.press("Enter")
    wait_for_the_answer(page)
    return page


def wait_for_the_answer(page: Page) -> None:
    """Wait until the page has said what it found."""
    loading = page.locator("[data-search]").get_attribute("data-loading") or ""
    expect(status(page)).not_to_have_text(re.compile(f"^({re.escape(loading)})?$"))


def help_link(page: Page) -> Locator:
    """The link to help, above everything that is found."""
    return page.locator("[data-search-help] a.result__link")


def fail(route: Route) -> None:
    """The index cannot be had."""
    route.abort()


def type_before_the_script(page: Page, address: str, script: str, words: str) -> Locator:
    """Type into the box of a search on a slow line: its script comes when all words are there. Returns the box."""
    held: list[Route] = []
    page.route(f"**/assets/{script}.*.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright writes into methods it is handed
    page.goto(address, wait_until="commit")
    box = page.locator("main input[name=q]")
    box.fill(words)
    while not held:
        page.wait_for_timeout(10)
    for each in held:
        each.continue_()
    page.wait_for_load_state("networkidle")
    return box
