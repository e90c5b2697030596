"""YAML is read as located text: nothing is guessed, nothing is run, and no input stops the reader."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example as also
from hypothesis import given
from hypothesis import strategies as st

from drws.kernel.problem import nearest
from drws.read import tree
from drws.read.reader import MAX_BYTES
from drws.say.messages import TOLD

from .counted_calls import calls

if TYPE_CHECKING:
    from tests.example import Example

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Zl", "Zp", "Co", "Cn")), max_size=30)
DOCUMENTS = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(st.text(max_size=300))
@also("\0")
@also("\ud800")
@also("? a\n: b")
@also("? [a]\n: b")
@also("- *a")
@also("*a : b")
@also("--- a\n--- b")
@also("%YAML 9.9\n---\n")
@also("'\n\n\n'")
@also("a: !!binary x")
def test_any_text_gives_a_value_or_problems(text: str) -> None:
    """No text raises, and each problem has a line and a column of its own."""
    value, problems = tree.parse(text, "data/x.yml")
    assert value is not None or problems
    assert all(problem.place.line > 0 and problem.place.column > 0 for problem in problems)
    tree.places(text)


@given(st.text(alphabet="[]{}&*!-:,? \n'\"|>#%@`ab", max_size=300))
def test_any_punctuation_gives_a_value_or_problems(text: str) -> None:
    """Text made of YAML's own signs is no worse."""
    value, problems = tree.parse(text, "data/x.yml")
    assert value is not None or problems
    tree.places(text)


@given(DOCUMENTS)
def test_every_value_comes_out_as_it_went_in(document: Any) -> None:
    """What JSON says is what comes out, with every scalar as text."""
    value, problems = tree.parse(json.dumps(document, ensure_ascii=False, indent=1), "data/x.yml")
    assert (value, problems) == (document, [])


@pytest.mark.parametrize(
    "typed",
    ["01443425006", "0300 123 4567", "no", "Yes", "null", "~", "9:30", "1.10", "1e3", "0x1F", "0o17", "1_000", "2026-02-30", ".inf", "=", "<<", "é", "Tŷ"],
)  # fmt: skip
def test_a_scalar_is_the_text_that_was_typed(typed: str) -> None:
    """What YAML 1.1 would take for a number, a date, a truth or nothing stays as it is."""
    assert tree.parse(f"{{a: {typed}}}", "data/x.yml") == ({"a": typed}, [])
    assert tree.parse(f"a:\n  - {typed}\n", "data/x.yml") == ({"a": [typed]}, [])


@given(DOCUMENTS)
def test_every_value_is_found_where_it_stands(document: Any) -> None:
    """The place of a value is the place of its first character; of a mapping's key, that of the key's."""
    text = json.dumps(document, ensure_ascii=False, indent=1)
    lines, places = text.split("\n"), tree.places(text)
    for path, value in _values(document):
        line, column = places.find(path)
        assert lines[line - 1][column - 1 :].startswith(json.dumps(value, ensure_ascii=False, indent=1)[0])
        if path and isinstance(path[-1], str):
            line, column = places.find(path, key=True)
            assert lines[line - 1][column - 1 :].startswith(json.dumps(path[-1], ensure_ascii=False))


def test_what_is_not_there_is_reported_at_the_nearest_thing_above() -> None:
    """A missing field is looked for in the record that misses it, and a record that is not there at the top."""
    places = tree.places("a:\n  - b: c\n    d: e\n")
    assert places.find(("a", 0, "x", "y")) == places.find(("a", 0)) == (2, 5)
    assert places.find(("z",)) == (1, 1)
    assert tree.places("{").find(("z",)) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        lambda size: "[" * size,
        lambda size: "{a: " * (size // 4),
        lambda size: "- " * (size // 2),
        lambda size: "a: &a [" + "*a," * (size // 3) + "]",
        lambda size: "".join(f"k{number}: x\n" for number in range(size // 9)),
        lambda size: '"' + "\\x41" * (size // 4) + '"',
        lambda size: "? " * (size // 2),
        lambda size: "a: |\n" + " \n" * (size // 2),
    ],
    ids=["brackets", "mappings", "lists", "aliases", "keys", "escapes", "questions", "lines"],
)
@pytest.mark.slow
def test_the_largest_file_is_twice_the_work_of_half_of_it(text: Callable[[int], str]) -> None:
    """The worst that fits into a file is read, and looked through for places. Counted in calls of functions, which do not grow with the square."""

    def read(size: int) -> None:
        value, problems = tree.parse(text(size), "data/x.yml")
        tree.places(text(size))
        assert value is not None or problems

    assert calls(partial(read, MAX_BYTES)) < 2.6 * calls(partial(read, MAX_BYTES // 2)) + 1_000


@pytest.mark.slow
def test_the_largest_record_of_mistakes_is_told_in_few_lines(example: "Example") -> None:
    """Thousands of mistakes are found, and each kind of them is told with its number."""
    count = 2_000
    example.change(
        {
            "data/services/ffair.yml": "".join(f"k{number}: x\n" for number in range(count)),
            "data/services/blwch-llythyrau.yml": {"partner_ids": [f"p{number}" for number in range(count)]},
            "content/en/about.md": "---\ntitle: A\nslug: a\ndescription: A\ntranslation: draft\n---\n"
            + "{." * (MAX_BYTES // 3),
        }
    )
    problems = example.load().problems
    assert len(problems) > 2 * count
    lines = example.lines(problems)
    kinds = {(problem.place.file, problem.message) for problem in problems}
    assert len(lines) <= TOLD * len(kinds)
    assert len([line for line in lines if "more like this" in line]) >= 2


def test_hidden_characters_are_refused_wherever_they_hide() -> None:
    """Typed as they are or as an escape, in a key, in a value, or in a comment."""
    for text in ("a: b\u200bc", "a\u202e: b", "# \u2066", 'a: "\\u200B"', '"\\u00AD": b'):
        assert [problem.message for problem in tree.parse(text, "data/x.yml")[1]] == ["yaml.invisible"], text


def test_nothing_that_yaml_can_run_is_run(tmp_path: Path) -> None:
    """A tag that would call a function in other readers is only text here."""
    target = tmp_path / "touched"
    value, problems = tree.parse(f'a: !!python/object/apply:pathlib.Path.touch ["{target}"]', "data/x.yml")
    assert value == {"a": [str(target)]}
    assert [problem.message for problem in problems] == ["yaml.tag"]
    assert not target.exists()


def test_the_nearest_word_is_one_that_was_likely_meant() -> None:
    """Near words are named, far ones are not."""
    assert nearest("gwynned", ["gwynedd", "powys"]) == "gwynedd"
    assert nearest("zzz", ["gwynedd", "powys"]) == ""


def _values(value: Any, path: tree.Path = ()) -> Any:
    yield path, value
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, each in inner:
        yield from _values(each, (*path, step))
