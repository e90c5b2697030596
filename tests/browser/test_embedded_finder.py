"""The finder on a page of another site, with that site's own policy and styles: exactly what our page tells people to copy, and no more."""

import re
import threading
from collections.abc import Iterator
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from drws.say.strings import Strings

from .axe import Axe
from .sample import every_page, loaded
from .test_finder import AREAS, CARDIFF, NUMBER, POSTCODE
from .visits import KEPT_IN_THE_BROWSER, PHONE, Fetch, Visit, Witness

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
EMBED = {page.language: page for page in every_page() if page.name == "embed"}
COPIED = re.compile(r'<pre class="dataset__example"[^>]*><code>(.*?)</code></pre>', re.DOTALL)
STRICT = "default-src 'none'; style-src 'self'; form-action 'none'; base-uri 'none'; {ours}"
"""The policy of the other site, with what our page says to add to it."""
HOSTILE = """
html { font-size: 40%; color-scheme: dark; background: #111; }
* { color: #eee !important; background: #111 !important; text-transform: uppercase; font-size: 3px; display: inline; }
p, a, label, input, button, form, div { visibility: hidden !important; width: 3000px; position: fixed; }
drws-finder { visibility: visible !important; display: block !important; position: static; width: auto; font-size: 16px; }
"""
"""Styles that would ruin whatever they reach."""
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>x</title>
{style}</head><body><main><h1>x</h1>{copied}</main></body></html>
"""


class Elsewhere(BaseHTTPRequestHandler):
    """Answers as the server of a local authority might: pages by their paths, each with the policy."""

    pages: dict[str, tuple[str, str]]
    policy: str

    def do_GET(self) -> None:
        """One page, or nothing."""
        type_, content = self.pages.get(self.path, ("text/plain", ""))
        body = content.encode()
        self.send_response(200 if body else 204)
        self.send_header("Content-Type", f"{type_}; charset=utf-8")
        self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def elsewhere(site: Path, origin: str) -> Iterator[str]:
    """The origin of another site. `/en` has the element as our page says to copy it, `/en/plain` what needs no script, `/en/ugly` the element
    among hostile styles.
    """
    pages = {"/hostile.css": ("text/css", HOSTILE)}
    policies = set()
    partnership = loaded().site.partnership  # type: ignore[union-attr]
    for code in LANGUAGES:
        html = (site / EMBED[code].path).read_text("utf-8").replace(partnership.url, f"{origin}/")
        element, plain, policy, _ = (unescape(text) for text in COPIED.findall(html))
        policies.add(policy)
        style = '<link rel="stylesheet" href="/hostile.css">'
        pages[f"/{code}"] = ("text/html", PAGE.format(language=code, style="", copied=element))
        pages[f"/{code}/plain"] = ("text/html", PAGE.format(language=code, style="", copied=plain))
        pages[f"/{code}/ugly"] = ("text/html", PAGE.format(language=code, style=style, copied=element))
    [ours] = policies
    handler = type("Handler", (Elsewhere,), {"pages": pages, "policy": STRICT.format(ours=ours)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def box(page: Page) -> Locator:
    """Where one types: in the shadow tree, into which Playwright looks."""
    return page.locator("drws-finder input")


def answer(page: Page) -> Locator:
    """What the finder says."""
    return page.locator("drws-finder [data-finder-answer]")


def ask(page: Page, typed: str) -> None:
    """Type, and press Enter."""
    box(page).fill(typed)
    box(page).press("Enter")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_answers_by_keyboard_under_a_strict_policy(
    language: str, elsewhere: str, first_visit: Visit, witness: Witness, origin: str
) -> None:
    """In the language of the element, with a link to our page, and without a breach of the policy. Nothing is asked for but its files."""
    page = first_visit(f"{elsewhere}/{language}")
    expect(box(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(box(page)).to_be_focused()
    page.keyboard.type("cf103nq")
    page.keyboard.press("Enter")
    link = answer(page).get_by_role("link").first
    expect(link).to_have_attribute("href", f"{origin}{CARDIFF[language].url}")
    expect(answer(page)).to_contain_text(POSTCODE)
    expect(answer(page)).to_contain_text(NUMBER)
    assert answer(page).get_attribute("role") == "status"
    assert page.locator("drws-finder .embed").get_attribute("lang") == language
    ask(page, "Caerdydd")
    expect(link).to_have_attribute("href", f"{origin}{CARDIFF[language].url}")
    assert witness.complaints == []
    ours = [address for address in witness.requests if not address.startswith(elsewhere)]
    assert all(address.startswith(f"{origin}/embed/") for address in ours), ours
    assert not any("cf10" in address.lower() or "?" in address for address in witness.requests)
    assert page.evaluate(KEPT_IN_THE_BROWSER) == []
    assert Axe().finds(page) == []  # another site, whose elements look otherwise
    box(page).focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(CARDIFF[language].title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_it_has_no_answer_it_says_what_to_do_in_danger(
    language: str, elsewhere: str, first_visit: Visit, words: Strings
) -> None:
    """For words that are no place, and when the tables do not come; never only that one should try again."""
    site = loaded().site
    assert site
    emergency = site.partnership.emergency.in_language(language).words
    page = first_visit(f"{elsewhere}/{language}")
    page.route("**/postcodes.*", lambda route: route.abort())
    ask(page, POSTCODE)
    expect(answer(page)).to_contain_text(emergency)
    expect(page.locator("drws-finder .embed__more a")).to_have_attribute("href", re.compile(re.escape(AREAS[language])))
    page.unroute_all()
    ask(page, "mae ofn arna i")
    expect(answer(page)).to_contain_text(emergency)
    expect(answer(page).get_by_role("link")).to_have_attribute("href", re.compile("^tel:"))
    expect(box(page)).to_have_attribute("aria-invalid", "true")
    ask(page, POSTCODE)
    expect(answer(page)).not_to_contain_text(emergency)
    expect(answer(page)).to_contain_text(NUMBER)


def test_styles_of_the_page_do_not_reach_it(elsewhere: str, first_visit: Visit, origin: str) -> None:
    """It is readable on a dark page whose styles would ruin it, on a narrow screen, and in the colours of somebody’s own."""
    page = first_visit(f"{elsewhere}/en/ugly", viewport=PHONE)
    ask(page, POSTCODE)
    link = answer(page).get_by_role("link").first
    expect(link).to_be_visible()
    styled = "node => { const { color, textTransform, position, fontSize } = getComputedStyle(node); return [color, textTransform, position, parseFloat(fontSize) > 15]; }"
    seen = link.evaluate(styled)
    page.goto(f"{elsewhere}/en")
    ask(page, POSTCODE)
    expect(link).to_be_visible()
    assert link.evaluate(styled) == seen
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.emulate_media(forced_colors="active")
    box(page).focus()
    assert box(page).evaluate(
        "node => [getComputedStyle(node).outlineStyle, getComputedStyle(node).borderTopStyle]"
    ) == [
        "solid",
        "solid",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_there_is_a_link(language: str, elsewhere: str, visit_without: Visit, origin: str) -> None:
    """The element shows what stands inside it, and so does what is copied where no script is allowed."""
    for address in (f"{elsewhere}/{language}", f"{elsewhere}/{language}/plain"):
        page = visit_without(address)
        link = page.get_by_role("link")
        expect(link).to_be_visible()
        expect(link).to_have_attribute("href", f"{origin}{AREAS[language]}")


def test_where_our_site_does_not_answer_the_link_stays(elsewhere: str, first_visit: Visit) -> None:
    """Half a finder is never shown."""
    page = first_visit("about:blank")
    page.route("**/embed/1/en.txt", lambda route: route.abort())
    with page.expect_event("console", lambda said: said.type == "error" and "fetch" in said.text):
        page.goto(f"{elsewhere}/en")
    expect(page.get_by_role("link")).to_be_visible()
    expect(box(page)).to_have_count(0)


def test_only_its_files_are_open_to_others(site: Path, fetch: Fetch) -> None:
    """Any page may read them, and none of our pages."""
    for file in (site / "embed").rglob("*.*"):
        reply = fetch(f"/{file.relative_to(site).as_posix()}")
        assert reply.header("Access-Control-Allow-Origin") == ["*"], file
        assert reply.header("Cross-Origin-Resource-Policy") == ["cross-origin"], file
    reply = fetch("/en/")
    assert reply.header("Access-Control-Allow-Origin") == []
    assert reply.header("Cross-Origin-Resource-Policy") == ["same-origin"]
