"""Searching finds what is there, in the language of the page, and says what it does."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from drws.say.strings import Strings

from .axe import violations
from .sample import every_page, loaded
from .visits import PHONE, Visit, Windows, weigh

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
SEARCH = {page.language: page.url for page in every_page() if page.name == "search"}
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
    "cy": {0: "Ni chafwyd canlyniadau.", 1: "1 canlyniad", 2: "2 ganlyniad", 3: "3 chanlyniad", 4: "4 canlyniad", 5: "5 canlyniad", 6: "6 chanlyniad", 7: "7 canlyniad", 10: "10 canlyniad", 13: "13 canlyniad", 120: "120 canlyniad"},
    "en": {0: "No results found.", 1: "1 result", 2: "2 results", 3: "3 results", 4: "4 results", 5: "5 results", 6: "6 results", 7: "7 results", 10: "10 results", 13: "13 results", 120: "120 results"},
}  # fmt: skip
A_WORD = {"cy": "plant", "en": "child"}
"""A word that the pages have."""
MOST_BYTES = 190_000
"""What a first search may fetch, compressed, the page itself left out."""
MOST_FILES = 12
"""Results that a first page of them may look up."""
MOST_MILLISECONDS = 100
"""What a search may take when everything is there."""
HOSTILE = "<img src=x onerror=\"document.title='taken'\">"
# A Pagefind that finds as many pages as it is asked to, by the name of a hostile author.
FAKE = """
const data = async () => ({ url: '/%(language)s/', meta: { title: %(title)s, summary: %(title)s } });
const results = Array.from({ length: %(count)d }, (_, id) => ({ id: `${id}`, score: 1, data }));
export const createInstance = () => ({
  options: async () => {}, init: async () => {}, search: async () => ({ results }),
});
"""


@pytest.fixture(scope="session")
def words() -> Strings:
    """What the interface says."""
    read = loaded()
    assert read.strings
    return read.strings


def results(page: Page) -> Locator:
    """The results that are shown."""
    return page.locator("[data-search-results] li")


def status(page: Page) -> Locator:
    """What a screen reader says of the results by itself."""
    return page.locator("[data-search-status]")


def ask(page: Page, query: str) -> None:
    """Type a question and press the button."""
    page.locator("[data-search] input[name=q]").fill(query)
    page.locator("[data-search] button[type=submit]").click()


def wait_for_the_answer(page: Page) -> None:
    """Wait until the page has said what it found."""
    loading = page.locator("[data-search]").get_attribute("data-loading") or ""
    expect(status(page)).not_to_have_text(re.compile(f"^({re.escape(loading)})?$"))


def titles(language: str, kind: str) -> set[str]:
    """What the pages of one kind are called."""
    return {page.title for page in every_page() if page.language == language and page.kind == kind}


def pretend(page: Page, *, count: int, language: str) -> None:
    """Let the page find that many results, whatever it is asked."""
    script = FAKE % {"count": count, "language": language, "title": repr(HOSTILE)}
    page.route("**/pagefind/pagefind.js*", lambda route: route.fulfill(body=script, content_type="text/javascript"))


@pytest.fixture
def pretending(visit: Visit) -> Iterator[Page]:
    """A page that may pretend until the test is over."""
    page = visit("about:blank")
    yield page
    page.unroute_all(behavior="wait")


def fail(route: Route) -> None:
    """The index cannot be had."""
    route.abort()


@pytest.mark.parametrize(("language", "query", "kind"), KNOWN)
def test_what_one_looks_for_comes_first(language: str, query: str, kind: str, visit: Visit) -> None:
    """A question in the address is answered at once: the first answer is about it, and what one needs is among those shown."""
    page = visit(f"{SEARCH[language]}?q={query}")
    expect(results(page).first).to_be_visible()
    expect(page.locator("[data-search] input[name=q]")).to_have_value(query)
    first = [result.locator("a").inner_text() for result in results(page).all()]
    assert query.lower() in first[0].lower()
    assert any(query.lower() in title.lower() for title in titles(language, kind) & set(first))


@pytest.mark.parametrize(
    ("language", "query"), [("cy", "mabwysiadu"), ("cy", "adoption"), ("en", "adoption"), ("en", "plant")]
)
def test_results_are_in_the_language_of_the_page(language: str, query: str, visit: Visit) -> None:
    """Whatever the language of the question, every result is a page of this language, and its link comes first."""
    page = visit(f"{SEARCH[language]}?q={query}")
    expect(results(page).first).to_be_visible()
    for result in results(page).all():
        link = result.locator("> :first-child")
        assert link.evaluate("(element) => element.tagName") == "A"
        assert (link.get_attribute("href") or "").startswith(f"/{language}/")
        assert link.inner_text().strip()


@pytest.mark.parametrize(
    ("language", "count"), [(language, count) for language in LANGUAGES for count in COUNTED[language]]
)
def test_the_number_of_results_is_said(language: str, count: int, pretending: Page) -> None:
    """A screen reader says how many there are, with the noun as its language has it after the number."""
    page = pretending
    pretend(page, count=count, language=language)
    page.goto(f"{SEARCH[language]}?q={A_WORD[language]}")
    expect(status(page)).to_have_text(COUNTED[language][count])
    assert status(page).get_attribute("role") == "status" or status(page).get_attribute("aria-live") == "polite"
    expect(results(page)).to_have_count(min(count, 10))


@pytest.mark.parametrize("query", ["plant", "xylophonequartz", ""], ids=["some", "none", "no-question"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_can_use_the_results(language: str, query: str, visit: Visit) -> None:
    """With results on it, without any, and without a question, the page breaks no rule of axe."""
    page = visit(SEARCH[language], viewport=PHONE)
    ask(page, query)
    wait_for_the_answer(page)
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_more_results_are_shown_on_demand(language: str, words: Strings, first_visit: Visit) -> None:
    """Ten at a time: the button shows the next, moves the focus to the first of them, and goes when there are no more."""
    page = first_visit("about:blank")
    pretend(page, count=13, language=language)
    page.goto(f"{SEARCH[language]}?q={A_WORD[language]}")
    more = page.get_by_role("button", name=words.say("search.more", language))
    expect(results(page)).to_have_count(10)
    more.click()
    expect(results(page)).to_have_count(13)
    expect(results(page).nth(10).locator("a")).to_be_focused()
    expect(more).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_index_says_is_text(language: str, first_visit: Visit) -> None:
    """Markup in the index, whoever put it there, is shown as it was written."""
    page = first_visit("about:blank")
    pretend(page, count=1, language=language)
    page.goto(f"{SEARCH[language]}?q={A_WORD[language]}")
    expect(results(page).first).to_contain_text(HOSTILE)
    assert page.locator("main img").count() == 0
    assert page.title() != "taken"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("query", [HOSTILE, "'\"><script>alert(1)</script>", "\\", "%", "a" * 200, "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "__proto__"])
def test_a_hostile_question_is_text(language: str, query: str, visit: Visit) -> None:
    """Whatever one asks is asked as it stands, and nothing of it runs."""
    page = visit(SEARCH[language])
    title = page.title()
    ask(page, query)
    wait_for_the_answer(page)
    expect(page.locator("[data-search] input[name=q]")).to_have_value(query)
    page.reload()
    expect(page.locator("[data-search] input[name=q]")).to_have_value(query)
    assert page.locator("main img, main script").count() == 0
    assert page.title() == title


@pytest.mark.parametrize("signs", ["$&", "$`", "$$"])
def test_a_question_is_no_pattern(signs: str, words: Strings, visit: Visit) -> None:
    """Signs that a script could take for a part of the sentence are offered again as they were typed."""
    query = f"letterbocs {signs}"
    page = visit(f"{SEARCH['en']}?q={quote(query)}")
    expect(page.locator("[data-search-as-typed]")).to_have_text(words.say("search.instead", "en", words=query))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_results_are_no_dead_end(language: str, words: Strings, visit: Visit) -> None:
    """When nothing is found the page says so, and what to try."""
    page = visit(f"{SEARCH[language]}?q=xylophonequartz")
    expect(page.get_by_role("heading", name=words.say("search.try_title", language))).to_be_visible()
    expect(status(page)).not_to_be_empty()
    assert results(page).count() == 0
    assert page.locator("[data-search-none] a[href]").count() >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_question_is_asked_for(language: str, words: Strings, visit: Visit) -> None:
    """Without a word to search for the page asks for one, and the focus is where to write it."""
    page = visit(SEARCH[language])
    expect(status(page)).to_be_empty()
    ask(page, "   ")
    expect(status(page)).to_have_text(words.say("search.empty", language))
    expect(page.locator("[data-search] input[name=q]")).to_be_focused()
    expect(page.get_by_role("heading", name=words.say("search.start", language))).to_be_visible()
    assert results(page).count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_index_is_no_dead_end(language: str, words: Strings, first_visit: Visit) -> None:
    """When the index cannot be had the page says so and leads to the list in alphabetical order."""
    page = first_visit("about:blank")
    page.route("**/pagefind/**", fail)
    page.goto(f"{SEARCH[language]}?q=plant")
    expect(status(page)).to_have_text(words.say("search.failed", language))
    assert violations(page) == []
    page.locator("[data-search-failed] a").click()
    expect(page.locator("h1")).to_have_text(words.say("page.a-to-z", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_back_leads_to_the_results(language: str, first_visit: Visit) -> None:
    """Who comes back from a result finds the question and the results as they were."""
    page = first_visit(SEARCH[language])
    ask(page, "plant" if language == "cy" else "child")
    expect(results(page).first).to_be_visible()
    before = results(page).all_inner_texts()
    results(page).first.locator("a").click()
    expect(page.locator("[data-search]")).to_have_count(0)
    page.go_back()
    expect(results(page)).to_have_count(len(before))
    assert results(page).all_inner_texts() == before
    assert re.search(r"\?q=\w+$", page.url)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_second_question_replaces_the_first(language: str, visit: Visit, origin: str) -> None:
    """The address always holds the question whose answers are shown."""
    page = visit(f"{SEARCH[language]}?q=xylophonequartz")
    ask(page, "Powys")
    expect(results(page).first).to_contain_text("Powys")
    expect(page).to_have_url(f"{origin}{SEARCH[language]}?q=Powys")
    expect(page.locator("[data-search-none]")).to_be_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_box_on_other_pages_leads_there(language: str, visit: Visit, origin: str) -> None:
    """What one writes into the search box of another page is searched for on the search page."""
    page = visit(next(each.url for each in every_page() if each.kind == "service" and each.language == language))
    box = page.locator("header input[name=q]")
    box.fill("Powys")
    box.press("Enter")
    page.wait_for_url(f"{origin}{SEARCH[language]}?q=Powys")
    expect(results(page).first).to_contain_text("Powys")


def test_other_forms_are_marked(visit: Visit) -> None:
    """Whatever form was typed, every form of it is marked in titles and summaries, as text."""
    page = visit(f"{SEARCH['cy']}?q=fabwysiadau")
    expect(results(page).first).to_be_visible()
    marked = {mark.lower() for mark in page.locator("[data-search-results] mark").all_inner_texts()}
    assert {"mabwysiadu", "fabwysiadu"} <= marked


@pytest.mark.parametrize("language", LANGUAGES)
def test_results_are_in_groups_that_can_be_chosen(language: str, words: Strings, visit: Visit) -> None:
    """Each kind has a heading and a box; what is chosen stands in the address, and the way back takes it away again."""
    page = visit(f"{SEARCH[language]}?q={A_WORD[language]}")
    headings = page.locator("[data-search-results] h2")
    expect(headings.nth(2)).to_be_visible()
    everything = status(page).inner_text()
    page.locator("[data-search-kinds] summary").click()
    page.get_by_role("checkbox", name=words.say("search.group.services", language)).check()
    expect(headings).to_have_count(1)
    assert page.url.endswith("&kind=services")
    assert int(status(page).inner_text().split()[0]) == int(re.sub(r"\D", "", headings.inner_text()))
    expect(page.get_by_role("checkbox", name=words.say("search.group.services", language))).to_be_focused()
    page.go_back()
    expect(status(page)).to_have_text(everything)
    expect(page.get_by_role("checkbox", name=words.say("search.group.services", language))).not_to_be_checked()
    page.go_forward()
    expect(headings).to_have_count(1)
    page.reload()
    expect(headings).to_have_count(1)


@pytest.mark.parametrize(
    ("language", "typed", "meant"), [("cy", "mabwysidau", "mabwysiad"), ("en", "letterbocs", "letterbox")]
)
def test_misspelt_words_are_mended_and_can_be_had_as_they_are(
    language: str, typed: str, meant: str, visit: Visit
) -> None:
    """The page says how it understood the question, and offers the words as they were typed."""
    page = visit(f"{SEARCH[language]}?q={typed}")
    expect(page.locator("[data-search-mended-words]")).to_contain_text(meant)
    page.locator("[data-search-as-typed]").click()
    expect(page.locator("[data-search-mended]")).to_be_hidden()
    assert "as-typed" in page.url


@pytest.mark.parametrize(("language", "query", "other"), [("cy", "guardianship", "en"), ("en", "gwarcheidiaeth", "cy")])
def test_the_other_language_helps_where_this_one_has_nothing(
    language: str, query: str, other: str, visit: Visit
) -> None:
    """Pages of the other language are shown under a heading that says so, and are marked with their language."""
    page = visit(f"{SEARCH[language]}?q={query}")
    section = page.locator(f"[data-search-elsewhere={other}]")
    expect(section.locator("a").first).to_be_visible()
    expect(section.locator("ol")).to_have_attribute("lang", other)
    expect(section.locator("a").first).to_have_attribute("hreflang", other)
    assert (section.locator("a").first.get_attribute("href") or "").startswith(f"/{other}/")
    assert page.locator("html").get_attribute("lang") == language
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_suggestions_leave_the_focus_where_it_is(language: str, visit: Visit) -> None:
    """While one types, titles are offered; the arrow keys choose, Escape puts them away, Enter goes there."""
    page = visit(SEARCH[language])
    box = page.locator("[data-search] input[name=q]")
    box.press_sequentially("lett" if language == "en" else "blwch")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert violations(page) == []
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.first.get_attribute("id") or "?")
    box.press("Escape")
    expect(options.first).to_be_hidden()
    expect(box).to_have_value(re.compile("lett|blwch"))
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    box.press("ArrowDown")
    title = options.first.inner_text()
    box.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize("pause", [0, 400], ids=["at-once", "after-a-while"])
@pytest.mark.parametrize(("language", "begun", "rest"), [("cy", "blwch", " llyth"), ("en", "lett", "erb")])
def test_who_types_on_has_chosen_nothing(language: str, begun: str, rest: str, pause: int, visit: Visit) -> None:
    """A choice goes with the list it was made in: Enter then asks what was typed, before the new list is there and after."""
    page = visit(SEARCH[language])
    box = page.locator("[data-search] input[name=q]")
    box.press_sequentially(begun)
    expect(page.get_by_role("option").first).to_be_visible()
    box.press("ArrowDown")
    box.press_sequentially(rest)
    page.wait_for_timeout(pause)
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    assert box.get_attribute("aria-activedescendant") is None
    box.press("Enter")
    wait_for_the_answer(page)
    expect(box).to_have_value(begun + rest)
    expect(page.locator("[data-search]")).to_have_count(1)


DANGER = [
    ("cy", "mae fy mhlentyn yn fy nharo"),
    ("cy", "suicide"),
    ("en", "child is attacking me"),
    ("en", "hunanladdiad"),
]
"""Words of danger, in the language of the page and in the other."""


def help_link(page: Page) -> Locator:
    """The link to help, above everything that is found."""
    return page.locator("[data-search-help] a.result__link")


@pytest.mark.parametrize(("language", "query"), DANGER)
def test_help_comes_before_any_index_is_there(language: str, query: str, first_visit: Visit) -> None:
    """The index cannot be had, and the link to help is there all the same, in the language of the page."""
    page = first_visit("about:blank")
    page.route("**/pagefind/**", fail)
    page.goto(f"{SEARCH[language]}?q={quote(query)}")
    expect(help_link(page)).to_be_visible()
    assert (help_link(page).get_attribute("href") or "").startswith(f"/{language}/")
    expect(status(page)).not_to_be_empty()
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_comes_when_its_words_cannot_be_read(language: str, first_visit: Visit) -> None:
    """Whoever searches then is shown the link: it is better once too often."""
    page = first_visit("about:blank")
    page.route("**/search/danger.json", fail)
    page.goto(f"{SEARCH[language]}?q={A_WORD[language]}")
    expect(help_link(page)).to_be_visible()


@pytest.mark.parametrize(("language", "query"), DANGER)
def test_help_stands_above_the_results(language: str, query: str, words: Strings, visit: Visit) -> None:
    """It comes while one types, stays above what is found, is said, and goes with another question."""
    page = visit(SEARCH[language])
    box = page.locator("[data-search] input[name=q]")
    expect(help_link(page)).to_be_hidden()
    box.fill(query)
    expect(help_link(page)).to_be_visible()
    box.press("Enter")
    wait_for_the_answer(page)
    expect(status(page)).to_contain_text(words.say("search.help_title", language))
    above = page.evaluate(
        "() => document.querySelector('[data-search-help]').compareDocumentPosition(document.querySelector('[data-search-results]'))"
    )
    assert above & 4  # Node.DOCUMENT_POSITION_FOLLOWING
    ask(page, A_WORD[language])
    wait_for_the_answer(page)
    expect(help_link(page)).to_be_hidden()


@pytest.mark.parametrize(
    ("language", "query", "place"),
    [
        ("cy", "yng Nghaernarfon", "Caernarfon"),
        ("en", "letterbox in Llanelli", "Llanelli"),
        ("en", "CF10 3NQ", "CF10 3NQ"),
        ("cy", "LL55 1SE", "LL55 1SE"),
    ],
)
def test_a_place_is_answered_by_the_finder(language: str, query: str, place: str, visit: Visit) -> None:
    """Above the results stand the place, its authority, and a link to it."""
    page = visit(f"{SEARCH[language]}?q={quote(query)}")
    answer = page.locator("[data-search-place-answer]")
    expect(answer).to_contain_text(place)
    authority = answer.locator("a").first.get_attribute("href")
    assert authority in {each.url for each in every_page() if each.kind == "authority"}
    assert violations(page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_place_of_two_authorities_asks(language: str, visit: Visit) -> None:
    """There is a Newport in two of them: both are offered."""
    page = visit(f"{SEARCH[language]}?q=Newport")
    expect(page.locator("[data-search-place-answer] li a")).to_have_count(2)


@pytest.mark.parametrize("language", LANGUAGES)
def test_whoever_finds_nothing_is_led_on(language: str, visit: Visit) -> None:
    """Doors, help, and a mail that holds the question and nothing else."""
    query = "xylophonequartz & qqzzvv"
    page = visit(f"{SEARCH[language]}?q={quote(query)}")
    expect(page.locator("[data-search-doors] a")).to_have_count(3)
    none = page.locator("[data-search-none]")
    expect(none.locator(f"a[href='{help_link(page).get_attribute('href')}']").first).to_be_visible()
    address = none.locator("[data-search-mail]").first.get_attribute("href") or ""
    assert address.startswith("mailto:")
    assert parse_qs(urlsplit(address).query) == {"body": [query]}


def test_what_only_begins_like_a_word_is_marked_and_comes_last(visit: Visit) -> None:
    """Nothing is about cars: what begins so says that it does."""
    page = visit(f"{SEARCH['en']}?q=car")
    expect(results(page).first).to_be_visible()
    for result in results(page).all():
        expect(result.locator("[data-beginning]")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_question_is_cut_in_words(language: str, visit: Visit) -> None:
    """A hundred thousand signs in the address are searched for as far as the box goes, and the page says so."""
    page = visit(SEARCH[language])
    page.evaluate(
        "(text) => { const box = document.querySelector('[data-search] input[name=q]'); box.value = text; box.form.requestSubmit(); }",
        f"{A_WORD[language]} " * 20_000,
    )
    wait_for_the_answer(page)
    expect(page.locator("[data-search-cut]")).to_be_visible()
    assert len(page.url) < 5000


@pytest.mark.parametrize(("language", "query"), [("cy", "plant"), ("en", "children and adoption")])
def test_a_first_page_fetches_few_files(language: str, query: str, windows: Windows) -> None:
    """At most twelve results are looked up for a page of results, each a file of its own."""
    with windows.new() as context:
        page = context.new_page()
        fetched: list[str] = []
        context.on("request", lambda request: fetched.append(request.url))
        page.goto(f"{SEARCH[language]}?q={quote(query)}", wait_until="networkidle")
        expect(results(page).first).to_be_visible()
        assert 0 < sum("/fragment/" in address for address in fetched) <= MOST_FILES


@pytest.mark.parametrize(("language", "query"), [("cy", "cwnsela yng Nghaerdydd"), ("en", "counselling in Cardiff")])
def test_a_first_search_is_light_and_the_next_one_quick(language: str, query: str, windows: Windows) -> None:
    """What a first search fetches beyond the page, compressed; and how long a search takes once it is all there, in the best of five."""
    with windows.new() as context:
        page = context.new_page()
        before = weigh(page, windows.origin)
        page.goto(SEARCH[language], wait_until="networkidle")
    with windows.new() as context:
        page = context.new_page()
        after = weigh(page, windows.origin)
        page.goto(f"{SEARCH[language]}?q={query}")
        results(page).first.locator("a").wait_for()
    fetched = {address: size for address, size in after.items() if address.partition("?q=")[0] not in before}
    assert sum(fetched.values()) <= MOST_BYTES, fetched
    with windows.new() as context:
        page = context.new_page()
        page.goto(f"{SEARCH[language]}?q={query}")
        expect(results(page).first).to_be_visible()
        assert min(page.evaluate(TIMED, [query] * 5)) < MOST_MILLISECONDS


TIMED = """async (queries) => {
    const box = document.querySelector("[data-search] input[name=q]");
    const list = document.querySelector("[data-search-results]");
    const times = [];
    for (const query of queries) {
        const begun = performance.now();
        const shown = new Promise((done) => new MutationObserver((_, seen) => { if (list.children.length) { seen.disconnect(); done(); } }).observe(list, { childList: true }));
        box.value = query;
        box.form.requestSubmit();
        await shown;
        times.push(performance.now() - begun);
    }
    return times;
}"""
