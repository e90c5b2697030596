"""axe-core, which knows the rules of WCAG that a machine can check."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

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
ASK_AXE = Path(__file__).with_name("ask_axe.js").read_text("utf-8")
"""The function that runs in the page. What it looks at, and what not, stands there."""


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


@dataclass(frozen=True)
class Axe:
    """Asks axe about one page after another."""

    seen: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What axe has seen of the site, by the width of the window: it is not asked about that again."""
    window: dict[str, Any] = field(default_factory=lambda: {"script": source()})
    """What a window brings that axe looks at often. Elsewhere axe comes when it is asked."""

    def finds(self, page: Page) -> list[Violation]:
        """What it finds wrong on a page. Its script comes through the debugger, where the page's policy has no say."""
        assert page.viewport_size
        if not page.evaluate("'axe' in globalThis"):
            page.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": self.window["script"]})
        seen = self.seen[page.viewport_size["width"]]
        found: list[tuple[str, list[str], str]]
        found, new = page.evaluate(ASK_AXE, [RULES, OF_STYLES, " ".join(seen)])
        seen += new.split()
        return [Violation(rule, _criteria(tags), what) for rule, tags, what in found]


def _criteria(tags: list[str]) -> tuple[str, ...]:
    """As axe writes them: `wcag143`, `wcag1410`."""
    return tuple(f"{tag[4]}.{tag[5]}.{tag[6:]}" for tag in tags if re.fullmatch(r"wcag\d{3,4}", tag))
