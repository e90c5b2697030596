"""Welsh grammar: numbers and what they count, lists, the article. The examples are a Welsh reader's, the rest holds for every word."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cymraeg.lists import listed, with_article
from cymraeg.numerals import BLWYDDYN, CATEGORIES, Noun, counted, plural_forms
from drws.read.theme import Theme
from drws.say.string_files import read_strings
from drws.say.strings import Strings

CANLYNIAD = Noun("canlyniad")
TUDALEN = Noun("tudalen", is_feminine=True)
GWASANAETH = Noun("gwasanaeth")
THEME = Path(__file__).parents[1] / "theme"
LETTERS = st.text("abcdefghijlmnoprstuwyâêîôûŵŷ", min_size=1, max_size=12)


@pytest.fixture(scope="module")
def strings() -> Strings:
    """What the interface says."""
    words, problems = read_strings(Theme.of(THEME), ("cy", "en"))
    assert words, problems
    return words


@pytest.mark.parametrize(
    ("noun", "number", "said"),
    [
        (CANLYNIAD, 1, "1 canlyniad"),
        (CANLYNIAD, 2, "2 ganlyniad"),
        (CANLYNIAD, 3, "3 chanlyniad"),
        (CANLYNIAD, 4, "4 canlyniad"),
        (CANLYNIAD, 6, "6 chanlyniad"),
        (CANLYNIAD, 10, "10 canlyniad"),
        (TUDALEN, 1, "1 dudalen"),
        (TUDALEN, 2, "2 dudalen"),
        (TUDALEN, 3, "3 tudalen"),
        (TUDALEN, 6, "6 thudalen"),
        (GWASANAETH, 2, "2 wasanaeth"),
        (GWASANAETH, 3, "3 gwasanaeth"),
        (Noun("llaw", is_feminine=True), 1, "1 llaw"),
        (Noun("llaw", is_feminine=True), 2, "2 law"),
        (BLWYDDYN, 1, "1 flwyddyn"),
        (BLWYDDYN, 2, "2 flynedd"),
        (BLWYDDYN, 3, "3 blynedd"),
        (BLWYDDYN, 4, "4 blynedd"),
        (BLWYDDYN, 5, "5 mlynedd"),
        (BLWYDDYN, 6, "6 blynedd"),
        (BLWYDDYN, 7, "7 mlynedd"),
        (BLWYDDYN, 18, "18 mlynedd"),
        (BLWYDDYN, 100, "100 mlynedd"),
    ],
)
def test_a_number_changes_what_it_counts(noun: Noun, number: int, said: str) -> None:
    """As a grammar has it."""
    assert counted(number, noun) == said


@pytest.mark.parametrize("noun", [CANLYNIAD, TUDALEN, GWASANAETH, BLWYDDYN], ids=lambda noun: noun.singular)
def test_every_number_has_a_form_and_strings_can_say_it(noun: Noun) -> None:
    """From 0 to 1,000; what the six categories of a string and its exact numbers give is the same."""
    forms = dict(plural_forms(noun))
    by_number = {number: category for category, number in CATEGORIES.items() if category != "other"}
    for number in range(1001):
        chosen = forms.get(f"={number}") or forms[by_number.get(number, "other")]
        assert counted(number, noun) == f"{number} {chosen}"


def test_nothing_is_there_less_than_no_times() -> None:
    """That is a mistake of ours."""
    with pytest.raises(ValueError, match="-1"):
        counted(-1, CANLYNIAD)


def test_the_strings_of_the_interface_count_so(strings: Strings) -> None:
    """Whatever a string of the theme counts, its forms are those of the grammar, of one gender or the other."""
    counting = {key: forms["cy"]["other"] for key, forms in strings.entries.items() if isinstance(forms["cy"], dict)}
    assert {"list.services", "search.found"} <= counting.keys()
    for key, form in counting.items():
        noun = re.search(r"\{n\} (\w+)", form)
        assert noun, f"{key} does not say what it counts"
        own = (BLWYDDYN,) if noun[1] == BLWYDDYN.after_many else (Noun(noun[1]), Noun(noun[1], is_feminine=True))
        assert any(all(counted(n, each) in strings.say(key, "cy", n=n) for n in range(1, 1001)) for each in own), key


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Conwy"], "Conwy"),
        (["Gwynedd", "Ynys Môn"], "Gwynedd ac Ynys Môn"),
        (["Abertawe", "Caerdydd"], "Abertawe a Chaerdydd"),
        (["Conwy", "Wrecsam"], "Conwy a Wrecsam"),
        (["Cymraeg", "Ŵyr"], "Cymraeg ac Ŵyr"),
        (["Conwy", "Gwynedd", "Powys"], "Conwy, Gwynedd a Phowys"),
        (["Powys", "Tor-faen"], "Powys a Thor-faen"),
        (["Blaenau Gwent", "Rhondda Cynon Taf"], "Blaenau Gwent a Rhondda Cynon Taf"),
    ],
)
def test_a_list_ends_with_the_right_word(names: list[str], said: str) -> None:
    """*a* before a consonant, which it may change, *ac* before a vowel."""
    assert listed(names, mutate=True) == said


@given(st.lists(LETTERS, min_size=2, max_size=5))
def test_every_list_has_one_and_nothing_is_lost(names: list[str]) -> None:
    """Names that stay as they are can all be found in it, in order."""
    said = listed(names)
    assert [
        name for part in said.split(", ") for name in part.rsplit(f" {'ac' if ' ac ' in part else 'a'} ", 1)
    ] == names


@pytest.mark.parametrize(
    ("word", "is_feminine", "said"),
    [
        ("plentyn", False, "y plentyn"),
        ("pont", True, "y bont"),
        ("gardd", True, "yr ardd"),
        ("haf", False, "yr haf"),
        ("ŵyr", False, "yr ŵyr"),
        ("wal", True, "y wal"),
        ("llaw", True, "y llaw"),
        ("asiantaeth", True, "yr asiantaeth"),
        ("gwybodaeth", True, "yr wybodaeth"),
    ],
)
def test_the_article_fits(word: str, is_feminine: bool, said: str) -> None:  # noqa: FBT001  it is what is tried
    """*y* or *yr*, and the soft mutation of feminine nouns."""
    assert with_article(word, is_feminine=is_feminine) == said
