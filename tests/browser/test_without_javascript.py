"""The site needs no JavaScript but for searching: promise 22."""

from collections import deque
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from drws.domains.directory.next_best import next_best_in
from drws.domains.directory.organization.record import Region
from drws.domains.directory.queries import contacts_of
from drws.kernel.site import Site
from drws.planning.page_plan import PagePlan
from drws.say.strings import Strings

from .sample import every_page, loaded
from .visits import Fetch, Visit

if TYPE_CHECKING:
    from drws.domains.directory.service.record import Service

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
SEARCH = {page.language: page.url for page in every_page() if page.name == "search"}


@pytest.fixture(scope="session")
def words() -> Strings:
    """What the interface says."""
    read = loaded()
    assert read.strings
    return read.strings


@pytest.fixture(scope="session")
def data() -> Site:
    """The records."""
    read = loaded()
    assert read.site
    return read.site


@pytest.fixture(scope="session")
def steps(fetch: Fetch) -> dict[str, dict[str, int]]:
    """How many links away from the home page of its language each page is."""
    return {language: _steps_from_home(language, fetch) for language in LANGUAGES}


def _steps_from_home(language: str, fetch: Fetch) -> dict[str, int]:
    home = f"/{language}/"
    found = {home: 0}
    ahead = deque([home])
    while ahead:
        page = ahead.popleft()
        for link in LexborHTMLParser(fetch(page).body.decode()).css("a[href]"):
            address = (link.attributes["href"] or "").partition("#")[0]
            if address.startswith(home) and address not in found:
                found[address] = found[page] + 1
                ahead.append(address)
    return found


def says_what_to_do(page: Page, sentence: str) -> None:
    """Check that the search page says that it needs JavaScript. Playwright's own search for text leaves `noscript` out."""
    expect(page.locator("main noscript")).to_be_visible()
    assert sentence in page.locator("main noscript").inner_text()


def is_listed(page: PagePlan) -> bool:
    """Is it for more people than those who have its address? The page of a service that has ended is not, nor what search engines must not list."""
    service: Service | None = getattr(page.view, "service", None)
    return page.is_indexed and (service is None or service.is_listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_every_page(language: str, steps: dict[str, dict[str, int]]) -> None:
    """From the home page links alone lead to every page of the language."""
    ours = [page for page in every_page() if page.language == language and is_listed(page)]
    pages = {page.url for page in ours if page.url.startswith(f"/{language}/")}
    assert {url for url in pages - steps[language].keys() if not url.endswith("404.html")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_near(language: str, steps: dict[str, dict[str, int]]) -> None:
    """A region's page is one link from the home page, a council's two, and a service's at most three."""
    limits = {"region": 1, "authority": 2, "service": 3}
    far = {
        page.url: steps[language].get(page.url)
        for page in every_page()
        if page.language == language
        and page.kind in limits
        and is_listed(page)
        and steps[language].get(page.url, 99) > limits[page.kind]
    }
    assert far == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_says_whom_to_ring(language: str, data: Site, visit_without: Visit) -> None:
    """One link from the home page stands each region's number, or, where there is none, the next best."""
    home = visit_without(f"/{language}/")
    for region in data.all(Region):
        home.goto(f"/{language}/")
        name = region.name.in_language(language).words
        home.locator("main").get_by_role("link", name=name, exact=True).first.click()
        contacts = contacts_of(region, data)
        phones = [phone for contact in contacts for phone in contact.phones]
        if instead := next_best_in(region, contacts, data):
            others = (*instead.agencies, *instead.authorities, *instead.helplines)
            phones = [contact.line for contact in others if contact.line]
        assert phones
        expect(home.locator(f"main a[href='{phones[0].uri}']").first).to_be_visible()
        for closed in home.locator("aside summary").all():
            closed.click()
        for phone in phones:
            expect(home.locator(f"main a[href='{phone.uri}']").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_page_says_what_to_do_instead(language: str, words: Strings, visit_without: Visit) -> None:
    """It says that searching needs JavaScript, and its link to the list in alphabetical order works."""
    page = visit_without(SEARCH[language])
    says_what_to_do(page, words.say("search.no_script", language))
    page.locator("main noscript a").first.click()
    expect(page.locator("h1")).to_have_text(words.say("page.a-to-z", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_box_leads_to_the_search_page(
    language: str, words: Strings, visit_without: Visit, origin: str
) -> None:
    """The search box on the other pages leads to the search page, which keeps what was typed and says what to do."""
    page = visit_without(f"/{language}/")
    box = page.locator("input[name=q]:visible").first
    box.fill("plant")
    box.press("Enter")
    page.wait_for_url(f"{origin}{SEARCH[language]}?q=plant")
    says_what_to_do(page, words.say("search.no_script", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_leads_to_its_names(language: str, visit_without: Visit) -> None:
    """In the list in alphabetical order every letter that can be chosen leads to a heading that is there, and names follow it."""
    a_to_z = next(page.url for page in every_page() if page.name == "a-to-z" and page.language == language)
    page = visit_without(a_to_z)
    letters = page.locator("main nav a[href^='#']").all()
    assert letters
    for letter in letters:
        heading = page.locator(f"[id='{(letter.get_attribute('href') or '')[1:]}']")
        expect(heading).to_be_visible()
