"""The real site, built as `drws build` builds it, served by a real nginx, and looked at in a real browser.

Every worker of pytest-xdist has its own nginx and its own browser; the site is built once for all of them. To test a site that is
already built, name its folder: `DRWS_BUILT_SITE=site pytest tests/browser`.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect, sync_playwright

from drws.planning.page_plan import PagePlan
from drws.say.strings import Strings
from tests.audit import BROWSER, Audited, audited_by

from .axe import Axe
from .sample import label, loaded, one_in_turn, one_of_each_frame
from .server import serving
from .visits import DESKTOP, PATIENCE, Fetch, Visit, Windows, Witness, asking

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The first is Chromium without its own windows and menus: the same pages for two thirds of the work."""
FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--enable-features=RenderDocument:level/crashed-frame",
    "--js-flags=--single-threaded --no-turbofan --no-maglev --no-flush-bytecode",
)
"""A page comes into the frame of the one before, as long as that has not crashed: making a new frame takes a sixth of opening a page. A script
that runs once on a page is over before it pays to compile it well, and what was compiled serves for the next page.
"""
STILL = "--disable-threaded-compositing"
"""Makes Chromium without windows paint nothing: a third of its work. Styles, layout, focus and scripts are as ever, but it clicks on nothing."""

NO_SCRIPT = "--blink-settings=scriptEnabled=false"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for `either` runs for one page of every type.

    The scope makes pytest run all tests of a file for one page before those for the next, so that `look` opens each page once.
    """
    if "either" in metafunc.fixturenames:
        metafunc.parametrize("either", one_in_turn(), ids=label, scope="module")


@pytest.fixture(scope="session")
def site(real_site: Path) -> Path:
    """The folder of the real site."""
    return real_site


@pytest.fixture(scope="session")
def frames(site: Path) -> list[PagePlan]:
    """A page for each shape that the frame has: for what header and footer do, which is the same on all pages with that shape."""
    found = one_of_each_frame(site)
    assert found
    return found


@pytest.fixture(scope="session")
def origin(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where nginx serves the site: `http://127.0.0.1:40123`."""
    with serving(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture(scope="session")
def fetch(origin: str) -> Fetch:
    """Ask nginx for an address of the site."""
    return asking(origin)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, which drives the browser."""
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """Start the machine's Chromium (without a user interface where it has that), or else Playwright's own, with further flags."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None and not Path(playwright.chromium.executable_path).exists():
        pytest.fail("There is no Chromium, and these tests need it: run `make develop`, or install Chromium or Chrome.")
    sandbox = os.geteuid() != 0  # Chromium's sandbox does not work for root

    def start(*flags: str) -> Browser:
        return playwright.chromium.launch(executable_path=program, args=[*FLAGS, *flags], chromium_sandbox=sandbox)

    return start


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser], request: pytest.FixtureRequest) -> Iterator[Browser]:
    """A browser as it comes."""
    with launch() as launched:
        request.config.stash[BROWSER] = launched.version
        yield launched


@pytest.fixture(scope="session")
def axe() -> Axe:
    """Asks axe about pages of the site."""
    return Axe()


@pytest.fixture
def audited(request: pytest.FixtureRequest) -> Audited:
    """Notes for `make audit` which pages a test looked at and what it found."""
    return audited_by(request)


@pytest.fixture(scope="session")
def windows(browser: Browser, launch: Callable[..., Browser], origin: str) -> Iterator[Windows]:
    """The windows of this worker's browser, and of one that does not paint what is only looked at."""
    with launch(STILL) as still:
        yield Windows(browser, origin, still)


@pytest.fixture
def visit(windows: Windows) -> Visit:
    """Open a page, in a window that may have been used before."""
    return windows.visit


@pytest.fixture
def look(windows: Windows) -> Visit:
    """Open a page, unless it is open already, in a browser that does not paint. The test leaves it as it was, and clicks on nothing."""
    return windows.look


@pytest.fixture
def by_keyboard(windows: Windows) -> Visit:
    """Open a page, as `visit` does, in a browser that does not paint. The test presses keys and clicks on nothing."""
    return windows.by_keyboard


@pytest.fixture
def stay(windows: Windows) -> Visit:
    """The page at an address in a browser that does not paint, opened once, as the test before left it. The test clicks on nothing."""
    return windows.stay


@pytest.fixture
def witness() -> Witness:
    """Notes what goes on on the pages of `first_visit`."""
    return Witness()


@pytest.fixture
def first_visit(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open a page in a new window with nothing in its cache. When the test asks for a witness, it watches from the first request."""
    with ExitStack() as opened:
        yield opening(windows.new, opened, request)


@pytest.fixture
def first_by_keyboard(windows: Windows, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The same in a browser that does not paint. The test presses keys and clicks on nothing."""
    with ExitStack() as opened:
        yield opening(windows.new_unpainted, opened, request)


def opening(new: Callable[..., "BrowserContext"], opened: ExitStack, request: pytest.FixtureRequest) -> Visit:
    """How a test opens pages in windows of its own, which are closed with what was `opened`."""
    watching: Witness | None = request.getfixturevalue("witness") if "witness" in request.fixturenames else None

    def open_page(address: str, /, *, viewport: ViewportSize = DESKTOP, **options: Any) -> Page:
        page = opened.enter_context(new(viewport, **options)).new_page()
        if watching:
            watching.watch(page)
        page.goto(address)
        return page

    return open_page


@pytest.fixture(scope="session")
def words() -> Strings:
    """What the interface says."""
    read = loaded()
    assert read.strings
    return read.strings


@pytest.fixture(scope="session")
def visit_without(launch: Callable[..., Browser], origin: str) -> Iterator[Visit]:
    """Open a page in a browser that runs no JavaScript. Playwright's own option for that leaves `noscript` hidden."""
    with launch(NO_SCRIPT) as browser:
        yield Windows(browser, origin).visit


@pytest.fixture(scope="session")
def look_without(launch: Callable[..., Browser], origin: str) -> Iterator[Visit]:
    """The same in a browser that does not paint, for what is only looked at."""
    with launch(NO_SCRIPT, STILL) as browser:
        yield Windows(browser, origin).look
