"""The library of policies in a real browser: narrowed down and put into order, in both languages, with the keyboard, and without JavaScript."""

import re
from itertools import product
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from drws.domains.policies.library.facets import PolicyFacet, policies_by_value
from drws.domains.policies.library.orders import PolicyOrder, in_order
from drws.domains.policies.library.page import LibraryView
from drws.domains.policies.policy.record import Policy
from drws.kernel.site import Site
from drws.planning.page_plan import PagePlan

from .sample import every_page, loaded
from .search_page import type_before_the_script
from .visits import PHONE, Fetch, Visit, Windows, Witness, headings

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
LIBRARY = {page.language: page for page in every_page() if page.name == "policies"}
VIEWS: dict[str, LibraryView] = {code: page.view for code, page in LIBRARY.items()}


@pytest.fixture(scope="session")
def data() -> Site:
    """The records."""
    read = loaded()
    assert read.site
    return read.site


def both(data: Site, topic: str, kind: str) -> set[str]:
    """The policies on a topic that are of a kind."""
    found = policies_by_value(data)
    return {policy.id for policy in found[PolicyFacet.TOPIC][topic] if policy in found[PolicyFacet.KIND][kind]}


@pytest.fixture(scope="session")
def narrowing(data: Site) -> tuple[str, str]:
    """The topic and the kind that most policies have together."""
    found = policies_by_value(data)
    return max(product(found[PolicyFacet.TOPIC], found[PolicyFacet.KIND]), key=lambda each: len(both(data, *each)))


@pytest.fixture(scope="session")
def nothing(data: Site) -> str:
    """A choice, as it stands in an address, that no policy fits."""
    found = policies_by_value(data)
    for topic, kind in product(found[PolicyFacet.TOPIC], found[PolicyFacet.KIND]):
        if not both(data, topic, kind):
            return f"?topic={topic}&kind={kind}"
    pytest.skip("today there is a policy for every choice")


def shown(page: Page) -> list[str]:
    """The names of the policies that can be seen, in their order."""
    return page.locator("[data-directory-list] > li:visible h3").all_inner_texts()


def named(language: str, data: Site, order: PolicyOrder, ids: set[str]) -> list[str]:
    """The names of policies in an order."""
    by_title = [each.shelved.policy for each in VIEWS[language].listings]
    return [each.name.in_language(language).words for each in in_order(by_title, order, data.as_of) if each.id in ids]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_address_holds_the_choice_and_the_order(
    language: str, look: Visit, data: Site, narrowing: tuple[str, str]
) -> None:
    """What is shown is what the records say, in that order, and an order that is not there is passed over."""
    topic, kind = narrowing
    for order in PolicyOrder:
        page = look(f"{LIBRARY[language].url}?topic={topic}&kind={kind}&sort={order}")
        expect(page.locator(f"#topic-{topic}")).to_be_checked()
        expect(page.locator("[data-order][aria-current=true]")).to_have_attribute("data-order", order)
        assert shown(page) == named(language, data, order, both(data, topic, kind))
    page = look(f"{LIBRARY[language].url}?sort=nothing")
    assert shown(page) == named(language, data, PolicyOrder.TITLE, {policy.id for policy in data.all(Policy)})


