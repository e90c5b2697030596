"""The finder answers in the page, and nobody learns what was asked."""

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from drws.domains.directory.organization.record import Authority
from drws.domains.directory.queries import contacts_of, region_of
from drws.say.strings import Strings

from .axe import Axe
from .sample import every_page, loaded
from .visits import DESKTOP, PHONE, Visit, Witness

pytestmark = [pytest.mark.browser, pytest.mark.nginx]

LANGUAGES = ["cy", "en"]


def number_for(authority_id: str) -> str:
    """The number to ring for adoption where an authority is: its region's first, if there is one."""
    site = loaded().site
    assert site
    region = region_of(site.of(Authority)[authority_id], site)
    assert region
    return next((phone.number.text for contact in contacts_of(region, site) for phone in contact.phones), "")


COMPLAINTS = {page.language: page.url for page in every_page() if page.name == "complaints"}
AREAS = {page.language: page.url for page in every_page() if page.name == "areas"}
CARDIFF = {page.language: page for page in every_page() if page.name == "authority:cardiff"}
HOME = {page.language: page.url for page in every_page() if page.name == "home"}
POSTCODE = "CF10 3NQ"
SEVERAL_OR_NONE = {"SY10": "several", "12345": "unshaped"}
"""What is in two areas, and what is no postcode, with what is said of it."""
NUMBER = number_for("cardiff")
KEPT = "() => [document.title, location.href, history.length, JSON.stringify(history.state), document.cookie, localStorage.length, sessionStorage.length]"


@pytest.fixture(scope="module")
def words() -> Strings:
    """What the interface says."""
    read = loaded()
    assert read.strings
    return read.strings


def box(page: Page) -> Locator:
    """Where one types."""
    return page.locator("[data-finder] input")


def answer(page: Page) -> Locator:
    """What the finder says."""
    return page.locator("[data-finder-answer]")


def ask(page: Page, typed: str) -> None:
    """Type, and press Enter."""
    box(page).fill(typed)
    box(page).press("Enter")


