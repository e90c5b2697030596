"""The package `cymraeg` as a stranger meets it: its README, and what it stands on."""

import ast
import doctest
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cymraeg.boundaries import parted
from cymraeg.collation import ALPHABET, initial, letters, sort_key
from cymraeg.mutations import mutated
from cymraeg.words import fold
from drws.kernel.language import Language
from drws.read.decode import Context
from drws.read.reader import Folder, read_records
from drws.say.collation import alphabetical
from drws.starter.create import PROJECT

CYMRAEG = Path(__file__).parents[1] / "generator" / "cymraeg"


def test_the_examples_of_the_readme_come_out_so() -> None:
    """Each of them."""
    results = doctest.testfile(str(CYMRAEG / "README.md"), module_relative=False, encoding="utf-8")
    assert results.attempted
    assert results.failed == 0


@pytest.mark.parametrize("path", sorted(CYMRAEG.glob("*.py")), ids=lambda path: path.name)
def test_it_imports_nothing_of_drws(path: Path) -> None:
    """It is a package of its own."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        assert not [name for name in names if name.split(".")[0] == "drws"]


@pytest.fixture(scope="module")
def welsh() -> Language:
    """Welsh as a new project has it, in which order is data."""
    languages, problems = read_records(
        Language, Folder(PROJECT / "data", "data"), Language.FOLDER, Context(("cy",), "")
    )
    assert not problems
    return languages["cy"]


LETTERS = [
    line
    for line in Path(__file__).with_name("welsh").joinpath("letters.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def test_two_letters_that_look_like_one_are_told_apart() -> None:
    """As a list has them that was written before the rules, and in capitals too."""
    spelled = {
        marked.replace("|", ""): tuple(re.findall("ch|dd|ff|ng|ll|ph|rh|th|[a-z]", fold(marked))) for marked in LETTERS
    }
    assert {word: letters(word) for word in spelled} == spelled
    assert {word: letters(word.capitalize()) for word in spelled} == spelled


@pytest.mark.parametrize("word", ["dangos", "llongyfarch", "bangor", "tangnefedd", "llyngyr"])
def test_a_mutated_word_has_the_letters_of_the_word(word: str) -> None:
    """All but the first."""
    for form in mutated(word):
        assert letters(form)[-3:] == letters(word)[-3:]


def test_a_new_project_has_the_same_order(welsh: Language) -> None:
    """The alphabet, and the words in which two letters only look like one."""
    assert tuple(welsh.alphabet) == ALPHABET
    assert {
        word for word in welsh.not_one_letter if not parted(word.replace("|", "") + "oed").startswith(word)
    } == set()
    names = [
        "Llangollen",
        "Lwc",
        "Chwilog",
        "Cymru",
        "Banc",
        "Bangor",
        "angel",
        "Ângel",
        "Rhyl",
        "Rwsia",
        "9 Heol",
        "Ωmega",
    ]
    assert sorted(names, key=sort_key) == sorted(names, key=alphabetical(welsh))


@given(st.text(), st.text())
@pytest.mark.slow
def test_any_two_texts_have_an_order(one: str, other: str) -> None:
    """Whatever is in them, and only what is the same is in the same place."""
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert (sort_key(one) < sort_key(other)) != (sort_key(other) < sort_key(one)) or one == other


@pytest.mark.parametrize(("text", "first"), [("Llandudno", "ll"), ("Ŵyl", "w"), ("’r", "r"), ("1", ""), ("", "")])
def test_a_name_is_listed_under_its_first_letter(text: str, first: str) -> None:
    """Which may be written with two signs."""
    assert initial(text) == first
    assert "".join(letters(text)).startswith(first)
