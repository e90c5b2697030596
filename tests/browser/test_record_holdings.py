"""Where are my records? The list is narrowed down to a place, a name and a year, and what is typed stays in the page."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from drws.domains.archives.holding.queries import authorities_of

from .sample import every_page, loaded
from .visits import Visit

if TYPE_CHECKING:
    from drws.domains.archives.holding.page import HoldingsView

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

PAGES = {page.language: page for page in every_page() if page.name == "record-holdings"}


def listed(page: Page) -> set[str]:
    """What is left of the list."""
    return set(page.locator("[data-holding]:visible").evaluate_all("rows => rows.map((row) => row.id)"))


@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_place_and_a_year_narrow_the_list_down(language: str, visit: Visit) -> None:
    """Only bodies that worked there and then are left, and the button brings everything back. Nothing of it is in the address."""
    view: HoldingsView = PAGES[language].view
    every = [each for kind in view.kinds for each in kind.holdings]
    ended = next(each for each in every if each.holding.period.end_date and each.codes)
    site = loaded().site
    assert site
    authority = authorities_of(ended.holding, site)[0]
    assert ended.holding.period.end_date
    page = visit(PAGES[language].url)
    whole = listed(page)
    assert whole == {each.holding.id for each in every}
    page.get_by_role("searchbox").last.fill(authority.place.in_language(language).words)
    expect(page.locator(f"[id={ended.holding.id}]")).to_be_visible()
    worked_there = {each.holding.id for each in every if each.is_anywhere or authority.code in each.codes.split()}
    expect(page.locator("[data-holding]:visible")).not_to_have_count(len(whole))
    assert worked_there <= listed(page) < whole
    page.fill("#holdings-year", str(ended.holding.period.end_date.year + 1))
    expect(page.locator(f"[id={ended.holding.id}]")).to_be_hidden()
    assert not urlsplit(page.url).query
    page.locator("button[type=reset]").click()
    expect(page.locator("[data-holding]:visible")).to_have_count(len(whole))


def test_a_misspelt_name_is_offered_and_a_link_opens_what_it_names(visit: Visit) -> None:
    """Nothing is guessed for the reader. Whoever has a link to one body finds it open."""
    view: HoldingsView = PAGES["en"].view
    body = max((each for kind in view.kinds for each in kind.holdings), key=lambda each: len(each.holding.id))
    page = visit(f"{PAGES['en'].url}#{body.holding.id}")
    expect(page.locator(f"[id={body.holding.id}] details")).to_have_attribute("open", "")
    name = page.locator(f"[id={body.holding.id}] [data-holding-name]").inner_text()
    page.fill("#holdings-name", name[:4] + name[5:])
    offered = page.locator("[data-holdings-suggestion]")
    expect(offered).to_have_text(name)
    expect(page.locator("[data-holding]:visible")).to_have_count(0)
    offered.click()
    expect(page.locator(f"[id={body.holding.id}]")).to_be_visible()
