"""Tables at every width: no word of a title is cut in two, no column shrinks to letters, and nothing is wider than the window."""

import re
from math import ceil
from pathlib import Path

import pytest

from .sample import has_table
from .visits import PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

BEGINS = re.compile(r"@media[^{]*?min-width:\s*([\d.]+)(px|r?em)")
"""From which width of the window a rule of a stylesheet holds."""
PIXELS = {"px": 1, "em": 16, "rem": 16}
CUT = """() => [...document.querySelectorAll("main th, main td, main caption")].filter((cell) => cell.clientWidth > 1).flatMap((cell) => {
    const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    const cut = [];
    for (let node = words.nextNode(); node; node = words.nextNode()) {
        if (node.parentElement.closest("a[href^='http'], a[href^='mailto'], code")) continue; // addresses and names of files may be cut
        const whole = document.createRange();
        whole.selectNodeContents(node);
        if (whole.getClientRects().length < 2) continue; // on one line: nothing in it is cut
        for (const found of node.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(node, found.index);
            range.setEnd(node, found.index + found[0].length);
            const lines = new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top)));
            if (lines.size > 1) cut.push(`${cell.localName}: ${found[0]}`);
        }
    }
    return cut;
})"""
WRONG = f"(width) => [...({CUT})(), ...(document.documentElement.scrollWidth > width ? ['wider than the window'] : [])]"


def narrowest_windows(site: Path) -> list[int]:
    """The narrowest window of each layout, in pixels: where a table fits into that, it fits into wider ones."""
    styles = "".join(path.read_text("utf-8") for path in (site / "assets").glob("site.*.css"))
    return sorted({PHONE["width"], *(ceil(float(size) * PIXELS[unit]) for size, unit in BEGINS.findall(styles))})


def test_no_word_of_a_table_is_cut(site: Path, look: Visit) -> None:
    """On pages of every type that have a table."""
    plans, widths = has_table(site), narrowest_windows(site)
    assert plans
    assert len(widths) > 1
    for plan in plans:
        page = look(plan.url, viewport={"width": widths[0], "height": 900})
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(WRONG, width) == [], f"{plan.url} at {width}"
