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
# Rows and cards that are made alike, to the last element, differ in their words alone: of such neighbours axe looks at two, which takes half
# of the time. The others are away meanwhile, and then where they were.
RUN_AXE = """async (rules) => {
    const told = new Set(['class', 'lang', 'role', 'type']);
    const shape = (element) => [
        element.tagName, ...[...element.attributes].map(({ name, value }) => told.has(name) ? `${name}=${value}` : name),
        element.children.length ? [...element.children].map((child) => `(${shape(child)})`) : element.textContent.trim() !== '',
    ].join(' ');
    const away = [];
    const thin = (parent) => {
        const seen = new Map();
        for (const child of [...parent.children]) {
            const alike = shape(child);
            seen.set(alike, (seen.get(alike) ?? 0) + 1);
            if (seen.get(alike) <= 2) thin(child);
            else { away.push([child, child.nextSibling, parent]); child.remove(); }
        }
    };
    thin(document.body);
    try {
        return (await axe.run(rules)).violations.flatMap(({ id, tags, nodes }) =>
            nodes.map((node) => [id, tags, `${node.html} ${node.failureSummary}`]));
    } finally {
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


def violations(page: Page) -> list[Violation]:
    """What axe finds wrong. Its script comes through the debugger, where the page's policy has no say, unless the window has it already."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(source())
    found: list[tuple[str, list[str], str]] = page.evaluate(RUN_AXE, RULES)
    return [Violation(rule, _criteria(tags), what) for rule, tags, what in found]


def _criteria(tags: list[str]) -> tuple[str, ...]:
    """As axe writes them: `wcag143`, `wcag1410`."""
    return tuple(f"{tag[4]}.{tag[5]}.{tag[6:]}" for tag in tags if re.fullmatch(r"wcag\d{3,4}", tag))
