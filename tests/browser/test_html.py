"""Every page is valid HTML: promise 23. A page of each type, and one with each kind of element, stand for all others."""

from pathlib import Path

import pytest

from tests.audit import Audited, Finding
from tests.html_validate import html_problems

from .sample import every_page, sample

pytestmark = [pytest.mark.browser, pytest.mark.node]

BROKEN = (
    '<!doctype html><html lang="cy"><head><title>x</title></head><body><p id="a"><p id="a"><li>x</li></body></html>'
)


def test_every_page_is_there(site: Path) -> None:
    """What was planned was written."""
    assert {page.path for page in every_page() if not (site / page.path).is_file()} == set()


@pytest.mark.audit("html")
def test_pages_are_valid(site: Path, audited: Audited) -> None:
    """They follow the HTML standard and what html-validate knows of accessibility."""
    problems = html_problems(site, sorted({page.path for page in sample(site)}))
    for page in sample(site):
        own = (each.removeprefix(f"{page.path}:") for each in problems if each.startswith(f"{page.path}:"))
        audited(page, (Finding(each.split()[1].rstrip(":")) for each in own))
    assert problems == []


def test_a_broken_page_is_seen(tmp_path: Path) -> None:
    """The test above would notice."""
    (tmp_path / "broken.html").write_text(BROKEN, "utf-8")
    assert {problem.split()[1] for problem in html_problems(tmp_path)} >= {"no-dup-id:", "element-permitted-parent:"}
