"""Every page is valid HTML: promise 23."""

import json
import subprocess
from pathlib import Path

import pytest

from .sample import ROOT, every_page

pytestmark = [pytest.mark.browser, pytest.mark.node]

PROGRAM = ROOT / "node_modules/.bin/html-validate"
RULES = Path(__file__).with_name("htmlvalidate.json")
BROKEN = (
    '<!doctype html><html lang="cy"><head><title>x</title></head><body><p id="a"><p id="a"><li>x</li></body></html>'
)


def errors_in(folder: Path) -> dict[str, list[str]]:
    """What html-validate finds wrong with the pages of a folder."""
    assert PROGRAM.exists(), "html-validate is missing: run `make develop`"
    done = subprocess.run(
        [PROGRAM, "--config", RULES, "--formatter", "json", f"{folder}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    return {
        Path(page["filePath"]).relative_to(folder).as_posix(): [
            f"{each['line']}:{each['column']} {each['message']} ({each['ruleId']})" for each in page["messages"]
        ]
        for page in json.loads(done.stdout)
        if page["messages"]
    }


def test_every_page_is_valid(site: Path) -> None:
    """Every page of the site follows the HTML standard and what html-validate knows of accessibility."""
    assert {page.path for page in every_page()} <= {
        path.relative_to(site).as_posix() for path in site.glob("**/*.html")
    }
    assert errors_in(site) == {}


def test_a_broken_page_is_seen(tmp_path: Path) -> None:
    """The test above would notice."""
    (tmp_path / "broken.html").write_text(BROKEN, "utf-8")
    assert {error.rpartition("(")[2] for error in errors_in(tmp_path)["broken.html"]} >= {
        "no-dup-id)",
        "element-permitted-parent)",
    }
