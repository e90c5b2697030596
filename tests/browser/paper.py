"""What is on paper when a page is printed."""

import pypdfium2
from playwright.sync_api import Page

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


def wrong_on_paper(page: Page) -> list[str]:
    """What is printed and cannot be used there, and what somebody needs there and is not."""
    found: list[str] = page.evaluate(WRONG_ON_PAPER, ONLY_FOR_SCREENS)
    return found


def links_without_address(page: Page) -> list[str]:
    """The links to pages of others whose address is not printed."""
    found: list[str] = page.evaluate(WITHOUT_ADDRESS)
    return found


def most_sheets(page: Page) -> int:
    """The most sheets that the words of a page need, with two for what is half empty."""
    letters: int = page.evaluate("document.querySelector('main').innerText.length")
    return letters // LETTERS_OF_A_SHEET + 2


def has_sheet(page: Page, number: int) -> bool:
    """Are there as many sheets when a page is printed? Chromium lays all of them out, and draws only those that it is asked for: here the first
    as well, since every page has that.
    """
    printed = page.pdf(format="A4", page_ranges=f"1,{number}")
    return len(pypdfium2.PdfDocument(printed)) == 2
