"""The directory narrowed down in a real browser: with the mouse, the keyboard, the back button, in both languages, and without JavaScript."""

import re
from itertools import product
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, TimeoutError, expect  # noqa: A004  Playwright's own

from drws.domains.directory.queries import listed_services
from drws.domains.directory.service.facets import Facet, services_by_value, values_of
from drws.domains.directory.service.list_page import ServicesView
from drws.kernel.site import Site

from .sample import every_page, loaded
from .visits import PHONE, Fetch, Visit, Windows, headings

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
DIRECTORY = {page.language: page for page in every_page() if page.name == "services"}
VIEWS: dict[str, ServicesView] = {code: page.view for code, page in DIRECTORY.items()}
VALUES = {facet.id: [value.id for value in facet.values] for facet in VIEWS["cy"].facets}
SOMEBODY, SOMEBODY_ELSE = VALUES[Facet.AUDIENCE][:2]
WAY, OTHER_WAY = VALUES[Facet.HOW][:2]
MOMENT = 500
"""Milliseconds in which a page that waits for nothing is loaded."""


@pytest.fixture(scope="session")
def data() -> Site:
    """The records."""
    read = loaded()
    assert read.site
    return read.site


def chosen_by(data: Site, audience: str, cost: str, how: str | None = None) -> int:
    """How many services have all of these values."""
    values = {Facet.AUDIENCE: audience, Facet.COST: cost, **({Facet.HOW: how} if how else {})}
    return len(set.intersection(*({each.id for each in services_by_value(data, f)[v]} for f, v in values.items())))


@pytest.fixture(scope="session")
def narrowing(data: Site) -> tuple[str, str]:
    """An audience, and a cost that some of its services have, and not all."""
    for audience, cost in product(VALUES[Facet.AUDIENCE], VALUES[Facet.COST]):
        if 0 < chosen_by(data, audience, cost) < len(services_by_value(data, Facet.AUDIENCE)[audience]):
            return audience, cost
    pytest.skip("today every audience has services of one cost only")


@pytest.fixture(scope="session")
def nothing(data: Site) -> str:
    """A choice, as it stands in an address, that no service fits."""
    for audience, how, cost in product(*(VALUES[facet] for facet in (Facet.AUDIENCE, Facet.HOW, Facet.COST))):
        if chosen_by(data, audience, cost, how) == 0:
            return f"?audience={audience}&how={how}&cost={cost}"
    pytest.skip("today there is a service for every choice")


def said(n: int, language: str) -> str:
    """How many services, in words."""
    strings = loaded().strings
    assert strings
    return strings.say("list.services" if n else "directory.none", language, **({"n": n} if n else {}))


def shown(page: Page) -> list[str]:
    """The names of the services that can be seen."""
    return page.locator("[data-directory-list] > li:visible h3").all_inner_texts()


def tick(page: Page, facet: Facet, value: str) -> None:
    """Tick a box by its key, opening what folds over it."""
    box = page.locator(f"#{facet}-{value}")
    for details in ("details.filters", f"details[data-facet={facet}]"):
        page.locator(details).evaluate("(details) => { details.open = true; }")
    box.press("Space")
    expect(box).to_be_checked()


@pytest.mark.parametrize("language", LANGUAGES)
def test_facets_combine_count_and_stay_in_the_address(language: str, by_keyboard: Visit, data: Site) -> None:
    """Either of two audiences, and a way: what is shown, what is said and what the address holds agree with the records."""
    page = by_keyboard(DIRECTORY[language].url)
    assert len(shown(page)) == len(listed_services(data))
    tick(page, Facet.AUDIENCE, SOMEBODY)
    tick(page, Facet.AUDIENCE, SOMEBODY_ELSE)
    tick(page, Facet.HOW, WAY)
    wanted = [
        service.name.in_language(language).words
        for service in listed_services(data)
        if {SOMEBODY, SOMEBODY_ELSE} & set(service.audience_ids) and WAY in values_of(service, Facet.HOW)
    ]
    assert sorted(shown(page)) == sorted(wanted)
    expect(page.locator("[data-directory-count]")).to_have_text(said(len(wanted), language))
    assert page.url.endswith(f"?audience={SOMEBODY}&audience={SOMEBODY_ELSE}&how={WAY}")
    for value in VIEWS[language].facets[0].values:
        expected = {each.id for each in services_by_value(data, Facet.AUDIENCE)[value.id]} & {
            each.id for each in services_by_value(data, Facet.HOW)[WAY]
        }
        expect(page.locator(f"li:has(> #audience-{value.id}) > [data-count]")).to_have_text(str(len(expected)))


def test_a_value_named_in_the_other_language_counts_and_says_its_language(by_keyboard: Visit, nothing: str) -> None:
    """Its number follows the choice like every other, and neither its box nor its button loses the language of the name."""
    page = by_keyboard(DIRECTORY["cy"].url)
    foreign = page.locator("[data-facet=provider] li:has(label span[lang=en])")
    if not foreign.count():
        pytest.skip("today every provider has a name in Welsh")
    before = [int(number) for number in foreign.locator("[data-count]").all_text_contents()]
    assert min(before) > 0
    value = foreign.locator("input").first.get_attribute("value")
    page.goto(f"{DIRECTORY['cy'].url}{nothing}&provider={value}")
    assert sum(int(number) for number in foreign.locator("[data-count]").all_text_contents()) == 0
    expect(page.locator("[data-directory-chips] [data-name] span[lang=en]")).to_have_count(1)