@pytest.mark.parametrize(("start", "language"), [(AREAS, "cy"), (HOME, "en")], ids=["areas", "home"])
def test_a_postcode_leads_to_the_council_by_keyboard(
    start: dict[str, str], language: str, first_by_keyboard: Visit, witness: Witness
) -> None:
    """The answer is announced, its first link is the council's page, and it comes next after the box and its button."""
    page = first_by_keyboard(start[language])
    box(page).focus()
    page.keyboard.type("cf103nq")
    page.keyboard.press("Enter")
    link = answer(page).get_by_role("link").first
    expect(link).to_have_attribute("href", CARDIFF[language].url)
    expect(answer(page)).to_contain_text(POSTCODE)
    expect(answer(page)).to_contain_text(NUMBER)
    assert answer(page).get_attribute("role") == "status"
    expect(box(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(CARDIFF[language].title)
    assert witness.complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_takes_complaints_is_answered_in_the_page(
    language: str, first_by_keyboard: Visit, witness: Witness
) -> None:
    """The answer is what the list below says of the council, not the number of the adoption service."""
    page = first_by_keyboard(COMPLAINTS[language])
    ask(page, POSTCODE)
    listed = page.locator("[data-finder-councils] > li#authority-cardiff")
    ways = [link.get_attribute("href") for link in listed.get_by_role("link").all()]
    expect(answer(page)).to_contain_text(POSTCODE)
    assert [link.get_attribute("href") for link in answer(page).get_by_role("link").all()] == ways
    expect(answer(page)).not_to_contain_text(NUMBER)
    assert witness.complaints == []


def test_nobody_learns_the_postcode(first_by_keyboard: Visit, witness: Witness, origin: str) -> None:
    """It is in no request, and the title, the address, the history and what the browser keeps stay as they were."""
    page = first_by_keyboard(AREAS["cy"])
    page.wait_for_load_state("networkidle")
    before, already = page.evaluate(KEPT), list(witness.requests)
    assert not any("postcodes" in address for address in already), "the table comes when it is used"
    for typed in (POSTCODE, "SY10 7AA", "not a postcode 1", "Caerdydd"):
        ask(page, typed)
        expect(answer(page)).not_to_be_empty()
    page.wait_for_load_state("networkidle")
    assert page.evaluate(KEPT) == before
    asked = [address for address in witness.requests if address not in already]
    assert sorted(address.rpartition("/")[2].split(".")[0] for address in asked) == [
        "find-name",
        "find-postcode",
        "places",
        "postcodes",
        "spelling",
    ]
    assert all(address.startswith(f"{origin}/assets/") for address in asked)
    assert [
        address for address in witness.requests if any(part in address.lower() for part in ("cf10", "3nq", "sy10"))
    ] == []
    page.goto(HOME["cy"])
    page.go_back()
    expect(box(page)).to_have_value("")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "empty"), ("12345", "unshaped"), ("ZZ9 9ZZ", "unknown"), ("LL", "area"), ("SY10", "several"), ("xyzzy", "no-name"), ("SY1 1AA", "elsewhere"), ("Nghaerdydd", "near")],
)  # fmt: skip
def test_every_answer_is_in_words(typed: str, said: str, language: str, words: Strings, stay: Visit) -> None:
    """Whatever was typed, the page says in its own language what came of it, and marks what is to be typed anew."""
    page = stay(AREAS[language])
    ask(page, typed)
    expect(answer(page)).to_contain_text(words.say(f"finder.{said}", language))
    wrong = said in ("empty", "unshaped", "unknown", "area", "no-name")
    assert (box(page).get_attribute("aria-invalid") == "true") is wrong
    if said == "several":
        expect(answer(page).get_by_role("listitem")).to_have_count(2)
        expect(answer(page)).to_contain_text(words.say("finder.across", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_the_other_language_are_known(language: str, stay: Visit) -> None:
    """Who types “Cardiff” on the Welsh page gets Caerdydd, and the other way round."""
    page = stay(AREAS[language])
    place = CARDIFF["en"].view.authority.place
    for typed in (place.in_language("en").words.lower(), place.in_language("cy").words.upper(), CARDIFF["cy"].title):
        ask(page, "xyzzy")
        expect(answer(page).get_by_role("link")).to_have_count(0)
        ask(page, typed)
        expect(answer(page).get_by_role("link").first).to_have_text(CARDIFF[language].title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_is_text(language: str, stay: Visit) -> None:
    """Markup in the box is shown as it was typed."""
    page = stay(AREAS[language])
    for typed in ("<img src=x onerror=alert(1)>", "<b>12345</b>", "__proto__", "constructor1"):
        ask(page, typed)
        expect(answer(page)).to_contain_text(typed)
    assert page.locator("main img, main script, [data-finder-answer] b").count() == 0


@pytest.mark.parametrize("typed", ["$&xyzzy", "$`xyzzy", "$$xyzzy"])
def test_what_is_typed_is_no_pattern(typed: str, stay: Visit) -> None:
    """Signs that a script could take for a part of the sentence are said as they were typed."""
    page = stay(AREAS["cy"])
    ask(page, typed)
    expect(answer(page)).to_contain_text(f"{typed}: ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_table_is_no_dead_end(language: str, words: Strings, first_by_keyboard: Visit) -> None:
    """When the table does not come the page says so, the list is there, and the next question tries again."""
    page = first_by_keyboard("about:blank")
    page.route("**/postcodes*", lambda route: route.abort())
    page.goto(AREAS[language])
    ask(page, POSTCODE)
    expect(answer(page)).to_have_text(words.say("finder.failed", language))
    page.unroute_all()
    ask(page, POSTCODE)
    expect(answer(page).get_by_role("link").first).to_have_attribute("href", CARDIFF[language].url)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everyone_can_use_the_answer(language: str, words: Strings, by_keyboard: Visit, axe: Axe) -> None:
    """With an answer on it the page breaks no rule of axe, and does not scroll sideways on the smallest phone."""
    page = by_keyboard(AREAS[language], viewport=PHONE)
    said = {POSTCODE: POSTCODE} | {
        typed: words.say(f"finder.{key}", language) for typed, key in SEVERAL_OR_NONE.items()
    }
    for typed, answered in said.items():
        ask(page, typed)
        expect(answer(page)).to_contain_text(answered)
        assert axe.finds(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_script_there_is_the_list(language: str, by_keyboard: Visit) -> None:
    """No box; every council in the list and on the map, with the same links."""
    page = by_keyboard(AREAS[language], java_script_enabled=False)
    expect(page.locator("[data-finder] form")).to_be_hidden()
    listed = page.locator(".area li a").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    drawn = page.locator(".map__area").evaluate_all("(links) => links.map((link) => link.getAttribute('href'))")
    assert listed
    assert sorted(drawn) == sorted(listed)


FOCUSED = """(areas) => areas.map((area) => {
    area.focus();
    const name = area.nextElementSibling;
    if (!name.matches('.map__name')) throw new Error(area.outerHTML);
    const { left, right } = name.getBoundingClientRect();
    return [getComputedStyle(name).opacity, left, right];
})"""
"""Of each council on the map: is its name shown when it has the focus, and where?"""


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_map_names_what_has_the_focus(viewport: ViewportSize, language: str, look: Visit) -> None:
    """Every council on the map has a name for screen readers, and shows it within the window when it has the focus."""
    page = look(AREAS[language], viewport=viewport)
    names = page.locator(".map__area").evaluate_all("(links) => links.map((link) => link.getAttribute('aria-label'))")
    assert sorted(names) == sorted(page.locator(".area li a").all_inner_texts())
    for opacity, left, right in page.locator(".map__area").evaluate_all(FOCUSED):
        assert opacity == "1"
        assert 0 <= left < right <= viewport["width"]
    expect(
        page.get_by_role("group", name=page.locator(".map__drawing").get_attribute("aria-label") or "")
    ).to_be_visible()
