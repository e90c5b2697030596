"""Everything can be reached and used with the keyboard alone: WCAG 2.2, 2.1.1, 2.1.2, 2.4.1, 2.4.3, 2.4.7 and 2.4.11."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import pytest

from drws.planning.page_plan import PagePlan

from .sample import counterpart
from .visits import SCRIPTS, Visit

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

# Everything that is for use and can be seen, in the order of the page; and the places in it of what is looked at: of things that stand in
# elements of the same names and classes, like the links of the rows of a table, the first two and the last. What the frame around `main` has
# is looked at where the frame is new; elsewhere only its first and its last.
COLLECT = """(isNew) => {
    globalThis.usable = [...document.querySelectorAll(
        'a[href], button, input, select, textarea, summary, audio[controls], video[controls], iframe, [contenteditable], [tabindex]',
    )].filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.type !== 'hidden');
    const kind = (element) => element === document.body ? '' : `${kind(element.parentElement)} ${element.tagName}.${element.className}`;
    const places = Map.groupBy(usable.keys(), (place) => kind(usable[place]));
    globalThis.looked = [...places.values()].flatMap((alike) => [...new Set([...alike.slice(0, 2), alike.at(-1)])])
        .filter((place) => isNew || place === 0 || place === usable.length - 1 || usable[place].closest('main'))
        .sort((one, other) => one - other);
    return looked;
}"""
# Note where the focus comes by, and take it over what stands between and is like what is looked at.
FOLLOW = """() => {
    globalThis.journey = [];
    addEventListener('focusin', ({ target }) => {
        const place = usable.indexOf(target);
        journey.push(place);
        const next = looked.find((each) => each > place);
        if (!looked.includes(place) && next !== undefined) usable[next].focus();
    });
}"""
# Which of them look the same with the focus as without, or have it where it cannot be seen. Once a key was pressed, browsers show the
# focus wherever it goes. In a reader's own colours only outlines are left: backgrounds and shadows are the reader's.
WITHOUT_A_MARK = """() => {
    const forced = matchMedia('(forced-colors: active)').matches;
    const part = (element, pseudo) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(element, pseudo);
        const ring = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
        return forced ? ring : [ring && !/^rgba\\(.*, 0\\)$/.test(outlineColor), boxShadow, backgroundColor];
    };
    const look = (link) => String([link, ...link.querySelectorAll('*')].flatMap((each) => [part(each), part(each, '::after')]));
    const steps = [0.5, 0.1, 0.3, 0.7, 0.9];  // not every link is a box: the middle of a bay belongs to nobody
    const covered = (link, { x, y, width, height }) => !steps.some((across) => steps.some((down) =>
        link.contains(document.elementFromPoint(x + width * across, y + height * down))));
    document.activeElement.blur();
    const links = looked.map((place) => usable[place]);
    const before = links.map(look);
    return links.filter((link, index) => {
        link.focus();
        return document.activeElement !== link || look(link) === before[index] || covered(link, link.getClientRects()[0]);
    }).map((link) => link.outerHTML.slice(0, 200));
}"""
IN_MAIN_OR_AFTER = """() => Boolean(document.querySelector('main').compareDocumentPosition(document.activeElement)
    & (Node.DOCUMENT_POSITION_CONTAINED_BY | Node.DOCUMENT_POSITION_FOLLOWING))"""


@pytest.fixture
def has_new_frame(either: PagePlan, frames: "Sequence[PagePlan]") -> bool:
    """Does this page stand for all that have the same frame?"""
    return any(each.path == either.path for each in frames)


@pytest.mark.audit("keyboard")
def test_the_tabulator_reaches_everything_in_order(either: PagePlan, has_new_frame: bool, look: Visit) -> None:  # noqa: FBT001  a fixture
    """From the top of a page the key leads from every link, field and button to the next, as they stand on the page, and out again."""
    page = look(either.url)
    if page.evaluate("() => 'journey' in globalThis"):
        page.reload()  # to begin at the top
    page.evaluate(SCRIPTS)
    looked: list[int] = page.evaluate(COLLECT, has_new_frame)
    page.evaluate(FOLLOW)
    expected = [0]
    for place, after in pairwise(looked):
        expected += [place + 1, after] if after != place + 1 else [after]
    for _ in looked:
        page.keyboard.down("Tab")  # held down: pressing and letting go each time takes twice as long
    assert page.evaluate("() => journey") == expected
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement !== usable.at(-1)"), "the last one keeps the focus"


@pytest.mark.audit("focus")
@pytest.mark.parametrize("colours", ["none", "active"], ids=["own-colours", "forced-colours"])
def test_one_sees_where_one_is(
    either: PagePlan,
    has_new_frame: bool,  # noqa: FBT001  a fixture
    colours: Literal["none", "active"],
    look: Visit,
) -> None:
    """Whatever has the focus looks different from before, also in a reader's own colours, and nothing lies over it."""
    page = look(either.url)
    page.evaluate(SCRIPTS)
    page.emulate_media(forced_colors=colours)
    page.keyboard.press("Tab")
    assert page.evaluate(f"(isNew) => {{ ({COLLECT})(isNew); return ({WITHOUT_A_MARK})(); }}", has_new_frame) == []


def test_the_first_link_skips_to_the_content(frames: "Sequence[PagePlan]", look: Visit) -> None:
    """The first thing that the key reaches is the skip link. It shows itself, and what follows it is the page's own content."""
    for plan in frames:
        page = look(plan.url)
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#main", plan.url
        box = skip.bounding_box()
        assert box, plan.url
        assert box["height"] > 20, plan.url
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"#main$"))
        page.keyboard.press("Tab")
        assert page.evaluate(IN_MAIN_OR_AFTER), plan.url


def test_the_language_switch_keeps_the_place(frames: "Sequence[PagePlan]", look: Visit, origin: str) -> None:
    """Changing the language leads to the same page, with the same question and at the same place on it."""
    for plan in frames:
        if not (there := counterpart(plan)):
            assert look(plan.url).locator("a[hreflang]").count() == 2, "a page for both languages leads to both"
            continue
        page = look(f"{plan.url}?q=plant#main")
        page.locator("nav a[hreflang]").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"{origin}{there}?q=plant#main")
        assert page.locator("html").get_attribute("lang") != plan.language, plan.url
