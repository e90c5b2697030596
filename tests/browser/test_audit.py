"""What `data/audits/accessibility.yml` claims is what the tests look at: nothing is claimed that no test would see."""

import ast
from collections import defaultdict
from pathlib import Path

from drws.domains.website.audits.accessibility import AccessibilityAudit, AccessibilityCheck
from drws.planning.addresses import page_type

from .sample import every_page, loaded, one_in_turn

HERE = Path(__file__).parent


def marked() -> set[str]:
    """What the tests of this folder say that they look at: the argument of each `audit` mark."""
    calls = (
        node
        for path in HERE.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "audit"
    )
    return {str(argument.value) for call in calls for argument in call.args if isinstance(argument, ast.Constant)}


def test_every_check_is_a_test() -> None:
    """What the file can name is what tests are marked with, and nothing else."""
    assert marked() == {check.value for check in AccessibilityCheck}


def test_what_the_file_covers_is_visited() -> None:
    """A type of page of which the site has one, and that the file says was looked at, is among those that the browser opens."""
    site = loaded().site
    assert site
    audit = site.dataset(AccessibilityAudit)
    assert audit, "data/audits/accessibility.yml is missing: run `make audit`"
    there = {page_type(page.name) for page in every_page()}
    templates = {page.template for page in one_in_turn()}
    visited = {page_type(page.name) for page in every_page() if page.template in templates}
    assert there & {each.page_type for each in audit.covered} - visited == set()


def test_a_type_of_page_has_one_template() -> None:
    """Otherwise one of two could be tested and both be claimed."""
    templates: dict[str, set[str]] = defaultdict(set)
    for page in every_page():
        templates[page_type(page.name)].add(page.template)
    assert {kind: names for kind, names in templates.items() if len(names) > 1} == {}
