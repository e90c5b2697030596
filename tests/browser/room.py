"""What fits: how much room the parts of a page have, in a narrow window, with larger letters and with more space between them."""

from playwright.sync_api import Page

WIDER_THAN_THE_WINDOW = """() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 200)).concat(`${scrollWidth} of ${clientWidth} pixels`);
}"""
# What is wider or higher than a box that shows no more than its own size. Words for screen readers only are meant to be, and what is in a
# box that keys can move is not cut off.
CUT_OFF = """() => [...document.body.querySelectorAll('*')].filter((element) => {
    const { overflowX, overflowY, position } = getComputedStyle(element);
    if (position === 'absolute' && element.clientWidth <= 1) return false;
    if (element.tabIndex === 0 && [overflowX, overflowY].every((value) => value === 'auto')) return false;
    return (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        || (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 200))"""
WIDER_OR_CUT_OFF = f"() => [...({WIDER_THAN_THE_WINDOW})(), ...({CUT_OFF})()]"
TEXT_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
# WCAG 2.2, 1.4.12: what a page must bear, in the units of its own text.
SPACED_OUT = {"lineHeight": "1.5", "letterSpacing": "0.12em", "wordSpacing": "0.16em"}
SET_STYLE = "(wanted) => { for (const { style } of document.body.querySelectorAll('*')) Object.assign(style, wanted); }"


def too_wide(page: Page) -> list[str]:
    """What makes a page scroll sideways."""
    found: list[str] = page.evaluate(WIDER_THAN_THE_WINDOW)
    return found


def wrong_when_spaced_out(page: Page) -> list[str]:
    """What more space between letters, words and lines cuts off or pushes out."""
    page.evaluate(SET_STYLE, SPACED_OUT)
    found: list[str] = page.evaluate(WIDER_OR_CUT_OFF)
    page.evaluate(SET_STYLE, dict.fromkeys(SPACED_OUT, ""))
    return found


def wrong_at_twice_the_size(page: Page) -> tuple[float, list[str]]:
    """How many times as large the text is when its reader wants it twice as large, and what that cuts off or pushes out."""
    normal = page.evaluate(TEXT_SIZE)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    large, wrong = page.evaluate(TEXT_SIZE), page.evaluate(WIDER_OR_CUT_OFF)
    page.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    return large / normal, wrong
