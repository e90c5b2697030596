"""Everyone can read and use every page: promise 23 (WCAG 2.2 AA), as far as a machine can tell."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from drws.planning.page_plan import PagePlan
from tests.audit import Audited, Finding

from .axe import Violation, source, violations
from .sample import longest_names, one_in_turn, other_states
from .visits import PHONE, Visit, Windows

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
WIDER_OR_CUT_OFF = f"() => [...({WIDER_THAN_THE_WINDOW})(), ...({CUT_OFF})()]"
TEXT_SIZE = "() => parseFloat(getComputedStyle(document.querySelector('main')).fontSize)"
# WCAG 2.2, 1.4.12: what a page must bear, in the units of its own text.
SPACED_OUT = {"lineHeight": "1.5", "letterSpacing": "0.12em", "wordSpacing": "0.16em"}
SET_STYLE = "(wanted) => { for (const { style } of document.body.querySelectorAll('*')) Object.assign(style, wanted); }"
# Pale words in an element with a class of its own, a link without words where there were some, two buttons that one cannot hit, and what the
# page as a whole is judged by: the navigation twice, and a level of headings that is left out.
SPOIL = """() => {
    const main = document.querySelector('main');
    main.querySelector('a').replaceChildren();
    document.querySelector('header').append(document.querySelector('header nav').cloneNode(true));
    main.append(Object.assign(document.createElement('h6'), { textContent: 'spoilt' }));
    const added = [['p', 'color', '#eee'], ['button', 'height', '4px'], ['button', 'height', '4px']].map(([tag, name, value]) => {
        const element = Object.assign(document.createElement(tag), { className: 'spoilt', textContent: 'spoilt' });
        Object.assign(element.style, { [name]: value, minHeight: '0', padding: '0', border: '0', fontSize: '4px', display: 'block' });
        return element;
    });
    main.append(...added);
}"""


@dataclass(frozen=True)
class Axe:
    """What a window brings that axe looks at, and what axe has seen, by width."""

    window: Mapping[str, Any]
    seen: dict[int, list[str]]

    def finds(self, page: Page) -> list[Violation]:
        """What it finds on a page."""
        assert page.viewport_size
        return violations(page, self.seen[page.viewport_size["width"]])


@pytest.fixture(scope="module")
def axe() -> Axe:
    """One for all pages."""
    return Axe({"script": source(), "reduced_motion": "reduce"}, defaultdict(list))


@pytest.fixture
def phone(either: PagePlan, look: Visit, axe: Axe) -> Page:
    """A page of every type in a narrow window."""
    return look(either.url, viewport=PHONE, **axe.window)


@pytest.fixture
def desk(either: PagePlan, look: Visit, axe: Axe) -> Page:
    """The same in a wide window, of somebody who asked for less motion."""
    return look(either.url, **axe.window)


class Narrow(NamedTuple):
    """What is wrong with a page in a narrow window."""

    violations: list[Violation]
    wide: list[str]
    spaced_out: list[str]


@pytest.fixture(scope="module")
def others(site: Path, windows: Windows, axe: Axe) -> list[tuple[PagePlan, Narrow]]:
    """Every kind of element that none of those pages shows, in a narrow window."""
    found = []
    for plan in other_states(site):
        page = windows.look(plan.url, viewport=PHONE, **axe.window)
        wide = page.evaluate(WIDER_THAN_THE_WINDOW)
        found.append((plan, Narrow(axe.finds(page), wide, wrong_when_spaced_out(page))))
    return found


def wrong_when_spaced_out(page: Page) -> list[str]:
    """What more space between letters, words and lines cuts off or pushes out."""
    page.evaluate(SET_STYLE, SPACED_OUT)
    found: list[str] = page.evaluate(WIDER_OR_CUT_OFF)
    page.evaluate(SET_STYLE, dict.fromkeys(SPACED_OUT, ""))
    return found


@pytest.mark.audit("axe-320")
def test_axe_finds_nothing_on_a_phone(either: PagePlan, phone: Page, axe: Axe, audited: Audited) -> None:
    """No page breaks a rule of axe in a narrow window."""
    found = axe.finds(phone)
    audited(either, (each.finding for each in found))
    assert found == []


@pytest.mark.audit("reflow")
def test_no_page_scrolls_sideways_on_a_small_phone(phone: Page) -> None:
    """Whatever a page can show fits into 320 pixels (WCAG 2.2, 1.4.10)."""
    assert phone.evaluate(WIDER_THAN_THE_WINDOW) == []


@pytest.mark.audit("text-spacing")
def test_text_can_be_spaced_out(phone: Page) -> None:
    """More space between letters, words and lines cuts nothing off (WCAG 2.2, 1.4.12)."""
    assert wrong_when_spaced_out(phone) == []


@pytest.mark.audit("axe-1280")
def test_axe_finds_nothing_on_a_desk(either: PagePlan, desk: Page, axe: Axe, audited: Audited) -> None:
    """No page breaks a rule of axe in a wide window, where some of it stands elsewhere."""
    found = axe.finds(desk)
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
    large, wrong = desk.evaluate(TEXT_SIZE), desk.evaluate(WIDER_OR_CUT_OFF)
    desk.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    assert large == pytest.approx(2 * normal)
    assert wrong == []


@pytest.mark.audit("motion")
def test_nothing_moves_for_those_who_asked_for_less(desk: Page) -> None:
    """With "reduce motion" nothing is animated, nothing slides and nothing scrolls smoothly."""
    assert desk.evaluate(MOVING) == []


@pytest.mark.audit("axe-320")
def test_axe_finds_nothing_in_other_states(others: Sequence[tuple[PagePlan, Narrow]], audited: Audited) -> None:
    """Nor does a page with a kind of element that no page above shows."""
    for plan, found in others:
        audited(plan, (each.finding for each in found.violations))
    assert {plan.url: found.violations for plan, found in others if found.violations} == {}


@pytest.mark.audit("reflow")
def test_no_other_state_scrolls_sideways(others: Sequence[tuple[PagePlan, Narrow]], audited: Audited) -> None:
    """Nor is any of them too wide for a small phone."""
    for plan, found in others:
        audited(plan, (Finding() for _ in found.wide[:1]))
    assert {plan.url: found.wide for plan, found in others if found.wide} == {}


@pytest.mark.audit("text-spacing")
def test_text_can_be_spaced_out_in_other_states(others: Sequence[tuple[PagePlan, Narrow]], audited: Audited) -> None:
    """Nor does any of them lose words."""
    for plan, found in others:
        audited(plan, (Finding() for _ in found.spaced_out[:1]))
    assert {plan.url: found.spaced_out for plan, found in others if found.spaced_out} == {}


def test_what_is_wrong_is_found(look: Visit, axe: Axe) -> None:
    """The tests above would notice, also on a page whose every element axe has seen before."""
    plan = one_in_turn()[0]
    page = look(plan.url, **axe.window)
    for _ in range(2):
        assert axe.finds(page) == []
    page.evaluate(SPOIL)
    assert {each.rule for each in axe.finds(page)} == {
        "color-contrast", "heading-order", "landmark-unique", "link-name", "target-size",
    }  # fmt: skip
    page.goto("about:blank")


def test_the_longest_names_fit_a_small_phone(look: Visit) -> None:
    """Whatever the longest name of every page type is, it fits into 320 pixels, as the pages above do."""
    urls = {page.url for page in longest_names()} - {page.url for page in one_in_turn()}
    wide = {url: found for url in urls if (found := look(url, viewport=PHONE).evaluate(WIDER_THAN_THE_WINDOW))}
    assert wide == {}
