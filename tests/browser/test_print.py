"""A page on paper says whom to ring and where its links lead, and leaves out what only a screen needs."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from drws.planning.page_plan import PagePlan

from .visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

ONLY_FOR_SCREENS = "nav, form, button, input, a.govuk-skip-link"
# An address is on paper when it follows the link's words, or is what they say.
WITHOUT_ADDRESS = """() => [...document.querySelectorAll('main a[href^=http]')].filter((link) => {
    const bare = link.href.replace(/^https?:\\/\\/(www\\.)?/, '').replace(/\\/$/, '');
    const after = getComputedStyle(link, '::after').content;
    return !after.includes(link.getAttribute('href')) && !link.textContent.includes(bare);
}).map((link) => link.outerHTML)"""


# What is for screens only and shows all the same; the heading and the numbers to ring that do not.
WRONG_ON_PAPER = """(onlyForScreens) => {
    const seen = (element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
    };
    const missing = [...document.querySelectorAll("h1, main a[href^='tel:']:not([hidden] *)")].filter((element) => !seen(element));
    const unwanted = [...document.querySelectorAll(onlyForScreens)].filter(seen);
    return [...missing, ...unwanted].map((element) => element.outerHTML.slice(0, 200));
}"""


LETTERS_OF_A_SHEET = 700
"""The least that stands on a sheet of paper: cards and tables have more room around them than prose, which has three times as many."""


@pytest.fixture
def paper(either: PagePlan, look: Visit) -> Iterator[Page]:
    """A page of every type, as it is printed."""
    page = look(either.url)
    page.emulate_media(media="print")
    yield page
    page.emulate_media(media="screen")


def test_paper_leaves_out_what_cannot_be_used(paper: Page) -> None:
    """No menu, no search box and no button is printed; the heading is, and so is every number to ring."""
    assert paper.evaluate(WRONG_ON_PAPER, ONLY_FOR_SCREENS) == []


def test_paper_says_where_links_lead(paper: Page) -> None:
    """The address of every page of someone else is printed."""
    assert paper.evaluate(WITHOUT_ADDRESS) == []


def test_a_page_can_be_printed(paper: Page) -> None:
    """Printing gives no more sheets of paper than its words need, with two for what is half empty: also where every contact stands on a page."""
    pdf = paper.pdf(format="A4")
    assert pdf.startswith(b"%PDF-")
    letters = paper.evaluate("document.querySelector('main').innerText.length")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= letters / LETTERS_OF_A_SHEET + 2
