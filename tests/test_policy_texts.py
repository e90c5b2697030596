"""The text of a policy, divided at its headings: each clause is found, whatever stands around it, and no text makes it run away."""

from functools import partial

import pytest

from drws.domains.policies.text.divide import Piece, divide
from drws.kernel.problem import Problem

from .counted_calls import calls, processor_seconds

FIRST_LINE = 5


def divided(text: str) -> tuple[list[Piece], list[Problem]]:
    """The pieces of a text in English, and what is wrong with it."""
    return divide(text, "content/policies/x/1.0.en.md", FIRST_LINE, "en")


@pytest.mark.parametrize(
    ("line", "id_", "depth", "roles", "title"),
    [
        ("## One {#one}", "one", 1, (), "One"),
        ("   ##\t One two  {#one}\t ", "one", 1, (), "One two"),
        ("## One{#one}", "one", 1, (), "One"),
        ("## {a} One {} {#one}", "one", 1, (), "{a} One {}"),
        ("## One } {#one}", "one", 1, (), "One }"),
        ("## One ## {#one}", "one", 1, (), "One ##"),
        ("## One { #one  by=a,b }", "one", 1, ("a", "b"), "One"),
    ],
)
def test_a_heading_has_words_and_a_name(line: str, id_: str, depth: int, roles: tuple[str, ...], title: str) -> None:
    """Blanks around them are no part of them, and of what stands in braces only the last is the name."""
    (opening, piece), problems = divided(f"{line}\n\nWords.\n")
    assert problems == []
    assert opening.id == ""
    assert (piece.id, piece.depth, piece.role_ids, piece.passage.title) == (id_, depth, roles, title)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("##", "##"),
        ("## \t", "##"),
        ("## {#one}", "##"),
        ("##{#one}", "##"),
        ("## One", "One"),
        ("## One {}", "One"),
        ("## One {#one} more", "One {#one} more"),
        ("## One {#one}}", "One {#one}}"),
        ("## One #one}", "One #one}"),
        ("## One {#one by=a b}", "One"),
        ("# One {#one}", "One"),
        ("###### One {#one}", "One"),
    ],
)
def test_a_heading_of_another_form_is_refused(line: str, said: str) -> None:
    """With what it says, or with its signs where it says nothing."""
    _, problems = divided(f"Words.\n\n{line}\n")
    assert [(each.message, each.place.line, each.values) for each in problems] == [
        ("policy-text.heading", FIRST_LINE + 2, {"value": said})
    ]


@pytest.mark.parametrize(
    "line", ["##One {#one}", "##{#one} One", "##{#one}{#two}", "##{One", "####### One {#one}", "    ## One {#one}"]
)
def test_what_only_looks_like_a_heading_is_none(line: str) -> None:
    """As CommonMark has it: signs without a blank behind them, more than six of them, more than three blanks before them."""
    pieces, problems = divided(f"## A {{#a}}\n\n{line}\n\n## B {{#b}}\n")
    assert not {each.id for each in pieces} - {"", "a", "b"}
    assert not [each for each in problems if each.message.startswith("policy-text.")]


@pytest.mark.parametrize(
    "code",
    [
        "```\n{}\n```",
        "~~~\n{}\n~~~",
        "````\n```\n{}\n````",
        "~~~~ text\n~~~\n{}\n~~~~~",
        "```\n~~~\n{}\n```",
        "~~~\n```\n{}\n~~~",
        "```\n``` text\n{}\n``` \t",
        "```\n    ```\n{}\n   ```",
        "   ```\n{}\n```",
        "~~~ a ` b ~~~\n{}\n~~~",
        "Words\n```\n{}\n```\nmore.",
        "- ```\n  {}\n  ```",
    ],
)
def test_what_stands_in_code_is_no_heading(code: str) -> None:
    """A fence is closed by at least as many of its signs, with at most three blanks before them and only blanks behind them."""
    pieces, problems = divided(f"## One {{#one}}\n\n{code.format('## No {#no}')}\n\n## Two {{#two}}\n\nMore.\n")
    assert problems == []
    assert [each.id for each in pieces] == ["", "one", "two"]


@pytest.mark.parametrize(
    "words",
    [
        "```code``` begins this line.",
        "``` a ` b",
        "``\ncode\n``",
        "    ```",
        "Words.\n\n\t~~~",
        "- ```\n  code\n  ```",
        "- ```\n  code",
        "> ~~~\n> code",
    ],
)
def test_what_is_no_fence_hides_no_heading(words: str) -> None:
    """Code in a line, and indented code; and what holds a fence ends it when it ends itself."""
    pieces, problems = divided(f"## One {{#one}}\n\n{words}\n\n## Two {{#two}}\n\nMore.\n")
    assert problems == []
    assert [(each.id, each.passage.line) for each in pieces][1:] == [
        ("one", FIRST_LINE),
        ("two", FIRST_LINE + 4 + words.count("\n")),
    ]


def test_a_fence_that_nothing_closes_ends_with_the_text() -> None:
    """As on every page; a line that ends as those of old Macs do is a line of its own there."""
    for end in ("\n", "\r"):
        pieces, problems = divided(f"## One {{#one}}\n\nA{end}b\n\n```\n## Two {{#two}}\n")
        assert problems == []
        assert [each.id for each in pieces] == ["", "one"]


def test_a_clause_has_its_section_whatever_is_wrong_below_it() -> None:
    """Only what is wrong is told."""
    _, problems = divided("## A {#a}\n\n<b>\n\n### B {#b}\n\nWords.\n")
    assert [each.message for each in problems] == ["content.html"]


@pytest.mark.parametrize("heading", ["## a{}b", "## a{}b {{#a}}", "## a {{#a{}}}"])
@pytest.mark.parametrize("sign", [" ", "\t", " {", "} ", "#", "{#a} "])
def test_a_long_heading_is_no_more_work_than_a_long_word(heading: str, sign: str) -> None:
    """Whatever it is long of. An expression that tries each number of blanks before each other one takes thousands of times as long."""
    length = 600
    lines = [heading.format(each * (length // len(each))) for each in ("a", sign)]
    word, signs = (processor_seconds(partial(divided, f"## A {{#a}}\n{line}\n")) for line in lines)
    assert signs < 20 * word


@pytest.mark.parametrize(
    "text", ["## A {#a}\n", "### A {#a}\n", "##\n", "#", "##{", "## a", "```\n", "~~~~\n## a\n", "- ```\n"], ids=repr
)
def test_twice_the_text_is_twice_the_work(text: str) -> None:
    """Counted in calls of functions. Work that grows with the square would be four times as much."""
    divided("a")
    short, long = (calls(partial(divided, text * (length // len(text)))) for length in (5_000, 10_000))
    assert long < 2.6 * short + 1_000
