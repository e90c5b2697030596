"""axe-core, which knows the rules of WCAG that a machine can check."""

import re
from typing import NamedTuple

from playwright.sync_api import Page

from tests.audit import AXE_RULES, Finding

from .sample import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = {
    "runOnly": list(AXE_RULES),
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # style sheets are fetched a second time for rules that are not run here, which takes as long as the rules
}
OF_STYLES = {"color-contrast": ["*"], "link-in-text-block": ["a[href]", "[role=link]"], "target-size": ["*"]}
"""Rules whose answer follows from the style sheet, which is most of the work of axe, and to which elements they apply."""
# Rows and cards that are made alike, to the last element, differ in their words alone: of such neighbours axe looks at two. The others are
# away meanwhile, and then where they were. An element that has the names of one that was `seen`, as have all that it stands in, has its
# styles: it is not asked again about those. `seen` has a line for each: the place of that of its parent, and the element's names.
RUN_AXE = """async ([rules, ofStyles, seenLines]) => {
    const told = new Set(['aria-current', 'aria-selected', 'class', 'data-state', 'lang', 'role', 'type']);
    const names = ({ tagName, attributes }) =>
        [tagName, ...[...attributes].map(({ name, value }) => told.has(name) ? `${name}=${value}` : name)].join(' ').replaceAll('\\n', ' ');
    const shape = (element) => [
        names(element), element.children.length ? [...element.children].map((child) => `(${shape(child)})`) : element.textContent.trim() !== '',
    ].join(' ');
    const away = [];
    const thin = (parent) => {
        const counted = new Map();
        for (const child of [...parent.children]) {
            const alike = shape(child);
            counted.set(alike, (counted.get(alike) ?? 0) + 1);
            if (counted.get(alike) <= 2) thin(child);
            else { away.push([child, child.nextSibling, parent]); child.remove(); }
        }
    };
    const seen = seenLines ? seenLines.split('\\n') : [];
    const lines = new Map(seen.map((line, place) => [line, place]));
    const isSeen = ({ line }) => lines.get(line) < seen.length;
    const all = [];
    const list = (element, above) => {
        const line = `${above} ${names(element)}`;
        if (!lines.has(line)) lines.set(line, lines.size);
        all.push({ element, line });
        for (const child of element.children) list(child, lines.get(line));
    };
    thin(document.body);
    list(document.documentElement, '');
    const again = all.filter(isSeen).map(({ element }) => element);
    for (const element of again) element.setAttribute('data-seen', '');
    axe.configure({ rules: Object.entries(ofStyles).map(([id, asked]) => ({ id, selector: asked.map((each) => `${each}:not([data-seen])`).join() })) });
    try {
        const found = (await axe.run(rules)).violations.flatMap(({ id, tags, nodes }) =>
            nodes.map((node) => [id, tags, `${node.html} ${node.failureSummary}`]));
        return [found, [...lines.keys()].slice(seen.length).join('\\n')];
    } finally {
        for (const element of again) element.removeAttribute('data-seen');
        for (const [child, next, parent] of away.reverse()) parent.insertBefore(child, next);
    }
}"""


def source() -> str:
    """The script of axe."""
    assert AXE.is_file(), "axe-core is missing: run `make develop`"
    return AXE.read_text("utf-8")


class Violation(NamedTuple):
    """Something that axe finds wrong."""

    rule: str
    criteria: tuple[str, ...]
    """The success criteria of WCAG that the rule is about: `1.4.3`."""
    what: str
    """The element, and what is wrong with it."""

    @property
    def finding(self) -> Finding:
        """The same for the audit."""
        return Finding(self.rule, self.criteria)


def violations(page: Page, seen: list[str] | None = None) -> list[Violation]:
    """What axe finds wrong. Its script comes through the debugger, where the page's policy has no say, unless the window has it already.

    Who looks at many pages at one width hands over the same list, empty at first: what axe has `seen` is not asked about its styles again.
    """
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(source())
    seen = [] if seen is None else seen
    found: list[tuple[str, list[str], str]]
    found, new = page.evaluate(RUN_AXE, [RULES, OF_STYLES, "\n".join(seen)])
    seen += new.split("\n") if new else []
    return [Violation(rule, _criteria(tags), what) for rule, tags, what in found]


def _criteria(tags: list[str]) -> tuple[str, ...]:
    """As axe writes them: `wcag143`, `wcag1410`."""
    return tuple(f"{tag[4]}.{tag[5]}.{tag[6:]}" for tag in tags if re.fullmatch(r"wcag\d{3,4}", tag))
