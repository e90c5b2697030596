"""Agencies side by side: a visitor chooses a few, and the choice is in the address."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from .axe import violations
from .sample import every_page
from .visits import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

COMPARISON = {page.language: page for page in every_page() if page.name == "compare"}
MOST: int = COMPARISON["cy"].view.most
AGENCIES = [agency.organization.id for agency in COMPARISON["cy"].view.agencies]


def shown(page: Page) -> list[str]:
    """The agencies whose columns are there."""
    return [each for each in AGENCIES if page.locator(f"tbody tr:first-child [data-agency={each}]").is_visible()]


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_few_agencies_can_be_chosen(language: str, visit: Visit) -> None:
    """As many as the page says, and no more; the address says which, in both languages; the button shows all of them again."""
    page = visit(COMPARISON[language].url)
    expect(page.locator("[data-comparison-choice]")).to_be_visible()
    assert shown(page) == AGENCIES
    for agency in AGENCIES[:MOST]:
        page.check(f"input[value={agency}]")
    assert shown(page) == AGENCIES[:MOST]
    expect(page.locator(f"input[value={AGENCIES[MOST]}]")).to_be_disabled()
    expect(page.locator("[data-comparison-status]")).not_to_be_empty()
    page.uncheck(f"input[value={AGENCIES[0]}]")
    expect(page.locator(f"input[value={AGENCIES[MOST]}]")).to_be_enabled()
    page.locator("a[data-keep-place]").click()
    expect(page.locator("[data-comparison-choice]")).to_be_visible()
    assert set(parse_qs(urlsplit(page.url).query)["agency"]) == set(AGENCIES[1:MOST])
    assert shown(page) == AGENCIES[1:MOST]
    page.locator("[data-comparison-choice] button").click()
    expect(page.locator(f"tbody tr:first-child [data-agency={AGENCIES[0]}]")).to_be_visible()
    assert "agency" not in page.url


def test_every_agency_is_there_without_javascript(first_visit: Visit) -> None:
    """And no box to tick that would do nothing."""
    page = first_visit(COMPARISON["cy"].url, java_script_enabled=False)
    assert shown(page) == AGENCIES
    assert page.locator("[data-comparison-choice]").is_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_everyone_can_read_a_choice(viewport: ViewportSize, visit: Visit) -> None:
    """No rule of axe is broken, and on a phone nothing is wider than the window; every value says whose it is."""
    chosen = "&".join(f"agency={agency}" for agency in AGENCIES[-2:])
    page = visit(f"{COMPARISON['cy'].url}?{chosen}&agency=%3Cscript%3E", viewport=viewport)
    expect(page.locator("[data-comparison-choice]")).to_be_visible()
    assert shown(page) == AGENCIES[-2:]
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
