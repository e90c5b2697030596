"""What one types is taken as it is meant, and nothing is taken that one did not choose."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from drws.say.strings import Strings

from .axe import Axe
from .sample import every_page
from .search_page import A_WORD, LANGUAGES, SEARCH, answered, results, status, wait_for_the_answer
from .visits import Visit

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


@pytest.mark.parametrize("language", LANGUAGES)
def test_suggestions_leave_the_focus_where_it_is(language: str, by_keyboard: Visit, axe: Axe) -> None:
    """While one types, titles are offered; the arrow keys choose, Escape puts them away, Enter goes there."""
    page = by_keyboard(SEARCH[language])
    box = page.locator("[data-search] input[name=q]")
    box.press_sequentially("lett" if language == "en" else "blwch")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(box).to_be_focused()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert axe.finds(page) == []
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
def test_who_types_on_has_chosen_nothing(language: str, begun: str, rest: str, pause: int, stay: Visit) -> None:
    """A choice goes with the list it was made in: Enter then asks what was typed, before the new list is there and after."""
    page = stay(SEARCH[language])
    box = page.locator("[data-search] input[name=q]")
    box.fill("")
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_question_is_asked_for(language: str, words: Strings, by_keyboard: Visit) -> None:
    """Without a word to search for the page asks for one, and the focus is where to write it."""
    page = by_keyboard(SEARCH[language])
    expect(status(page)).to_be_empty()
    page.locator("[data-search] input[name=q]").fill("   ")
    page.locator("[data-search] button[type=submit]").press("Enter")
    expect(status(page)).to_have_text(words.say("search.empty", language))
    expect(page.locator("[data-search] input[name=q]")).to_be_focused()
    expect(page.get_by_role("heading", name=words.say("search.start", language))).to_be_visible()
    assert results(page).count() == 0


@pytest.mark.parametrize(
    ("language", "typed", "meant"), [("cy", "mabwysidau", "mabwysiad"), ("en", "letterbocs", "letterbox")]
)
def test_misspelt_words_are_mended_and_can_be_had_as_they_are(
    language: str, typed: str, meant: str, stay: Visit
) -> None:
    """The page says how it understood the question, and offers the words as they were typed."""
    page = answered(stay(SEARCH[language]), typed)
    expect(page.locator("[data-search-mended-words]")).to_contain_text(meant)
    page.locator("[data-search-as-typed]").press("Enter")
    expect(page.locator("[data-search-mended]")).to_be_hidden()
    assert "as-typed" in page.url


def test_what_only_begins_like_a_word_is_marked_and_comes_last(site: Path, stay: Visit) -> None:
    """No page has the beginning as a word of its own: what has a word that begins so says that it does."""
    page = answered(stay(SEARCH["en"]), _a_beginning(site))
    expect(results(page).first).to_be_visible()
    for result in results(page).all():
        expect(result.locator("[data-beginning]")).to_be_visible()


def _a_beginning(site: Path) -> str:
    """The beginning of a long word of the site that is no word of it."""
    table = json.loads((site / "search" / "en.json").read_text("utf-8"))
    words: list[str] = json.loads((site / "search" / table["words"]).read_text("utf-8"))["words"].split()
    return next(word[:5] for word in words if len(word) > 10 and word[:5] not in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_question_is_cut_in_words(language: str, stay: Visit) -> None:
    """A hundred thousand signs in the address are searched for as far as the box goes, and the page says so."""
    page = stay(SEARCH[language])
    page.evaluate(
        "(text) => { const box = document.querySelector('[data-search] input[name=q]'); box.value = text; box.form.requestSubmit(); }",
        f"{A_WORD[language]} " * 20_000,
    )
    wait_for_the_answer(page)
    expect(page.locator("[data-search-cut]")).to_be_visible()
    assert len(page.url) < 5000


@pytest.mark.parametrize("signs", ["$&", "$`", "$$"])
def test_a_question_is_no_pattern(signs: str, words: Strings, stay: Visit) -> None:
    """Signs that a script could take for a part of the sentence are offered again as they were typed."""
    query = f"letterbocs {signs}"
    page = answered(stay(SEARCH["en"]), query)
    expect(page.locator("[data-search-as-typed]")).to_have_text(words.say("search.instead", "en", words=query))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_box_on_other_pages_leads_there(language: str, by_keyboard: Visit, origin: str) -> None:
    """What one writes into the search box of another page is searched for on the search page."""
    page = by_keyboard(next(each.url for each in every_page() if each.kind == "service" and each.language == language))
    box = page.locator("header input[name=q]")
    box.fill("Powys")
    box.press("Enter")
    page.wait_for_url(f"{origin}{SEARCH[language]}?q=Powys")
    expect(results(page).first).to_contain_text("Powys")
