"""A first search is light, and the next one quick."""

from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, expect

from .search_page import SEARCH, results
from .visits import Windows, weigh

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

MOST_BYTES = 170_000
"""What a first search may fetch, compressed, the page itself left out. Editors add words to search with: there is room for more."""
MOST_FILES = 12
"""Results that a first page of them may look up."""
MOST_MILLISECONDS = 100
"""What a search may take when everything is there."""


@pytest.mark.parametrize(("language", "query"), [("cy", "plant"), ("en", "children and adoption")])
def test_a_first_page_fetches_few_files(language: str, query: str, windows: Windows) -> None:
    """At most twelve results are looked up for a page of results, each a file of its own."""
    with windows.new_unpainted() as context:
        fetched = requests_of(context)
        page = context.new_page()
        page.goto(f"{SEARCH[language]}?q={quote(query)}", wait_until="networkidle")
        expect(results(page).first).to_be_visible()
        assert 0 < sum("/fragment/" in address for address in fetched) <= MOST_FILES


@pytest.mark.parametrize(("language", "query"), [("cy", "plant"), ("en", "adoption support")])
def test_no_file_waits_for_one_that_does_not_name_it(language: str, query: str, windows: Windows) -> None:
    """On a slow line each that waits for another comes a third of a second later: the program and the pages of the index do not wait for
    Pagefind, names of places not for the words of a language, nor results for one another; and nothing is fetched twice for that.
    """
    address = f"{SEARCH[language]}?q={quote(query)}"
    with windows.new_unpainted() as context:
        fetched = requests_of(context)
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        expect(results(page).first).to_be_visible()
        shown = {each for each in fetched if "/fragment/" in each}
        places = {each for each in fetched if "/stamped/places." in each}
        program = {each for each in fetched if each.endswith((".pf_meta", ".pagefind"))}
        assert places
        assert len(program) == 2
        assert [each for each in (*shown, *places, *program) if fetched.count(each) != 1] == []
    with windows.new_unpainted() as context:
        fetched = requests_of(context)
        page = context.new_page()
        page.route("**/pagefind/pagefind.js*", lambda _: None)  # it does not come
        page.route(f"**/stamped/{language}.*/*", lambda _: None)  # nor do they
        with page.expect_request(lambda _: program <= set(fetched) and bool(places & set(fetched))):
            page.goto(address)
    with windows.new_unpainted() as context:
        fetched = requests_of(context)
        page = context.new_page()
        page.route("**/fragment/*", lambda _: None)  # none of them comes
        with page.expect_request(lambda _: shown <= set(fetched)):
            page.goto(address)


def requests_of(context: BrowserContext) -> list[str]:
    """The addresses that its pages ask for from now on."""
    fetched: list[str] = []
    context.on("request", lambda request: fetched.append(request.url))
    return fetched


@pytest.mark.parametrize(("language", "query"), [("cy", "cwnsela yng Nghaerdydd"), ("en", "counselling in Cardiff")])
def test_a_first_search_is_light_and_the_next_one_quick(language: str, query: str, windows: Windows) -> None:
    """What a first search fetches beyond the page, compressed; and how long a search takes once it is all there, in the best of five."""
    with windows.new_unpainted() as context:
        page = context.new_page()
        before = weigh(page, windows.origin)
        page.goto(SEARCH[language], wait_until="networkidle")
    with windows.new_unpainted() as context:
        page = context.new_page()
        after = weigh(page, windows.origin)
        page.goto(f"{SEARCH[language]}?q={query}")
        results(page).first.locator("a").wait_for()
        fetched = {address: size for address, size in after.items() if address.partition("?q=")[0] not in before}
        assert sum(fetched.values()) <= MOST_BYTES, fetched
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
