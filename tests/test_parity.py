"""What is not the same in two languages is told: real pages and records, changed at random, and as they are."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drws.domains.website.parity.alone import said_alone
from drws.domains.website.parity.lengths import LONG, judged
from drws.domains.website.parity.links import SamePages, same_pages
from drws.domains.website.parity.pages import PagePair
from drws.domains.website.parity.texts import TextPair, text_pairs
from drws.domains.website.parity.words import Written, language_differences
from drws.kernel.authored import AuthoredBlock, AuthoredText
from drws.kernel.problem import Place
from drws.say import detection
from drws.say.detection import FEWEST_WORDS, seems_in, small_words
from drws.say.quantities import quantities

from .example import Example
from .real import site

ROOT = Path(__file__).parent.parent
LANGUAGES = ("cy", "en")
AS_LONG = {LANGUAGES: 1.0, LANGUAGES[::-1]: 1.0}


@cache
def texts() -> list[TextPair]:
    """Texts of its records that are the same in both languages, as far as anybody has said."""
    return [pair for pair in all_texts() if not list(judged(pair.differences(LANGUAGES), AS_LONG))]


@cache
def all_texts() -> list[TextPair]:
    """Every text of its records."""
    return [pair for record in (site().partnership, *site().entities) for pair in text_pairs(record)]


@cache
def sentences() -> list[TextPair]:
    """Those that have words enough for anybody to be sure of their language, also when somebody rewrites them."""
    return [pair for pair in texts() if min(len(small_words(each.words)) for each in pair) >= 2 * FEWEST_WORDS]


@cache
def pages() -> list[tuple[AuthoredText, AuthoredText]]:
    """Its pages that are the same."""
    both = [(page.texts["cy"], page.texts["en"]) for page in site().authored.values()]
    return [pair for pair in both if not found_in(*pair)]


def found_in(one: AuthoredText, two: AuthoredText) -> set[str]:
    """The messages about a page in two languages."""
    pair = PagePair(one, two, same_pages(site()), LANGUAGES, said_alone(site()))
    differences = judged(pair.differences(headings_may_differ=False), AS_LONG)
    return {each.message.removeprefix("parity.") for each in differences}


@pytest.mark.slow
def test_nearly_everything_is_the_same_as_it_is() -> None:
    """Otherwise the tests below would look at nothing. What is left is exempt: `drws check` has nothing to say."""
    assert len(pages()) > len(site().authored) / 2
    assert len(texts()) > len(all_texts()) / 2


def _said(pair: TextPair, first: str, second: str) -> list[str]:
    changed = TextPair(replace(pair.one, words=first), replace(pair.two, words=second))
    return [each.message.removeprefix("parity.") for each in judged(changed.differences(LANGUAGES), AS_LONG)]


@given(st.data())
def test_a_text_of_a_record_is_in_its_own_language(data: st.DataObject) -> None:
    """Swapped, copied, or in the other language with another word at its end."""
    pair = data.draw(st.sampled_from(sentences()))
    first, second = pair.one.words, pair.two.words
    assert {"swapped", "language"} & {*_said(pair, second, first)}
    assert _said(pair, second, second) == ["copied"]
    assert _said(pair, first, first) == ["copied"]
    if seems_in(second, "cy", LANGUAGES):  # all but a few of three or four words, and lists of names
        assert "language" in _said(pair, f"{second} today", second)


@given(st.data())
def test_a_number_of_a_record_is_the_same(data: st.DataObject) -> None:
    """A digit more, in either language."""
    pair = data.draw(st.sampled_from([pair for pair in texts() if re.search("[0-9]", pair.two.words)]))
    digit = data.draw(st.sampled_from(list(re.finditer("[0-9]", pair.two.words))))
    longer = f"{pair.two.words[: digit.end()]}7{pair.two.words[digit.end() :]}"
    assert "numbers" in _said(pair, pair.one.words, longer)


@given(st.data())
def test_half_a_text_of_a_record_is_told(data: st.DataObject) -> None:
    """Where it is long enough for anybody to be sure."""
    long = [pair for pair in texts() if min(len(each.words) for each in pair) >= LONG]
    pair = data.draw(st.sampled_from(long))
    assert _said(pair, pair.one.words, pair.two.words[: len(pair.one.words) // 3])


def _with(text: AuthoredText, blocks: Sequence[AuthoredBlock]) -> AuthoredText:
    return text.model_copy(update={"blocks": tuple(blocks)})


@given(st.data())
@pytest.mark.slow
def test_a_page_is_whole(data: st.DataObject) -> None:
    """Cut at any place, in either language."""
    one, two = data.draw(st.sampled_from(pages()))
    place = data.draw(st.integers(0, min(len(one.blocks), len(two.blocks)) - 1))
    assert found_in(one, _with(two, two.blocks[:place]))
    assert found_in(_with(one, one.blocks[:place]), two)


@given(st.data())
@pytest.mark.slow
def test_a_page_has_the_same_links(data: st.DataObject) -> None:
    """One that is not there, or that leads elsewhere."""
    linked = [pair for pair in pages() if any(block.targets for block in pair[1].blocks)]
    one, two = data.draw(st.sampled_from(linked))
    chosen = data.draw(st.sampled_from([index for index, block in enumerate(two.blocks) if block.targets]))
    for targets in ((), (*two.blocks[chosen].targets[1:], "page:elsewhere"), ("https://other.example/99",)):
        changed = [
            replace(block, targets=targets) if index == chosen else block for index, block in enumerate(two.blocks)
        ]
        assert "links" in found_in(one, _with(two, changed))


@pytest.mark.slow
def test_a_page_is_in_its_own_language() -> None:
    """Each page with the words of the other language, and both with each other’s."""
    for one, two in pages():
        welsh, english = one.model_copy(update={"blocks": two.blocks}), two.model_copy(update={"blocks": one.blocks})
        assert "copied" in found_in(welsh, two)
        assert "swapped" in found_in(welsh, english)
        another = AuthoredBlock("paragraph", 1, "We wrote another sentence below this page.")
        assert "language" in found_in(welsh, _with(two, [*two.blocks, another]))


@pytest.mark.parametrize(
    ("cy", "en"),
    [
        ("Caerdydd", "Cardiff"),
        ("Powys", "Powys"),
        ("Data", "Data"),
        ("paru", "matching"),
        ("Swyddfa AFKA Cymru, y Rhyl", "AFKA Cymru office, Rhyl"),
        ("Cafcass Cymru: Gwent", "Cafcass Cymru: Gwent"),
        ("O.S. 2014/567", "WSI 2014/567"),
        ("Deddf Mabwysiadu a Phlant 2002", "Adoption and Children Act 2002"),
        ("Anghenion y person, a sut i’w diwallu", "What the person needs, and how to meet it"),
    ],
)
def test_names_titles_and_short_words_are_left_alone(cy: str, en: str) -> None:
    """A detector that reads them alone is often wrong."""
    place = Place("data/services/x.yml")
    assert not list(language_differences(Written(cy, "cy", place), Written(en, "en", place), LANGUAGES))


@pytest.mark.parametrize(
    ("cy", "en", "are_the_same"),
    [
        ("Cynhelir ef ar 3 Mai 2024.", "You may come on 3 May 2024.", True),
        ("Cynhelir ef ar 3 Mai 2024.", "It is held on 3 June 2024.", False),
        ("Ers Chwefror 2019.", "Since February 2019.", True),
        ("O Fawrth 2019 ymlaen.", "From March 2019 on.", True),
        ("Yn yr hydref 2023.", "In autumn 2023.", True),
        ("1,200 o bobl", "1200 people", True),
        ("1,200 o bobl", "1,300 people", False),
        ("9.30yb", "9:30am", True),
    ],
)
def test_numbers_and_dates_are_compared_by_what_they_mean(cy: str, en: str, *, are_the_same: bool) -> None:
    """However a language writes them."""
    assert (quantities(cy, "cy") == quantities(en, "en")) is are_the_same


SAME = SamePages(frozenset(LANGUAGES), frozenset(), (("https://llyw.example/", "https://gov.example/"),))


@pytest.mark.parametrize(
    ("one", "two", "are_the_same"),
    [
        ("https://deddf.example/cy/2002/38/section/4/welsh", "https://deddf.example/2002/38/section/4", True),
        ("https://deddf.example/2002/38/section/4/welsh", "https://deddf.example/2002/38/section/14", False),
        ("https://pont.example/cy/grwp", "https://pont.example/en/grwp", True),
        ("https://pont.example/cy", "https://pont.example/en", True),
        ("https://pont.example/grwp", "https://pont.example/group", False),
        ("https://pont.cymru/advocacy", "https://pont.wales/advocacy", True),
        ("https://llyw.example/grwp", "https://gov.example/group", True),
        ("https://papur.example/", "https://paper.example/", False),
    ],
)
def test_a_page_of_others_may_have_an_address_in_each_language(one: str, two: str, *, are_the_same: bool) -> None:
    """A step more that says the language, or what the site says."""
    assert SAME.are(one, two) is are_the_same


def test_what_a_language_in_part_borrows_is_not_compared(example: Example) -> None:
    """Its pages are those of another language, and that is no mistake."""
    written = (example.root / "data/site.yml").read_text("utf-8")
    example.change(
        {
            "data/languages/ga.yml": "code: ga\nname: Gaeilge\nlisting_range: A go Z\nalphabet: [a, b, c]\npartial: true\n",
            "data/site.yml": written.replace("languages: [cy, en]", "languages: [cy, en, ga]"),
        }
    )
    assert [each for each in example.load().problems if each.rule == "parity"] == []


def test_without_a_detector_everything_else_is_compared(example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    """The package cannot be had for every machine: that it is missing is told once, and stops nothing."""
    example.change(
        {
            "data/services/grwp-rhieni.yml": {
                "summary": {"cy": "The group meets every 10 days.", "en": "It meets every 20 days."}
            }
        }
    )
    monkeypatch.setattr(detection, "_detector", lambda: None)
    said = [each.message for each in replace(example, kept=None).load().problems]
    assert said == ["tools.detector", "parity.numbers"]
