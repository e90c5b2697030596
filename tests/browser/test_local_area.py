"""A reader chooses an area once, and every policy with local parts offers its page there: in this browser alone, in every language."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .axe import Axe
from .sample import every_page
from .visits import KEPT_IN_THE_BROWSER, PHONE, Visit, Windows, Witness

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]
PAGES = {(page.name, page.language): page for page in every_page()}
POLICIES = [
    page.name
    for page in every_page()
    if page.language == LANGUAGES[0]
    and page.kind == "policy"
    and getattr(page.view, "local", None)
    and page.view.local.by_clause
]
"""Those to whose clauses areas add something."""
FIRST, ANOTHER = POLICIES[:2]
AREA = next(
    each.area
    for each in PAGES[FIRST, LANGUAGES[0]].view.local.pages
    if each.area in [other.area for other in PAGES[ANOTHER, LANGUAGES[0]].view.local.pages]
)
"""One with a page of both."""


def url(policy: str, language: str, *, local: bool = False) -> str:
    """The page of a policy, or that of the area."""
    return PAGES[f"{policy}/{AREA.id}" if local else policy, language].url


def choose(page: Page, language: str) -> None:
    """Unfold the areas on the page of a policy, and press the link to one, by keyboard."""
    page.goto(url(FIRST, language))
    page.locator("[data-local-choice] summary").press("Enter")
    page.locator(f"nav [data-local-area='{AREA.id}']").press("Enter")
    page.wait_for_url(f"**{url(FIRST, language, local=True)}")


def test_the_choice_is_offered_on_the_next_policy(first_by_keyboard: Visit, witness: Witness, axe: Axe) -> None:
    """Nothing is kept before somebody chooses. Then each policy leads to its page there, at the same clause, also in the other language."""
    page = first_by_keyboard(url(FIRST, "cy"))
    assert page.evaluate(KEPT_IN_THE_BROWSER) == []
    choose(page, "cy")
    expect(page.locator("[data-local-chosen]")).to_be_visible()
    expect(page.locator("[data-local-open]")).to_be_hidden()  # this is the page
    for shown in LANGUAGES:
        clause = next(iter(PAGES[ANOTHER, shown].view.local.by_clause))
        page.goto(f"{url(ANOTHER, shown)}#clause-{clause}")
        expect(page.locator("[data-local-name]")).to_have_text(AREA.name.in_language(shown).words)
        assert axe.finds(page) == []
        page.locator("[data-local-open]").press("Enter")
        page.wait_for_url(f"**{url(ANOTHER, shown, local=True)}#clause-{clause}")
    assert axe.finds(page) == []
    assert witness.complaints == []
    assert all("?" not in address for address in witness.requests), "what is chosen goes into no address"
    assert page.evaluate("document.cookie") == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_switch_leads_to_the_same_area(language: str, first_by_keyboard: Visit) -> None:
    """With the clause."""
    other = next(code for code in LANGUAGES if code != language)
    clause = next(iter(PAGES[FIRST, language].view.local.by_clause))
    page = first_by_keyboard(f"{url(FIRST, language, local=True)}#clause-{clause}")
    page.locator("header a[hreflang]").first.press("Enter")
    page.wait_for_url(f"**{url(FIRST, other, local=True)}#clause-{clause}")


def test_a_choice_can_be_forgotten(first_visit: Visit) -> None:
    """Made with the mouse and forgotten by a key: at once, with the focus on the areas."""
    page = first_visit(url(FIRST, "cy"))
    page.locator("[data-local-choice] summary").click()
    page.locator(f"nav [data-local-area='{AREA.id}']").click()
    page.wait_for_url(f"**{url(FIRST, 'cy', local=True)}")
    page.go_back()
    expect(page.locator("[data-local-chosen]")).to_be_visible()
    page.locator("[data-local-forget]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-local-chosen]")).to_be_hidden()
    expect(page.locator("nav [data-local-area]").first).to_be_focused()
    assert page.evaluate(KEPT_IN_THE_BROWSER) == []


def test_what_others_wrote_into_the_storage_does_no_harm(first_by_keyboard: Visit) -> None:
    """An area that no page has is no choice."""
    page = first_by_keyboard(url(FIRST, "en"))
    page.evaluate("""localStorage.setItem('local-area', '"]<b>')""")
    page.reload()
    expect(page.locator("[data-local-chosen]")).to_be_hidden()


def test_a_browser_that_keeps_nothing_shows_the_pages_all_the_same(first_by_keyboard: Visit, witness: Witness) -> None:
    """Where storage is refused the links lead where they lead."""
    page = first_by_keyboard("about:blank")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    choose(page, "en")
    expect(page.locator("[data-local-chosen]")).to_be_hidden()
    assert witness.complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_local_parts_need_no_script(language: str, windows: Windows) -> None:
    """Without JavaScript the policy leads to the page of the area, where what is local is told apart, and nothing is promised."""
    options: dict[str, Any] = {"java_script_enabled": False, "viewport": PHONE}
    with windows.new_unpainted(**options) as context:
        page = context.new_page()
        choose(page, language)
        expect(page.locator("[data-local-chosen]")).to_be_hidden()
        for part in page.locator(".local-part").all():
            expect(part.get_by_role("heading").first).to_contain_text(AREA.name.in_language(language).words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_local_parts_fit_a_phone(language: str, first_by_keyboard: Visit) -> None:
    """Nothing is wider than the window at 320 pixels."""
    page = first_by_keyboard("about:blank", viewport=PHONE)
    choose(page, language)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
