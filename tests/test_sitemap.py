"""The sitemap: every page once, with its counterparts in the other languages, in the form that search engines read."""

import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.example import Example

ROOT = Path(__file__).parent.parent

NOT_LISTED = ('<meta name="robots" content="noindex">', '<meta http-equiv="refresh"')
"""What is in pages that search engines may not keep, and in those that only lead on."""


def test_every_page_is_in_the_sitemap_with_its_counterpart(built: "Example") -> None:
    """Once, under its whole address; each names the same pages as its counterparts do."""
    urls = ET.parse(built.site / "sitemap.xml").getroot().findall("{*}url")  # noqa: S314  our own
    entries = {
        url.findtext("{*}loc"): {link.get("hreflang"): link.get("href") for link in url.findall("{*}link")}
        for url in urls
    }
    pages = {
        path.parent.relative_to(built.site).as_posix()
        for path in built.site.glob("*/**/index.html")
        if not any(sign in path.read_text("utf-8") for sign in NOT_LISTED)
    }
    assert len(urls) == len(entries)
    assert entries.keys() == {f"https://bach.example/{page}/" for page in pages}
    for location, alternates in entries.items():
        assert location in alternates.values()
        assert all(entries[other] == alternates for other in alternates.values())


def test_a_day_is_said_on_which_the_page_changed_or_somebody_confirmed_it(built: "Example") -> None:
    """And none of other pages: that of the build would not be true."""
    urls = ET.parse(built.site / "sitemap.xml").getroot().findall("{*}url")  # noqa: S314  our own
    days = {url.findtext("{*}loc"): url.findtext("{*}lastmod") for url in urls}
    assert days["https://bach.example/en/services/parents-group/"] == "2025-10-30"
    assert days["https://bach.example/en/about/blocks/"] == "2025-10-02"
    assert days["https://bach.example/en/services/letterbox-contact/"] is None


def test_the_validator_of_sitemaps_agrees(built: "Example") -> None:
    """It checks the schema, and that counterparts name each other. It is not part of the project."""
    tool = ROOT.parent / "shared" / "tools" / "validate_sitemap.py"
    if not tool.is_file() or not find_spec("lxml"):
        pytest.skip(f"NOT VALIDATED against the sitemap schema: that needs {tool} and the package lxml")
    command: list[str | Path] = [sys.executable, tool, built.site / "sitemap.xml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
