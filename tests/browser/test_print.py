"""A page on paper says whom to ring and where its links lead, and leaves out what only a screen needs."""

import re

import pytest
from playwright.sync_api import expect

from drws.planning.plan import PagePlan

from .visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

ONLY_FOR_SCREENS = "nav, form, button, input, a.govuk-skip-link"
# An address is on paper when it follows the link's words, or is what they say.
WITHOUT_ADDRESS = """() => [...document.querySelectorAll('main a[href^=http]')].filter((link) => {
    const bare = link.href.replace(/^https?:\\/\\/(www\\.)?/, '').replace(/\\/$/, '');
    const after = getComputedStyle(link, '::after').content;
    return !after.includes(link.getAttribute('href')) && !link.textContent.includes(bare);
}).map((link) => link.outerHTML)"""


def test_paper_leaves_out_what_cannot_be_used(either: PagePlan, visit: Visit) -> None:
    """No menu, no search box and no button is printed; the heading is, and so is every number to ring."""
    page = visit(either.url)
    page.emulate_media(media="print")
    try:
        assert [
            each.evaluate("(it) => it.outerHTML.slice(0, 200)")
            for each in page.locator(ONLY_FOR_SCREENS).all()
            if each.is_visible()
        ] == []
        expect(page.locator("h1")).to_be_visible()
        for number in page.locator("main a[href^='tel:']:not([hidden] *)").all():
            expect(number).to_be_visible()
    finally:
        page.emulate_media(media="screen")


def test_paper_says_where_links_lead(either: PagePlan, visit: Visit) -> None:
    """The address of every page of someone else is printed."""
    page = visit(either.url)
    page.emulate_media(media="print")
    without = page.evaluate(WITHOUT_ADDRESS)
    page.emulate_media(media="screen")
    assert without == []


def test_a_page_can_be_printed(either: PagePlan, visit: Visit) -> None:
    """Printing gives sheets of paper: a few, not one and not dozens."""
    pdf = visit(either.url).pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 20
