"""Everyone can read and use every page: promise 23 (WCAG 2.2 AA), as far as a machine can tell."""

from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

from drws.planning.page_plan import PagePlan
from tests.audit import Audited

from .axe import source, violations
from .sample import longest_names
from .visits import PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

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
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1]))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap((element) => ['', '::before', '::after'].filter((part) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part);
    return animationName !== 'none' || scrollBehavior === 'smooth'
        || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0.01);
}).map((part) => element.outerHTML.slice(0, 100) + part))"""
TEXT_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
# WCAG 2.2, 1.4.12: what a page must bear, in the units of its own text.
SPACED_OUT = {"lineHeight": "1.5", "letterSpacing": "0.12em", "wordSpacing": "0.16em"}
SET_STYLE = "(wanted) => { for (const { style } of document.body.querySelectorAll('*')) Object.assign(style, wanted); }"


@pytest.fixture(scope="module")
def axe() -> dict[str, Any]:
    """What a window has to bring that axe looks at."""
    return {"script": source()}


@pytest.fixture
def phone(plan: PagePlan, look: Visit, axe: dict[str, Any]) -> Page:
    """A page in a narrow window."""
    return look(plan.url, viewport=PHONE, **axe)


@pytest.fixture
def desk(either: PagePlan, look: Visit, axe: dict[str, Any]) -> Page:
    """A page in a wide window."""
    return look(either.url, **axe)


@pytest.mark.audit("axe-320")
def test_axe_finds_nothing_on_a_phone(plan: PagePlan, phone: Page, audited: Audited) -> None:
    """No page breaks a rule of axe in a narrow window."""
    found = violations(phone)
    audited(plan, (each.finding for each in found))
    assert found == []


@pytest.mark.audit("reflow")
def test_no_page_scrolls_sideways_on_a_small_phone(phone: Page) -> None:
    """Whatever a page can show fits into 320 pixels (WCAG 2.2, 1.4.10)."""
    assert phone.evaluate(WIDER_THAN_THE_WINDOW) == []


def test_the_longest_names_fit_a_small_phone(look: Visit) -> None:
    """The same for the longest name of every page type."""
    wide = {
        page.url: found
        for page in longest_names()
        if (found := look(page.url, viewport=PHONE).evaluate(WIDER_THAN_THE_WINDOW))
    }
    assert wide == {}


@pytest.mark.audit("text-spacing")
def test_text_can_be_spaced_out(phone: Page) -> None:
    """More space between letters, words and lines cuts nothing off (WCAG 2.2, 1.4.12)."""
    phone.evaluate(SET_STYLE, SPACED_OUT)
    wide, cut_off = phone.evaluate(WIDER_THAN_THE_WINDOW), phone.evaluate(CUT_OFF)
    phone.evaluate(SET_STYLE, dict.fromkeys(SPACED_OUT, ""))
    assert (wide, cut_off) == ([], [])


@pytest.mark.audit("axe-1280")
def test_axe_finds_nothing_on_a_desk(either: PagePlan, desk: Page, audited: Audited) -> None:
    """No page breaks a rule of axe in a wide window, where some of it stands elsewhere."""
    found = violations(desk)
    audited(either, (each.finding for each in found))
    assert found == []


@pytest.mark.audit("headings")
def test_headings_are_in_order(desk: Page) -> None:
    """A page has one `h1`, first of all, and no heading skips a level on the way down."""
    levels: list[int] = desk.evaluate(HEADINGS)
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@pytest.mark.audit("text-size")
def test_text_can_be_twice_as_large(desk: Page) -> None:
    """Text follows the size that the reader chose, and at 200 % nothing is cut off or pushed out (WCAG 2.2, 1.4.4)."""
    normal = desk.evaluate(TEXT_SIZE)
    desk.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    large, wide, cut_off = desk.evaluate(TEXT_SIZE), desk.evaluate(WIDER_THAN_THE_WINDOW), desk.evaluate(CUT_OFF)
    desk.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    assert large == pytest.approx(2 * normal)
    assert (wide, cut_off) == ([], [])


@pytest.mark.audit("motion")
def test_nothing_moves_for_those_who_asked_for_less(desk: Page) -> None:
    """With "reduce motion" nothing is animated, nothing slides and nothing scrolls smoothly."""
    desk.emulate_media(reduced_motion="reduce")
    moving = desk.evaluate(MOVING)
    desk.emulate_media(reduced_motion="no-preference")
    assert moving == []
