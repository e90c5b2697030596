"""Addresses that pages had before, and pages that were withdrawn, on a host that knows nothing of redirects. The real site has none of them yet."""

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Browser, Route, ViewportSize

from .axe import Axe

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.browser

FORMER = {
    "en/glossary/list-of-services/": "en/glossary/directory/",
    "cy/geirfa/rhestr-o-leoedd/": "cy/geirfa/cyfeiriadur/",
}
WITHDRAWN = ("en/services/friday-evening-club/", "cy/gwasanaethau/clwb-nos-wener/")
NARROW: ViewportSize = {"width": 320, "height": 640}


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_arguments: object) -> None:
        """Nobody reads it."""


@pytest.fixture(scope="module")
def plain_host(built: "Example") -> Iterator[str]:
    """The small example, served as files."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=built.site)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_an_old_address_leads_on_without_a_script(plain_host: str, browser: Browser) -> None:
    """By itself and at once, in the language of whoever had it."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for former, now in FORMER.items():
            page.goto(plain_host + former)
            page.wait_for_url(plain_host + now)


def test_everybody_can_use_these_pages(plain_host: str, browser: Browser) -> None:
    """On a narrow screen, also where a browser was told not to follow."""
    with browser.new_context(viewport=NARROW) as context:
        page = context.new_page()
        page.route("**/list-of-services/", _stay)
        axe = Axe()  # another site, whose elements look otherwise
        for address in (*WITHDRAWN, next(iter(FORMER))):
            page.goto(plain_host + address)
            assert axe.finds(page) == [], address
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], address
        assert page.locator("main a").count() == 2


def _stay(route: Route) -> None:
    """The page without what makes a browser go on."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub('<meta http-equiv="refresh"[^>]*>', "", answer.text()))
