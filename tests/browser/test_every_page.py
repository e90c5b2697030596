"""A page of every type is opened once, and everything is asked of it that can be seen on every page.

Everyone can read and use it (promise 23: WCAG 2.2 AA, as far as a machine can tell), with the keyboard alone (2.1.1, 2.1.2, 2.4.1, 2.4.3,
2.4.7 and 2.4.11), on paper, and without JavaScript (promise 22).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from drws.planning.page_plan import PagePlan
from tests.audit import Audited, Finding

from .axe import Axe, Violation
from .keys import journey, without_a_mark
from .paper import has_sheet, links_without_address, most_sheets, wrong_on_paper
from .room import too_wide, wrong_at_twice_the_size, wrong_when_spaced_out
from .sample import longest_names, one_in_turn, other_states
from .visits import PHONE, Visit, Windows

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.tagName[1]))"""
MOVING = """() => [...document.querySelectorAll('*')].flatMap((element) => ['', '::before', '::after'].filter((part) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, part);
    return animationName !== 'none' || scrollBehavior === 'smooth'
        || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0.01);
}).map((part) => element.outerHTML.slice(0, 100) + part))"""
# But for what only a script can offer: whether somebody is there now, a list of one's own, a choice.
WORDS = """() => {
    const only = [...document.querySelectorAll('[data-open-now], [data-finder], [data-keep], [data-comparison-choice], [data-shortlist], '
        + '[data-local-chosen], [data-holdings-search]')];
    for (const { style } of only) style.display = 'none';
    const { innerText } = document.body;
    for (const { style } of only) style.display = '';
    return innerText;
}"""
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


EACH_ON_A_SHEET = """(count) => document.querySelector('main').append(...Array.from({ length: count }, () => {
    const paragraph = document.createElement('p');
    paragraph.style.breakBefore = 'page';
    return paragraph;
}))"""


@pytest.fixture
def desk(either: PagePlan, look: Visit, axe: Axe) -> Page:
    """A page of every type in a wide window."""
    return look(either.url, **axe.window)


@pytest.fixture
def phone(either: PagePlan, look: Visit, axe: Axe) -> Page:
    """The same page in a narrow window."""
    return look(either.url, viewport=PHONE, **axe.window)


@pytest.fixture
def paper(desk: Page) -> Iterator[Page]:
    """The same page as it is printed."""
    desk.emulate_media(media="print")
    yield desk
    desk.emulate_media(media="screen")


@pytest.fixture
def has_new_frame(either: PagePlan, frames: Sequence[PagePlan]) -> bool:
    """Does this page stand for all that have the same frame?"""
    return any(each.path == either.path for each in frames)


@pytest.mark.audit("keyboard")
def test_the_tabulator_reaches_everything_in_order(desk: Page, has_new_frame: bool) -> None:  # noqa: FBT001  a fixture
    """From the top of a page the key leads from every link, field and button to the next, as they stand on the page, and out again."""
    went, expected, leads_out = journey(desk, has_new_frame=has_new_frame)
    assert went == expected
    assert leads_out, "the last one keeps the focus"


@pytest.mark.audit("focus")
def test_one_sees_where_one_is(desk: Page, has_new_frame: bool) -> None:  # noqa: FBT001  a fixture
    """Whatever has the focus looks different from before, also in a reader's own colours, and nothing lies over it."""
    assert without_a_mark(desk, has_new_frame=has_new_frame) == []
    desk.emulate_media(forced_colors="active")
    found = without_a_mark(desk, has_new_frame=has_new_frame)
    desk.emulate_media(forced_colors="none")
    assert found == []


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
    times, wrong = wrong_at_twice_the_size(desk)
    assert times == pytest.approx(2)
    assert wrong == []


@pytest.mark.audit("motion")
def test_nothing_moves_for_those_who_asked_for_less(desk: Page) -> None:
    """With "reduce motion" nothing is animated, nothing slides and nothing scrolls smoothly."""
    desk.emulate_media(reduced_motion="reduce")
    moving = desk.evaluate(MOVING)
    desk.emulate_media(reduced_motion="no-preference")
    assert moving == []


@pytest.mark.audit("without-javascript")
def test_a_page_says_the_same(either: PagePlan, desk: Page, look_without: Visit) -> None:
    """A page without JavaScript shows every word that it shows with it; the search page then says more."""
    without, with_it = look_without(either.url).evaluate(WORDS), desk.evaluate(WORDS)
    assert len(with_it) > 100
    assert without == with_it or (
        either.name in ("search", "shortlist") and set(with_it.split()) < set(without.split())
    )


def test_paper_leaves_out_what_cannot_be_used(paper: Page) -> None:
    """No menu, no search box and no button is printed; the heading is, and so is every number to ring."""
    assert wrong_on_paper(paper) == []


def test_paper_says_where_links_lead(paper: Page) -> None:
    """The address of every page of someone else is printed."""
    assert links_without_address(paper) == []


def test_a_page_can_be_printed(paper: Page) -> None:
    """Printing gives no more sheets of paper than its words need, also where every contact stands on a page."""
    assert not has_sheet(paper, most_sheets(paper) + 1)


@pytest.mark.audit("axe-320")
def test_axe_finds_nothing_on_a_phone(either: PagePlan, phone: Page, axe: Axe, audited: Audited) -> None:
    """No page breaks a rule of axe in a narrow window."""
    found = axe.finds(phone)
    audited(either, (each.finding for each in found))
    assert found == []


@pytest.mark.audit("reflow")
def test_no_page_scrolls_sideways_on_a_small_phone(phone: Page) -> None:
    """Whatever a page can show fits into 320 pixels (WCAG 2.2, 1.4.10)."""
    assert too_wide(phone) == []


@pytest.mark.audit("text-spacing")
def test_text_can_be_spaced_out(phone: Page) -> None:
    """More space between letters, words and lines cuts nothing off (WCAG 2.2, 1.4.12)."""
    assert wrong_when_spaced_out(phone) == []


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
        found.append((plan, Narrow(axe.finds(page), too_wide(page), wrong_when_spaced_out(page))))
    return found


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


def test_a_sheet_too_many_is_found(look: Visit, axe: Axe) -> None:
    """The test above would notice: paragraphs that each begin a sheet are more sheets than their words need."""
    page = look(one_in_turn()[0].url, **axe.window)
    most = most_sheets(page)
    assert not has_sheet(page, most + 1)
    page.evaluate(EACH_ON_A_SHEET, most)
    assert has_sheet(page, most + 1)
    page.goto("about:blank")


def test_the_longest_names_fit_a_small_phone(look: Visit, axe: Axe) -> None:
    """Whatever the longest name of every page type is, it fits into 320 pixels, as the pages above do."""
    urls = {page.url for page in longest_names()} - {page.url for page in one_in_turn()}
    wide = {url: found for url in urls if (found := too_wide(look(url, viewport=PHONE, **axe.window)))}
    assert wide == {}
