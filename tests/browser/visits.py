"""What tests hold in their hands: ways to open pages, a way to ask the server, and a witness of what goes on."""

from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any, Protocol
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize
from selectolax.lexbor import LexborHTMLParser

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 320, "height": 640}
"""As wide as what 1280 pixels are when everything is shown four times as large (WCAG 2.2, 1.4.10)."""

PATIENCE = 60_000
"""Milliseconds to wait for what should be there at once: a busy machine is no fault of the site."""


KEPT_IN_THE_BROWSER = """async () => [
    document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await caches.keys()),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
].filter(Boolean)"""
WATCH_SHIFTS = """globalThis.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
    [value, ...sources.map(({ node }) => node?.outerHTML?.slice(0, 100))]))).observe({ type: 'layout-shift', buffered: true });"""
"""Before a page: note what moves on it, and how far."""
SHIFTS = """async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return shifts;
}"""
"""What has moved once all fonts are there."""


@dataclass(slots=True)
class Witness:
    """What went on while pages were open."""

    requests: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    complaints: list[str] = field(default_factory=list)
    """Breaches of the policy, exceptions, requests that failed or found nothing, and what scripts complain of in the console. What the
    browser itself writes there does not count: it differs from version to version."""

    def watch(self, page: Page) -> None:
        """Look at a page from now on."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        page.on("response", lambda response: self._receive(response))  # noqa: PLW0108  Playwright writes into methods it is handed
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._listen(said))  # noqa: PLW0108  likewise
        page.expose_binding("policyBroken", lambda _source, what: self.complaints.append(f"policy: {what}"))
        page.add_init_script(
            "document.addEventListener('securitypolicyviolation', (event) =>"
            " policyBroken(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`))"
        )

    def _receive(self, response: Response) -> None:
        if response.status >= HTTPStatus.BAD_REQUEST:
            self.complaints.append(f"{response.status}: {response.url}")

    def _listen(self, said: ConsoleMessage) -> None:
        if said.type in ("error", "warning") and said.args:  # the browser's own messages have no arguments
            self.complaints.append(f"{said.type}: {said.text}")


@dataclass(slots=True)
class Windows:
    """Browser windows on the site."""

    browser: Browser
    origin: str
    still: Browser | None = None
    """A browser that does not paint, for `look`."""
    kept: dict[str, Page] = field(default_factory=dict)
    """Windows to use again, by what is particular about them. The site keeps nothing in the browser (test_privacy.py), so a page
    that is opened in a window that was used looks as in a new one."""

    def visit(self, address: str, /, *, viewport: ViewportSize = DESKTOP, **options: Any) -> Page:
        """The page at an address. Not for tests that change their window beyond what the next page undoes."""
        return self._gone_to(address, "visit", self.browser, viewport, **options)

    def by_keyboard(self, address: str, /, *, viewport: ViewportSize = DESKTOP, **options: Any) -> Page:
        """The same in a browser that does not paint: for tests that press keys, and click on nothing."""
        return self._gone_to(address, "keyboard", self.still or self.browser, viewport, **options)

    def stay(self, address: str, /, *, viewport: ViewportSize = DESKTOP, **options: Any) -> Page:
        """The page at an address in such a window of its own, opened once, and as the test before left it: for pages that are asked one thing
        after another.
        """
        key = f"stay {address} {options}"
        if key not in self.kept:
            self.kept[key] = self.new_unpainted(viewport, **options).new_page()
        window = self.kept[key]
        window.set_viewport_size(viewport)
        if urlsplit(window.url).path != address:
            window.goto(address)
        return window

    def look(self, address: str, /, *, viewport: ViewportSize = DESKTOP, script: str = "", **options: Any) -> Page:
        """The same in a window that nothing else uses, opened once for all tests in turn that leave the page as it was, at any width.

        A `script` is in every page that this window opens: the browser gets it once, and compiles it once.
        """
        key = f"look {hash(script)} {options}"
        if key not in self.kept:
            context = self._opened(self.still or self.browser, viewport, **options)
            if script:
                context.add_init_script(script)
            self.kept[key] = context.new_page()
        window = self.kept[key]
        if window.viewport_size != viewport:
            window.set_viewport_size(viewport)
        if window.url != f"{self.origin}{address}":
            window.goto(address)
        return window

    def new(self, viewport: ViewportSize = DESKTOP, **options: Any) -> BrowserContext:
        """The browser of someone who was never here before."""
        return self._opened(self.browser, viewport, **options)

    def new_unpainted(self, viewport: ViewportSize = DESKTOP, **options: Any) -> BrowserContext:
        """The same, in a browser that does not paint."""
        return self._opened(self.still or self.browser, viewport, **options)

    def _gone_to(self, address: str, use: str, browser: Browser, viewport: ViewportSize, **options: Any) -> Page:
        key = f"{use} {options}"
        if key not in self.kept:
            self.kept[key] = self._opened(browser, viewport, **options).new_page()
        window = self.kept[key]
        window.set_viewport_size(viewport)
        window.goto(address)
        return window

    def _opened(self, browser: Browser, viewport: ViewportSize, **options: Any) -> BrowserContext:
        context = browser.new_context(base_url=self.origin, viewport=viewport, **options)
        context.set_default_timeout(PATIENCE)
        return context


def weigh(page: Page, origin: str, *, anew: bool = False) -> dict[str, int]:
    """The size of every file that the page fetches from now on, as it comes over the line and as often as it does, by its address on the site.

    With `anew` the page takes nothing from what other pages have fetched.
    """
    sizes: dict[str, int] = {}
    asked: dict[str, str] = {}

    def begun(event: dict[str, Any]) -> None:
        asked[event["requestId"]] = event["request"]["url"].removeprefix(origin)

    def ended(event: dict[str, Any]) -> None:
        address = asked[event["requestId"]]
        sizes[address] = sizes.get(address, 0) + int(event["encodedDataLength"])

    line = page.context.new_cdp_session(page)
    line.on("Network.requestWillBeSent", begun)
    line.on("Network.loadingFinished", ended)
    line.send("Network.enable")
    if anew:
        line.send("Network.setCacheDisabled", {"cacheDisabled": True})
    return sizes


class Visit(Protocol):
    """How a test opens a page."""

    def __call__(self, address: str, /, *, viewport: ViewportSize = ..., **options: Any) -> Page:
        """The page at an address of the site."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server says to one request."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> list[str]:
        """Every value of a header: one, unless something is wrong."""
        return [value for key, value in self.headers if key.lower() == name.lower()]


class Fetch(Protocol):
    """How a test asks the server without a browser."""

    def __call__(self, address: str, /, **headers: str) -> Answer:
        """The answer to one GET; redirects are not followed."""


def asking(origin: str) -> Fetch:
    """Ask a server, under its origin, for addresses."""

    def ask(address: str, /, **headers: str) -> Answer:
        connection = HTTPConnection(urlsplit(origin).netloc, timeout=10)
        try:
            connection.request("GET", address, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, tuple(response.getheaders()), response.read())
        finally:
            connection.close()

    return ask


def headings(answer: Answer) -> list[str]:
    """The names in the list of a page, as they stand in it before any script runs."""
    found = LexborHTMLParser(answer.body).css("main .summaries :is(h2, h3)")
    return [" ".join(each.text().split()) for each in found]
