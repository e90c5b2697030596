"""Agencies side by side: a visitor chooses a few, and the choice is in the address."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from .axe import Axe
from .sample import every_page
from .visits import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

COMPARISON = {page.language: page for page in every_page() if page.name == "compare"}
MOST: int = COMPARISON["cy"].view.most
AGENCIES = [agency.organization.id for agency in COMPARISON["cy"].view.agencies]


def shown(page: Page) -> list[str]:
    """The agencies whose columns are there."""
    return [each for each in AGENCIES if page.locator(f"tbody tr:first-child [data-agency={each}]").is_visible()]


AT_REST = """async (box) => {
    for (let before = null; box.scrollLeft !== before; await new Promise((soon) => setTimeout(soon, 150))) before = box.scrollLeft;
    return box.scrollLeft;
}"""
"""How far a box is scrolled when it no longer moves."""


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


PLACES = "(all) => all.filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect()).map(({ x, y }) => [x, y])"
CELLS = """() => [...document.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) =>
    [cell.checkVisibility({ visibilityProperty: true }) && cell.getBoundingClientRect().height > 0, cell.classList.contains('comparison__unknown')]))"""
"""Of each row and each of its cells: is it shown, and does it say that nothing is recorded?"""


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_agencies_stand_side_by_side_where_there_is_room(javascript: bool, first_by_keyboard: Visit) -> None:  # noqa: FBT001  from the parameters
    """From 900 pixels each agency has a column under its name, and the page itself is never wider than the window; below, one stands under
    the other, and who has nothing recorded is left out unless nobody has.
    """
    page = first_by_keyboard(COMPARISON["cy"].url, java_script_enabled=javascript)
    first = page.locator("tbody tr:first-child td")
    for width, beside in ((1400, True), (900, True), (899, False), (320, False)):
        page.set_viewport_size({"width": width, "height": 900})
        boxes = first.evaluate_all(PLACES)
        assert len(boxes) == len(AGENCIES)
        assert (len({y for _, y in boxes}) == 1) is beside, width
        assert (len({x for x, _ in boxes}) == len(boxes)) is beside, width
        assert page.locator("thead th").first.is_visible() is beside, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for cells in page.evaluate(CELLS):
            is_known = not all(unknown for _, unknown in cells)
            assert [seen for seen, _ in cells] == [beside or not is_known or not unknown for _, unknown in cells]


def test_keys_move_the_table_of_all_agencies(visit: Visit) -> None:
    """It takes the focus, and arrows move it; what has the focus in it is not under the names that stay."""
    page = visit(COMPARISON["cy"].url, viewport=DESKTOP)
    table = page.locator(".comparison")
    table.focus()
    page.keyboard.press("ArrowRight")
    assert table.evaluate(AT_REST) > 0
    links = table.locator("tbody td a:visible")
    for number in range(0, links.count(), 9):
        links.nth(number).focus()
        assert links.nth(number).evaluate(
            "(link) => { const { left, top } = link.getClientRects()[0];"
            " return link.contains(document.elementFromPoint(left + 4, top + 8)); }"
        )


def test_every_agency_is_there_without_javascript(by_keyboard: Visit) -> None:
    """And no box to tick that would do nothing."""
    page = by_keyboard(COMPARISON["cy"].url, java_script_enabled=False)
    assert shown(page) == AGENCIES
    assert page.locator("[data-comparison-choice]").is_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_everyone_can_read_a_choice(viewport: ViewportSize, by_keyboard: Visit, axe: Axe) -> None:
    """No rule of axe is broken, and on a phone nothing is wider than the window; every value says whose it is."""
    chosen = "&".join(f"agency={agency}" for agency in AGENCIES[-2:])
    page = by_keyboard(f"{COMPARISON['cy'].url}?{chosen}&agency=%3Cscript%3E", viewport=viewport)
    expect(page.locator("[data-comparison-choice]")).to_be_visible()
    assert shown(page) == AGENCIES[-2:]
    assert axe.finds(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
