"""Everyone can read and use every page: promise 23 (WCAG 2.2 AA), as far as a machine can tell."""

from itertools import pairwise

import pytest

from drws.planning.plan import PagePlan

from .axe import violations
from .sample import sample
from .visits import DESKTOP, PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

WIDER_THAN_THE_WINDOW = """() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .map((element) => element.outerHTML.slice(0, 200)).concat(`${scrollWidth} of ${clientWidth} pixels`);
}"""
# What is wider or higher than a box that shows no more than its own size. Words for screen readers only are meant to be.
CUT_OFF = """() => [...document.body.querySelectorAll('*')].filter((element) => {
    const { overflowX, overflowY, position } = getComputedStyle(element);
    if (position === 'absolute' && element.clientWidth <= 1) return false;
    return (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1)
        || (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1);
}).map((element) => element.outerHTML.slice(0, 200))"""
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1]))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap((element) => ['', '::before', '::after'].filter((part) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part);
    return animationName !== 'none' || scrollBehavior === 'smooth'
        || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0.01);
}).map((part) => element.outerHTML.slice(0, 100) + part))"""
TEXT_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
# WCAG 2.2, 1.4.12: what a page must bear, in the units of its own text.
SPACE_OUT = """() => { for (const { style } of document.body.querySelectorAll('*')) {
    style.lineHeight = '1.5'; style.letterSpacing = '0.12em'; style.wordSpacing = '0.16em'; } }"""


def test_axe_finds_nothing_on_a_phone(plan: PagePlan, visit: Visit) -> None:
    """No page breaks a rule of axe in a narrow window."""
    assert violations(visit(plan.url, viewport=PHONE)) == []


def test_axe_finds_nothing_on_a_desk(either: PagePlan, visit: Visit) -> None:
    """No page breaks a rule of axe in a wide window, where some of it stands elsewhere."""
    assert violations(visit(either.url, viewport=DESKTOP)) == []


def test_headings_are_in_order(either: PagePlan, visit: Visit) -> None:
    """A page has one `h1`, first of all, and no heading skips a level on the way down."""
    levels: list[int] = visit(either.url).evaluate(HEADINGS)
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("language", ["cy", "en"])
def test_no_page_scrolls_sideways_on_a_small_phone(language: str, visit: Visit) -> None:
    """Whatever a page can show fits into 320 pixels, the longest names too (WCAG 2.2, 1.4.10)."""
    wide = {
        page.url: found
        for page in sample()
        if page.language == language and (found := visit(page.url, viewport=PHONE).evaluate(WIDER_THAN_THE_WINDOW))
    }
    assert wide == {}


def test_text_can_be_twice_as_large(either: PagePlan, visit: Visit) -> None:
    """Text follows the size that the reader chose, and at 200 % nothing is cut off or pushed out (WCAG 2.2, 1.4.4)."""
    page = visit(either.url)
    normal = page.evaluate(TEXT_SIZE)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert page.evaluate(TEXT_SIZE) == pytest.approx(2 * normal)
    assert page.evaluate(WIDER_THAN_THE_WINDOW) == []
    assert page.evaluate(CUT_OFF) == []


def test_text_can_be_spaced_out(either: PagePlan, visit: Visit) -> None:
    """More space between letters, words and lines cuts nothing off (WCAG 2.2, 1.4.12)."""
    page = visit(either.url, viewport=PHONE)
    page.evaluate(SPACE_OUT)
    assert page.evaluate(WIDER_THAN_THE_WINDOW) == []
    assert page.evaluate(CUT_OFF) == []


def test_nothing_moves_for_those_who_asked_for_less(either: PagePlan, visit: Visit) -> None:
    """With "reduce motion" nothing is animated, nothing slides and nothing scrolls smoothly."""
    assert visit(either.url, reduced_motion="reduce").evaluate(MOVING) == []