def test_orders_by_keyboard_the_language_switch_and_the_back_button(
    by_keyboard: Visit, data: Site, narrowing: tuple[str, str]
) -> None:
    """Each order is a step back; the focus stays; the other language has the same choice in the same order."""
    topic, kind = narrowing
    ids = both(data, topic, kind)
    page = by_keyboard(f"{LIBRARY['cy'].url}?topic={topic}&kind={kind}")
    expect(page.locator(f"#topic-{topic}")).to_be_checked()
    link = page.locator("[data-order=date]")
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    assert page.url.endswith(f"?topic={topic}&kind={kind}&sort=date")
    assert shown(page) == named("cy", data, PolicyOrder.DATE, ids)
    page.locator("nav a[hreflang=en]").first.press("Enter")
    page.wait_for_url(re.compile(rf"/en/policies/\?topic={topic}&kind={kind}&sort=date$"))
    expect(page.locator(f"#topic-{topic}")).to_be_checked()
    assert shown(page) == named("en", data, PolicyOrder.DATE, ids)
    page.go_back()
    page.wait_for_url(re.compile(r"/cy/.*&sort=date$"))
    page.go_back()
    page.wait_for_url(re.compile(rf"kind={kind}$"))
    assert shown(page) == named("cy", data, PolicyOrder.TITLE, ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_says_what_to_do(language: str, by_keyboard: Visit, nothing: str) -> None:
    """Remove a filter, or search; nothing is left to put into order."""
    page = by_keyboard(f"{LIBRARY[language].url}{nothing}")
    expect(page.locator("[data-directory-none] a")).to_be_visible()
    assert shown(page) == []
    expect(page.locator("[data-directory-orders]")).to_be_hidden()
    page.locator("[data-directory-clear]").press("Enter")
    assert len(shown(page)) == len(VIEWS[language].listings)


@pytest.fixture(scope="session")
def asked() -> dict[str, tuple[str, PagePlan, str]]:
    """In each language the longest question that somebody wrote down for a clause, the policy, and the anchor of the clause."""
    policies = [page for page in every_page() if page.collection]
    return {
        code: max(
            (
                (question, page, part.anchor)
                for page in policies
                if page.language == code
                for part in page.parts
                for question in part.asked
            ),
            key=lambda each: len(each[0]),
        )
        for code in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_lead_to_the_clause(
    language: str, by_keyboard: Visit, asked: dict[str, tuple[str, PagePlan, str]]
) -> None:
    """By the keyboard: its document is found, with a link to it; facets narrow what was found; the whole list is one press away."""
    question, policy, anchor = asked[language]
    page = by_keyboard(LIBRARY[language].url)
    everything = shown(page)
    page.locator("#library-words").fill(question)
    page.keyboard.press("Enter")
    clause = page.locator(f".clauses-found a[href$='{policy.url}#{anchor}']")
    expect(clause).to_be_visible()
    found = shown(page)
    assert policy.title in found
    assert len(found) < len(everything)
    expect(page.locator("[data-order][aria-current=true]")).to_have_attribute("data-order", "relevance")
    page.locator("[data-order=title]").press("Enter")
    assert shown(page) == [name for name in everything if name in found]
    page.reload()
    expect(clause).to_be_visible()
    expect(page.locator("#library-words")).to_have_value(question)
    assert shown(page) == [name for name in everything if name in found]
    page.locator("[data-library-all]").press("Enter")
    expect(page.locator(".clauses-found")).to_have_count(0)
    assert shown(page) == everything
    assert "q=" not in page.url
    page.go_back()
    expect(clause).to_be_visible()


def test_the_clause_is_where_the_link_leads(visit: Visit, asked: dict[str, tuple[str, PagePlan, str]]) -> None:
    """The clause is on the page, and the words that were asked are not: they are for search alone."""
    question, policy, anchor = asked["en"]
    page = visit(f"{LIBRARY['en'].url}?{urlencode({'q': question})}")
    page.locator(f".clauses-found a[href$='#{anchor}']").first.click()
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    assert page.url.endswith(f"{policy.url}#{anchor}")


def test_somebody_in_danger_is_led_to_help(by_keyboard: Visit) -> None:
    """Also here: the link to help stands above whatever is found."""
    page = by_keyboard(f"{LIBRARY['en'].url}?q=kill+myself")
    expect(page.locator("[data-library-help-link]")).to_be_visible()
    help_title = page.locator("[data-library-help]").get_by_role("heading").inner_text()
    expect(page.locator("[data-library-status]")).to_contain_text(help_title)  # whoever hears the page hears of it too
    page.locator("#library-words").fill("contract")
    page.keyboard.press("Enter")
    expect(page.locator("[data-library-status]")).not_to_contain_text(help_title)
    expect(page.locator("[data-library-all]")).to_be_visible()
    expect(page.locator("[data-library-help]")).to_be_hidden()


def test_without_an_answer_or_an_index_the_page_says_so(by_keyboard: Visit) -> None:
    """Words that no document has lead to the search of the site; when the index cannot be had, the list stays."""
    page = by_keyboard(f"{LIBRARY['en'].url}?q=xylophonequartz")
    expect(page.locator("[data-directory-none] a")).to_have_attribute("href", re.compile(r"\?q=xylophonequartz$"))
    page.goto(f"{LIBRARY['en'].url}?q=x")  # no word is left of it to search for
    expect(page.locator("[data-directory-none] a")).to_have_attribute("href", re.compile(r"\?q=x$"))
    expect(page.locator("[data-directory-list] > li:visible")).to_have_count(0)
    page.route("**/search/policies/*.json", lambda route: route.abort())
    page.goto(f"{LIBRARY['en'].url}?q=contract")
    expect(page.locator("[data-library-status]")).not_to_be_empty()
    expect(page.locator("[data-directory-list] > li:visible")).to_have_count(len(VIEWS["en"].listings))
    page.unroute_all()


def test_what_answers_comes_when_somebody_comes_to_the_box(first_by_keyboard: Visit, witness: Witness) -> None:
    """Not before: who only looks through the list needs none of it. Nor when the question is there: on a slow line that takes seconds."""
    index = "/search/policies/"
    page = first_by_keyboard(LIBRARY["en"].url)
    assert not any(index in address for address in witness.requests)
    with page.expect_request(f"**{index}**"):
        page.locator("#library-words").focus()


def test_on_a_phone_nothing_sticks_out(windows: Windows) -> None:
    """With all facets open the page is no wider than the window."""
    with windows.new_unpainted(PHONE) as context:
        page = context.new_page()
        page.goto(f"{LIBRARY['cy'].url}?sort=review")
        expect(page.locator(".filters__facets")).to_be_hidden()
        page.evaluate("document.querySelectorAll('.filters, .facet').forEach((each) => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_paper_shows_what_was_chosen_and_no_controls(visit: Visit, narrowing: tuple[str, str]) -> None:
    """The list takes the whole sheet."""
    page = visit(f"{LIBRARY['en'].url}?topic={narrowing[0]}")
    expect(page.locator(f"#topic-{narrowing[0]}")).to_be_checked()
    chosen = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == chosen
    for control in (".directory__filters", "[data-directory-orders]", ".library .search-box"):
        expect(page.locator(control)).to_be_hidden()
    widths = page.evaluate(
        "['.directory', '.directory__results'].map((each) => document.querySelector(each).offsetWidth)"
    )
    assert widths[0] == widths[1]
    page.emulate_media(media="screen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_values_and_orders_are_pages(
    language: str, visit_without: Visit, fetch: Fetch, data: Site
) -> None:
    """The whole list is there; the first value of each facet and every order lead to theirs."""
    page = visit_without(LIBRARY[language].url)
    assert len(shown(page)) == len(VIEWS[language].listings)
    expect(page.locator("input[type=checkbox]:visible")).to_have_count(0)
    values = {
        page.locator(f"#{facet.id}-{facet.values[0].id} + label a").get_attribute("href"): (
            facet.id,
            facet.values[0].id,
        )
        for facet in VIEWS[language].facets
    }
    orders = {
        order.id: page.locator(f"[data-order={order.id}]").get_attribute("href") for order in VIEWS[language].orders
    }
    for address, (facet, value) in values.items():
        ids = {policy.id for policy in policies_by_value(data)[PolicyFacet(facet)][value]}
        assert headings(fetch(address or "")) == named(language, data, PolicyOrder.TITLE, ids)
    for order, address in orders.items():
        everything = {policy.id for policy in data.all(Policy)}
        assert headings(fetch(address or "")) == named(language, data, order, everything)


def test_what_was_typed_before_the_script_came_stays(first_by_keyboard: Visit) -> None:
    """It is asked when the reader says so."""
    page = first_by_keyboard("about:blank")
    box = type_before_the_script(page, LIBRARY["en"].url, "library", "panel")
    assert box.input_value() == "panel"
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=panel$"))
