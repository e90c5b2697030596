"""Nothing jumps when a script comes late. That nothing does for a font is asked in `test_first_visit.py`."""

import time

import pytest
from playwright.sync_api import Route, ViewportSize

from .sample import every_page
from .visits import DESKTOP, PHONE, SHIFTS, WATCH_SHIFTS, Windows

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

SECONDS = 0.1
LATE = (
    ("organization:st-davids", "**/assets/keep.*.js", "[data-keep] button"),
    ("compare", "**/assets/compare.*.js", "[data-comparison-choice] input >> nth=0"),
)
"""Pages with something that a script brings, the script, and what shows that it has run."""

BOTH = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])


def _hold_up(route: Route) -> None:
    time.sleep(SECONDS)
    route.continue_()


@BOTH
@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_comes_late_has_its_place(language: str, viewport: ViewportSize, windows: Windows) -> None:
    """What is below does not move for it."""
    urls = {page.name: page.url for page in every_page() if page.language == language}
    with windows.new(viewport) as context:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        for name, script, brought in LATE:
            page.route(script, _hold_up)
            page.goto(urls[name])
            page.locator(brought).wait_for()
            assert page.evaluate(SHIFTS) == [], name


def test_a_button_that_does_not_come_leaves_no_hole_without_javascript_or_on_paper(windows: Windows) -> None:
    """However late the script is; on the screen its place is kept."""
    url = next(page.url for page in every_page() if page.name == "organization:st-davids" and page.language == "cy")
    with windows.new() as scripts, windows.new(java_script_enabled=False) as none:
        page, without = scripts.new_page(), none.new_page()
        page.route("**/assets/keep.*.js", lambda route: route.abort())
        page.goto(url)
        without.goto(url)
        assert page.locator("[data-keep]").bounding_box()
        assert without.locator("[data-keep]").bounding_box() is None
        page.emulate_media(media="print")
        assert page.locator("[data-keep]").bounding_box() is None
