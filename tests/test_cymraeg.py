"""Welsh: any form of a word has the key of every other, and words that only look alike do not."""

import string
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cymraeg.keys import Keys, resolve
from cymraeg.lemmas import Lemmas, fixes
from cymraeg.mutations import mutated, radicals
from cymraeg.words import fold, words

LISTS = Path(__file__).with_name("welsh")


def listed(name: str) -> list[list[str]]:
    """The lines of a list, each once, without its remarks."""
    lines = (LISTS / name).read_text("utf-8").splitlines()
    return [line.split() for line in dict.fromkeys(lines) if line and not line.startswith("#")]


FAMILIES, ALIKE = listed("families.txt"), listed("alike.txt")
LEMMAS = Lemmas(frozenset())


def keys(word: str) -> frozenset[str]:
    """The keys of a word, on a site that has no other."""
    return frozenset(map(fold, LEMMAS.of(word)))


def test_every_form_of_a_word_meets_every_other() -> None:
    """Mutated, unmutated, singular and plural."""
    pairs = (pair for family in FAMILIES for pair in product(family, repeat=2))
    assert [f"{one}-{other}" for one, other in pairs if keys(one).isdisjoint(keys(other))] == []


def test_words_that_look_alike_stay_apart() -> None:
    """Mutation could lead from one to the other, and does not."""
    assert [f"{one}-{other}" for one, other in ALIKE if not keys(one).isdisjoint(keys(other))] == []


@given(st.text(alphabet=string.ascii_lowercase + "âêîôûŵŷ", min_size=1, max_size=12))
def test_mutations_can_be_taken_back(word: str) -> None:
    """Whatever mutation makes of a word, the word is among those it may have been."""
    for form in mutated(word):
        assert not form or word in radicals(form)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rhieni’r plant a’r ŵyr", ["rhieni", "plant", "ŵyr"]),
        ("o'r Pen-y-bont", ["pen", "bont", "penybont"]),
        ("e-bost", ["bost", "ebost"]),
        ("i’r tŷ", ["tŷ"]),
        ("2005, CF10 1AA", ["2005", "cf10", "1aa"]),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    """One letter is no word, a clitic belongs to none, and a word with hyphens is its parts and the whole."""
    assert list(words(text)) == expected


def test_the_table_says_what_the_rules_do_not() -> None:
    """For every form, rules and table together give the keys that the dictionary gives."""
    site = Keys.for_words(["plant", "rieni", "fab", "ardd", "nghaerdydd", "tŷ", "llythyrau"])
    for form in ("blant", "plentyn", "rhiant", "meibion", "gerddi", "chaerdydd", "dai", "thy", "lythyr"):
        assert resolve(fold(form), site.forms, site.all), form
    for form in ("bab", "cardd", "tad", "llaeth"):
        assert not resolve(fold(form), site.forms, site.all), form


def test_what_people_put_right_is_in_order() -> None:
    """Every lemma of the list of fixes is among its own forms."""
    lemmas = {lemma for found in fixes().values() for lemma in found}
    assert {lemma for lemma in lemmas if lemma not in fixes().get(lemma, ())} == set()
