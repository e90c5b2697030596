"""What a first search fetches beside the page, compressed, as nginx sends it with the configuration of the site: on the search page, and in
the library of policies. `.venv/bin/python -m benchmarks.search_weight SITE`, for a site that is built.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from benchmarks.lighthouse import BROWSERS
from tests.browser.server import serving
from tests.browser.visits import weigh

PATIENCE = 60_000
"""Milliseconds for everything to be fetched."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked first of all, and on which page."""

    name: str
    page: str
    words: str


QUESTIONS = (
    Question("search, cy", "/cy/chwilio/", "cwnsela yng Nghaerdydd"),
    Question("search, en", "/en/search/", "counselling in Cardiff"),
    Question("library, cy", "/cy/polisiau/", "pwy sy’n cymeradwyo’r paru"),
    Question("library, en", "/en/policies/", "who signs off a match"),
)


@dataclass(frozen=True, slots=True)
class Weight:
    """What a first search fetched."""

    question: Question
    page: int
    """Bytes of the page without a question, with all that belongs to it."""
    fetched: int
    """Bytes of what came on top."""
    files: int
    """How many files that was."""
    results: int
    """How many of them were results."""


def weights(site: Path) -> Iterator[Weight]:
    """Each first search, in a window that has nothing yet."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    with (
        tempfile.TemporaryDirectory(prefix="drws-nginx-") as folder,
        serving(site, Path(folder)) as origin,
        sync_playwright() as driver,
        driver.chromium.launch(executable_path=program, chromium_sandbox=False) as browser,
    ):
        for question in QUESTIONS:
            before = _fetched(browser, origin, question.page)
            after = _fetched(browser, origin, f"{question.page}?q={quote(question.words)}")
            new = {address: size for address, size in after.items() if address.partition("?q=")[0] not in before}
            results = sum("/fragment/" in address for address in new)
            yield Weight(question, sum(before.values()), sum(new.values()), len(new), results)


def _fetched(browser: Browser, origin: str, address: str) -> dict[str, int]:
    with browser.new_context(base_url=origin) as context:
        page = context.new_page()
        sizes = weigh(page, origin)
        page.goto(address, wait_until="networkidle", timeout=PATIENCE)
        return dict(sizes)


if __name__ == "__main__":
    for each in weights(Path(sys.argv[1])):
        Console().print(each)
