"""Blocks of hand-written pages in a browser."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from drws.planning.page_plan import PagePlan

from .sample import every_page, loaded, sample
from .visits import PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

FOLDED = "details.opens"
UNREADABLE = """(details) => details.filter((each) => [...each.children].some((child) => !child.getBoundingClientRect().height))
    .map((each) => each.outerHTML)"""


def kinds_on(plan: PagePlan) -> frozenset[str]:
    """The kinds of block on a page."""
    site = loaded().site
    page = site.authored.get(plan.name.removeprefix("page:")) if site else None
    return frozenset(block.kind for block in page.texts[plan.language].page_blocks) if page else frozenset()


def with_kind(kind: str) -> PagePlan:
    """A page that has a kind of block."""
    found = next((plan for plan in every_page() if kind in kinds_on(plan)), None)
    if found is None:
        pytest.skip(f"no page of the site has a block of the kind {kind}")
    return found


def test_every_kind_is_looked_at(site: Path) -> None:
    """Each stands on a page on which `test_every_page.py` asks axe, and whether something is too wide or cut off."""
    used = frozenset[str]().union(*map(kinds_on, every_page()))
    assert used
    assert used - frozenset[str]().union(*map(kinds_on, sample(site))) == set()


def test_an_answer_opens_by_keyboard(visit: Visit) -> None:
    """And can be read then; on paper each is open."""
    page = visit(with_kind("questions").url)
    first = page.locator(FOLDED).first
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator("p").first).to_be_visible()
    page.emulate_media(media="print")
    assert page.locator(FOLDED).evaluate_all(UNREADABLE) == []
    page.emulate_media(media="screen")


def test_a_wide_table_scrolls_by_keyboard(visit: Visit) -> None:
    """The page beside it stays where it is."""
    page = visit(with_kind("table").url, viewport=PHONE)
    box = page.locator(".scrolling").first
    box.evaluate("(each) => { each.querySelector('table').style.width = '60rem'; }")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(each) => each.scrollLeft > 0", arg=box.element_handle())
    assert page.evaluate("scrollX") == 0


@pytest.mark.parametrize("without", [False, True], ids=["with script", "without script"])
def test_an_area_is_found(without: bool, visit: Visit, request: pytest.FixtureRequest) -> None:  # noqa: FBT001  a parameter of the test
    """By the box where there is script, and by the list of regions everywhere."""
    open_page: Visit = request.getfixturevalue("visit_without") if without else visit
    page = open_page(with_kind("in-your-area").url)
    block = page.locator(".page-block:has([data-finder])")
    expect(block.locator(".entities a").first).to_be_visible()
    expect(block.locator("form")).to_be_visible(visible=not without)
