"""Searching finds what is there, in the language of the page, and says what it does."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from drws.say.strings import Strings

from .axe import Axe
from .sample import every_page
from .search_page import A_WORD, LANGUAGES, SEARCH, answered, ask, fail, help_link, results, status, wait_for_the_answer
from .visits import PHONE, Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

KNOWN = [
    ("cy", "blwch llythyrau", "service"),
    ("en", "letterbox", "service"),
    ("cy", "Caerdydd", "authority"),
    ("en", "Cardiff", "authority"),
    ("cy", "ceredigion", "authority"),
    ("en", "VALE", "region"),
]
# How many results there are, in words. Welsh changes the noun after the number.
COUNTED = {
    "cy": {0: "Ni chafwyd canlyniadau.", 1: "1 canlyniad", 2: "2 ganlyniad", 3: "3 chanlyniad", 4: "4 canlyniad", 6: "6 chanlyniad", 10: "10 canlyniad", 120: "120 canlyniad"},
    "en": {0: "No results found.", 1: "1 result", 2: "2 results", 120: "120 results"},
}  # fmt: skip
HOSTILE = "<img src=x onerror=\"document.title='taken'\">"
# A Pagefind that finds as many pages as it is asked to, or as a test wants of them, by the name of a hostile author.
FAKE = """
const data = async () => ({ url: '/%(language)s/', meta: { title: %(title)s, summary: %(title)s } });
const results = Array.from({ length: %(count)d }, (_, id) => ({ id: `${id}`, score: 1, data }));
export const createInstance = () => ({
  options: async () => {}, init: async () => {}, search: async () => ({ results: results.slice(0, globalThis.wanted) }),
});
"""


def titles(language: str, kind: str) -> set[str]:
    """What the pages of one kind are called."""
    return {page.title for page in every_page() if page.language == language and page.kind == kind}


def pretend(page: Page, *, count: int, language: str) -> None:
    """Let the page find that many results, whatever it is asked."""
    script = FAKE % {"count": count, "language": language, "title": repr(HOSTILE)}
    page.route("**/pagefind/pagefind.js*", lambda route: route.fulfill(body=script, content_type="text/javascript"))


@pytest.fixture
def pretending(by_keyboard: Visit) -> Iterator[Page]:
    """A page that may pretend until the test is over."""
    page = by_keyboard("about:blank")
    yield page
    page.unroute_all(behavior="wait")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_in_the_address_is_answered_at_once(language: str, by_keyboard: Visit) -> None:
    """And stands in the box."""
    query = next(query for each, query, _ in KNOWN if each == language)
    page = by_keyboard(f"{SEARCH[language]}?q={query}")
    expect(results(page).first).to_contain_text(re.compile(query, re.IGNORECASE))
    expect(page.locator("[data-search] input[name=q]")).to_have_value(query)


def test_the_mouse_asks_and_goes(visit: Visit) -> None:
    """As keys do in the other tests: the button asks, a result leads to its page."""
    page = visit(SEARCH["en"])
    ask(page, A_WORD["en"])
    wait_for_the_answer(page)
    first = results(page).first.locator("a")
    address = first.get_attribute("href")
    first.click()
    page.wait_for_url(f"**{address}")


@pytest.mark.parametrize(("language", "query", "kind"), KNOWN)
def test_what_one_looks_for_comes_first(language: str, query: str, kind: str, stay: Visit) -> None:
    """The first answer is about it, and what one needs is among those shown."""
    page = answered(stay(SEARCH[language]), query)
    first = results(page).locator("a").all_inner_texts()
    assert query.lower() in first[0].lower()
    assert any(query.lower() in title.lower() for title in titles(language, kind) & set(first))


@pytest.mark.parametrize(
    ("language", "query"), [("cy", "mabwysiadu"), ("cy", "adoption"), ("en", "adoption"), ("en", "plant")]
)
def test_results_are_in_the_language_of_the_page(language: str, query: str, stay: Visit) -> None:
    """Whatever the language of the question, every result is a page of this language, and its link comes first."""
    page = answered(stay(SEARCH[language]), query)
    links = results(page).locator("> :first-child")
    told = links.evaluate_all(
        "(all) => all.map((each) => [each.tagName, each.getAttribute('href'), each.innerText.trim()])"
    )
    assert told
    for tag, address, name in told:
        assert tag == "A"
        assert address.startswith(f"/{language}/")
        assert name


def pretend_words(page: Page, site: Path, language: str) -> list[str]:
    """Let the pages have words that nobody has thought of, each asked of the index by itself."""
    keys = json.loads((site / "search" / f"{language}.json").read_text("utf-8")).get("keys")
    files = keys["files"] if keys else {"names": "ab", "folder": "none"}
    beginning = next(name for name in files["names"].split() if len(name) == 2)
    words = [f"{beginning}qqzz{letter}" for letter in ascii_lowercase]
    table = {"keys": " ".join(words), "forms": {}}
    page.route(f"**/search/{files['folder']}/{beginning}.json", lambda route: route.fulfill(json=table))
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_number_of_results_is_said(language: str, pretending: Page, site: Path) -> None:
    """A screen reader says how many there are, with the noun as its language has it after the number."""
    page = pretending
    pretend(page, count=max(COUNTED[language]), language=language)
    words = pretend_words(page, site, language)
    page.goto(SEARCH[language])
    for (count, said), word in zip(COUNTED[language].items(), words, strict=False):
        page.evaluate("(count) => { globalThis.wanted = count; }", count)
        answered(page, word)
        expect(status(page)).to_have_text(said)
        assert status(page).get_attribute("role") == "status" or status(page).get_attribute("aria-live") == "polite"
        expect(results(page)).to_have_count(min(count, 10))


@pytest.mark.parametrize("query", ["plant", "xylophonequartz", ""], ids=["some", "none", "no-question"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_can_use_the_results(language: str, query: str, stay: Visit, axe: Axe) -> None:
    """With results on it, without any, and without a question, the page breaks no rule of axe."""
    page = answered(stay(SEARCH[language], viewport=PHONE), query)
    assert axe.finds(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_results_are_shown_on_demand(language: str, words: Strings, pretending: Page) -> None:
    """Ten at a time: the button shows the next, moves the focus to the first of them, and goes when there are no more."""
    page = pretending
    pretend(page, count=13, language=language)
    page.goto(f"{SEARCH[language]}?q={A_WORD[language]}")
    more = page.get_by_role("button", name=words.say("search.more", language))
    expect(results(page)).to_have_count(10)
    more.press("Enter")
    expect(results(page)).to_have_count(13)
    expect(results(page).nth(10).locator("a")).to_be_focused()
    expect(more).to_be_hidden()


def test_what_the_index_says_is_text(pretending: Page) -> None:
    """Markup in the index, whoever put it there, is shown as it was written."""
    page = pretending
    pretend(page, count=1, language="en")
    page.goto(f"{SEARCH['en']}?q={A_WORD['en']}")
    expect(results(page).first).to_contain_text(HOSTILE)
    assert page.locator("main img").count() == 0
    assert page.title() != "taken"


def is_asked(query: str, address: str) -> bool:
    """Does an address ask this?"""
    return parse_qs(urlsplit(address).query).get("q") == [query]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_question_is_text(language: str, stay: Visit) -> None:
    """Whatever one asks is asked as it stands, and nothing of it runs."""
    page = stay(SEARCH[language])
    title = page.title()
    for query in (HOSTILE, "'\"><script>alert(1)</script>", "\\", "%", "a" * 200, "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "__proto__"):
        answered(page, query)
        assert is_asked(query, page.url)
        expect(page.locator("[data-search] input[name=q]")).to_have_value(query)
        assert page.locator("main img, main script").count() == 0
        assert page.title() == title


@pytest.mark.parametrize("query", [HOSTILE, "%", "__proto__"])
def test_a_hostile_address_is_text(query: str, by_keyboard: Visit) -> None:
    """What stands in an address is read by other code than what is typed."""
    page = by_keyboard(f"{SEARCH['cy']}?q={quote(query)}")
    wait_for_the_answer(page)
    expect(page.locator("[data-search] input[name=q]")).to_have_value(query)
    assert page.locator("main img, main script").count() == 0
    assert page.title() != "taken"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_results_are_no_dead_end(language: str, words: Strings, stay: Visit) -> None:
    """When nothing is found the page says so, and what to try."""
    page = answered(stay(SEARCH[language]), "xylophonequartz")
    expect(page.get_by_role("heading", name=words.say("search.try_title", language))).to_be_visible()
    expect(status(page)).not_to_be_empty()
    assert results(page).count() == 0
    assert page.locator("[data-search-none] a[href]").count() >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_index_is_no_dead_end(language: str, words: Strings, first_by_keyboard: Visit, axe: Axe) -> None:
    """When the index cannot be had the page says so and leads to the list in alphabetical order."""
    page = first_by_keyboard("about:blank")
    page.route("**/pagefind/**", fail)
    page.goto(f"{SEARCH[language]}?q=plant")
    expect(status(page)).to_have_text(words.say("search.failed", language))
    assert axe.finds(page) == []
    page.locator("[data-search-failed] a").press("Enter")
    expect(page.locator("h1")).to_have_text(words.say("page.a-to-z", language))


def test_the_way_back_leads_to_the_results(by_keyboard: Visit) -> None:
    """Who comes back from a result finds the question and the results as they were."""
    page = answered(by_keyboard(SEARCH["cy"]), A_WORD["cy"])
    before = results(page).all_inner_texts()
    results(page).first.locator("a").press("Enter")
    expect(page.locator("[data-search]")).to_have_count(0)
    page.go_back()
    expect(results(page)).to_have_count(len(before))
    assert results(page).all_inner_texts() == before
    assert re.search(r"\?q=\w+$", page.url)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_question_replaces_the_first(language: str, stay: Visit, origin: str) -> None:
    """The address always holds the question whose answers are shown."""
    page = answered(stay(SEARCH[language]), "xylophonequartz")
    expect(page.locator("[data-search-none]")).to_be_visible()
    answered(page, "Powys")
    expect(results(page).first).to_contain_text("Powys")
    expect(page).to_have_url(f"{origin}{SEARCH[language]}?q=Powys")
    expect(page.locator("[data-search-none]")).to_be_hidden()


def test_other_forms_are_marked(stay: Visit) -> None:
    """Whatever form was typed, every form of it is marked in titles and summaries, as text."""
    page = answered(stay(SEARCH["cy"]), "fabwysiadau")
    marked = {mark.lower() for mark in page.locator("[data-search-results] mark").all_inner_texts()}
    assert {"mabwysiadu", "fabwysiadu"} <= marked


def test_results_are_in_groups_that_can_be_chosen(words: Strings, by_keyboard: Visit) -> None:
    """Each kind has a heading and a box; what is chosen stands in the address, and the way back takes it away again."""
    page = by_keyboard(f"{SEARCH['cy']}?q={A_WORD['cy']}")
    headings = page.locator("[data-search-results] h2")
    expect(headings.nth(2)).to_be_visible()
    everything = status(page).inner_text()
    page.locator("[data-search-kinds] summary").press("Enter")
    services = page.get_by_role("checkbox", name=words.say("search.group.services", "cy"))
    services.press("Space")
    expect(headings).to_have_count(1)
    assert page.url.endswith("&kind=services")
    assert int(status(page).inner_text().split()[0]) == int(re.sub(r"\D", "", headings.inner_text()))
    expect(services).to_be_checked()
    expect(services).to_be_focused()
    page.go_back()
    expect(status(page)).to_have_text(everything)
    expect(services).not_to_be_checked()
    page.go_forward()
    expect(headings).to_have_count(1)
    page.reload()
    expect(headings).to_have_count(1)


@pytest.mark.parametrize(("language", "query", "other"), [("cy", "grandparents", "en"), ("en", "neiniau", "cy")])
def test_the_other_language_helps_where_this_one_has_nothing(
    language: str, query: str, other: str, stay: Visit, axe: Axe
) -> None:
    """Pages of the other language are shown under a heading that says so, and are marked with their language."""
    page = answered(stay(SEARCH[language]), query)
    section = page.locator(f"[data-search-elsewhere={other}]")
    expect(section.locator("a").first).to_be_visible()
    expect(section.locator("ol")).to_have_attribute("lang", other)
    expect(section.locator("a").first).to_have_attribute("hreflang", other)
    assert (section.locator("a").first.get_attribute("href") or "").startswith(f"/{other}/")
    assert page.locator("html").get_attribute("lang") == language
    assert axe.finds(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_finds_nothing_is_led_on(language: str, stay: Visit) -> None:
    """Doors, help, and a mail that holds the question and nothing else."""
    query = "xylophonequartz & qqzzvv"
    page = answered(stay(SEARCH[language]), query)
    expect(page.locator("[data-search-doors] a")).to_have_count(3)
    none = page.locator("[data-search-none]")
    expect(none.locator(f"a[href='{help_link(page).get_attribute('href')}']").first).to_be_visible()
    address = none.locator("[data-search-mail]").first.get_attribute("href") or ""
    assert address.startswith("mailto:")
    assert parse_qs(urlsplit(address).query) == {"body": [query]}
