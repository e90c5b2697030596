"""Where the keyboard leads, and whether one sees where one is: what is looked at on a page of every type."""

from itertools import pairwise

from playwright.sync_api import Page

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
    globalThis.end = new AbortController();
    addEventListener('focusin', ({ target }) => {
        const place = usable.indexOf(target);
        journey.push(place);
        const next = looked.find((each) => each > place);
        if (!looked.includes(place) && next !== undefined) usable[next].focus();
    }, end);
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


def journey(page: Page, *, has_new_frame: bool) -> tuple[list[int], list[int], bool]:
    """Where the key leads from the top of a page, where it should, and whether it leads out again at the end."""
    if page.evaluate("() => 'journey' in globalThis"):
        page.reload()  # to begin at the top
    looked: list[int] = page.evaluate(COLLECT, has_new_frame)
    page.evaluate(FOLLOW)
    expected = [0]
    for place, after in pairwise(looked):
        expected += [place + 1, after] if after != place + 1 else [after]
    for _ in looked:
        page.keyboard.down("Tab")  # held down: pressing and letting go each time takes twice as long
    went: list[int] = page.evaluate("() => journey")
    page.keyboard.press("Tab")
    leads_out: bool = page.evaluate("() => { end.abort(); return document.activeElement !== usable.at(-1); }")
    return went, expected, leads_out


def without_a_mark(page: Page, *, has_new_frame: bool) -> list[str]:
    """What does not show that it has the focus."""
    page.keyboard.press("Tab")
    found: list[str] = page.evaluate(
        f"(isNew) => {{ ({COLLECT})(isNew); return ({WITHOUT_A_MARK})(); }}", has_new_frame
    )
    return found
