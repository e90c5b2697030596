"""axe-core, which knows the rules of WCAG that a machine can check."""

from playwright.sync_api import Page

from .sample import ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": False,  # style sheets are fetched a second time for rules that are not run here, which takes as long as the rules
}
RUN_AXE = """async (rules) => (await axe.run(rules)).violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))"""


def violations(page: Page) -> list[str]:
    """What axe finds wrong. Its script comes through the debugger, where the page's policy has no say."""
    assert AXE.is_file(), "axe-core is missing: run `make develop`"
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(RUN_AXE, RULES)
    return found
