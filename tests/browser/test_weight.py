"""Nothing jumps while a page comes over a poor connection."""

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route, ViewportSize

from drws.planning.page_plan import PagePlan

from .sample import every_page
from .visits import DESKTOP, PHONE, Windows

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

SECONDS_FOR_A_FONT = 0.1

WATCH_SHIFTS = """globalThis.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
    [value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 100))]))).observe({ type: 'layout-shift', buffered: true });"""
WHEN_PAINTED = """async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return shifts;
}"""


BOTH = pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])


def _hold_up(route: Route) -> None:
    time.sleep(SECONDS_FOR_A_FONT)
    route.continue_()


@BOTH
@pytest.mark.parametrize("language", ["cy", "en"])
def test_a_button_that_comes_late_has_its_place(language: str, viewport: ViewportSize, windows: Windows) -> None:
    """What offers to keep a page is there once its script has run: what is below does not move for it."""
    url = next(page.url for page in every_page() if page.name == "organization:st-davids" and page.language == language)
    with windows.new(viewport) as context:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        page.route("**/assets/keep.*.js", _hold_up)
        page.goto(url)
        page.locator("[data-keep] button").wait_for()
        assert page.evaluate(WHEN_PAINTED) == []


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


@pytest.fixture(scope="module")
def slow_page(windows: Windows) -> Iterator[tuple[Page, list[str]]]:
    """A window to which fonts come late, and the addresses of those that did. Requests that are held up are never cached."""
    fonts: list[str] = []

    def hold_up(route: Route) -> None:
        fonts.append(route.request.url)
        _hold_up(route)

    with windows.new() as context:
        page = context.new_page()
        page.add_init_script(WATCH_SHIFTS)
        page.route("**/*.woff2", hold_up)
        yield page, fonts


def test_nothing_jumps(either: PagePlan, slow_page: tuple[Page, list[str]]) -> None:
    """A page that is there stays as it is, also when its fonts come late."""
    page, fonts = slow_page
    fonts.clear()
    page.set_viewport_size(PHONE if either.language == "cy" else DESKTOP)
    page.goto(either.url)
    assert page.evaluate(WHEN_PAINTED) == []
    assert fonts
