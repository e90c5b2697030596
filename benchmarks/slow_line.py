"""How long a first question takes on a slow line, as nginx sends the site with the configuration of the docs, over HTTP/2: every answer takes
300 ms, as far from a mast. `.venv/bin/python -m benchmarks.slow_line SITE…`, for sites that are built, such as that of before and after.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from benchmarks.lighthouse import BROWSERS
from benchmarks.search_weight import PATIENCE
from tests.browser.server import serving

LINE = {"offline": False, "latency": 300, "downloadThroughput": 200_000, "uploadThroughput": 90_000}
"""Milliseconds, and bytes a second."""
RUNS = 3
QUESTIONS = (
    ("/cy/chwilio/", "plant", "[data-search-results] a"),
    ("/en/search/", "adoption support", "[data-search-results] a"),
    ("/en/search/", "CF10 3NQ", "[data-search-place-answer] a"),
)
"""A page, what is asked, and where its answer stands."""
WHEN_SHOWN = """([answer, patience]) => new Promise((done, fail) => {
    setTimeout(() => fail(new Error("no answer")), patience);
    const look = () => document.querySelector(answer)?.checkVisibility() ? done(performance.now()) : requestAnimationFrame(look);
    look();
})"""
"""Milliseconds from when the page was asked for."""


def seconds(browser: Browser, address: str, answer: str) -> float:
    """Until there is an answer, in a window that has nothing yet: the best of some runs."""
    times: list[float] = []
    for _ in range(RUNS):
        with browser.new_context(ignore_https_errors=True) as context:
            page = context.new_page()
            line = context.new_cdp_session(page)
            line.send("Network.enable")
            line.send("Network.emulateNetworkConditions", LINE)
            page.goto(address, timeout=PATIENCE)
            times.append(page.evaluate(WHEN_SHOWN, [answer, PATIENCE]))
    return min(times) / 1000


def main(sites: list[str]) -> None:
    """Print the seconds of each question on each site."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    with (
        sync_playwright() as driver,
        driver.chromium.launch(executable_path=program, chromium_sandbox=False) as browser,
    ):
        for site in sites:
            with (
                tempfile.TemporaryDirectory(prefix="drws-nginx-") as folder,
                serving(Path(site), Path(folder), tls=True) as origin,
            ):
                for page, words, answer in QUESTIONS:
                    taken = seconds(browser, f"{origin}{page}?q={quote(words)}", answer)
                    Console().print(f"{taken:5.2f} s  {page} {words}  ({site})")


if __name__ == "__main__":
    main(sys.argv[1:])