def test_the_choice_survives_the_language_switch_and_the_back_button(
    by_keyboard: Visit, narrowing: tuple[str, str]
) -> None:
    """The other language shows the same services; going back takes back one choice at a time."""
    page, (audience, cost) = by_keyboard(DIRECTORY["cy"].url), narrowing
    tick(page, Facet.AUDIENCE, audience)
    tick(page, Facet.COST, cost)
    chosen = shown(page)
    page.locator("nav a[hreflang=en]").first.press("Enter")
    page.wait_for_url(re.compile(rf"/en/services/\?audience={audience}&cost={cost}$"))
    assert len(shown(page)) == len(chosen)
    expect(page.locator(f"#cost-{cost}")).to_be_checked()
    page.go_back()
    page.wait_for_url(re.compile(rf"/cy/gwasanaethau/\?audience={audience}&cost={cost}$"))
    assert shown(page) == chosen
    page.go_back()
    page.wait_for_url(re.compile(rf"\?audience={audience}$"))
    expect(page.locator(f"#cost-{cost}")).not_to_be_checked()
    assert len(shown(page)) > len(chosen)


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_are_cleared_one_by_one_or_together(language: str, by_keyboard: Visit, data: Site) -> None:
    """With the keyboard; the focus goes on to the next choice, and at the end to the number of services."""
    page = by_keyboard(f"{DIRECTORY[language].url}?audience={SOMEBODY}&how={WAY}&how={OTHER_WAY}&nothing=x")
    assert page.locator("[data-directory-chips] button").count() == 3
    page.locator("[data-directory-chips] button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#audience-{SOMEBODY}")).not_to_be_checked()
    expect(page.locator("[data-directory-chips] button").first).to_be_focused()
    assert "nothing=x" in page.url, "what is not ours stays"
    page.locator("[data-directory-clear]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-directory-count]")).to_be_focused()
    expect(page.locator("[data-directory-count]")).to_have_text(said(len(listed_services(data)), language))
    expect(page.locator("[data-directory-chosen]")).to_be_hidden()


def test_a_box_keeps_the_focus_and_says_what_it_is(visit: Visit) -> None:
    """Ticking with the space bar moves nothing; the box has its name, and its facet is a group with one."""
    page = visit(DIRECTORY["en"].url)
    group = page.get_by_role("group", name="Who it is for")
    box = group.get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    assert page.locator("[data-directory-count]").get_attribute("role") == "status"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_found_says_what_to_do(language: str, look: Visit, nothing: str) -> None:
    """No service fits: remove a filter, or ask."""
    page = look(f"{DIRECTORY[language].url}{nothing}")
    assert shown(page) == []
    expect(page.locator("[data-directory-count]")).to_have_text(said(0, language))
    expect(page.locator("[data-directory-none] a")).to_be_visible()


def test_a_page_is_loaded_once_its_list_is_narrowed_down(windows: Windows, nothing: str) -> None:
    """The script belongs to the page: nobody, and no test, sees it loaded with what will go away in a moment."""
    held: list[Route] = []
    with windows.new_unpainted() as context:
        page = context.new_page()
        page.route("**/directory.*.js", lambda route: held.append(route))  # noqa: PLW0108  Playwright writes into what it is handed
        page.goto(f"{DIRECTORY['en'].url}{nothing}", wait_until="commit")
        with pytest.raises(TimeoutError):
            page.wait_for_load_state("load", timeout=MOMENT)
        for route in held:
            route.continue_()
        page.wait_for_load_state("load")
        assert shown(page) == []


def test_on_a_phone_the_filters_fold(windows: Windows) -> None:
    """They do not stand between the heading and the services until somebody wants them. A finger or the mouse ticks them as keys do."""
    with windows.new(PHONE) as context:
        page = context.new_page()
        page.goto(DIRECTORY["cy"].url)
        expect(page.locator(f"#audience-{SOMEBODY}")).to_be_hidden()
        page.locator(".filters__summary").click()
        expect(page.locator(f"#audience-{SOMEBODY}")).to_be_visible()
        before = len(shown(page))
        page.locator(f"#audience-{SOMEBODY}").check()
        assert 0 < len(shown(page)) < before


def test_paper_shows_what_was_chosen(visit: Visit) -> None:
    """Neither the filters nor the other services are printed."""
    page = visit(f"{DIRECTORY['en'].url}?how={WAY}")
    chosen = shown(page)
    page.emulate_media(media="print")
    assert shown(page) == chosen
    expect(page.locator(".directory__filters")).to_be_hidden()
    page.emulate_media(media="screen")


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_every_value_is_a_page(
    language: str, visit_without: Visit, fetch: Fetch, data: Site
) -> None:
    """The boxes are not there; every value is a link to a page with its services, and the whole list is there."""
    page = visit_without(DIRECTORY[language].url)
    assert len(shown(page)) == len(listed_services(data))
    expect(page.locator("input[type=checkbox]:visible")).to_have_count(0)
    links = page.locator("details.filters li a").evaluate_all("(links) => links.map((link) => link.pathname)")
    values = [(facet.id, value.id) for facet in VIEWS[language].facets for value in facet.values]
    for address, (facet, value) in zip(links, values, strict=True):
        if facet in {Facet.LANGUAGE, Facet.HOW, Facet.COST}:
            names = [each.name.in_language(language).words for each in services_by_value(data, Facet(facet))[value]]
            assert sorted(headings(fetch(address))) == sorted(names)
