"""Every word of the interface is asked for by somebody, and whatever is asked for is there."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from drws.domains.registry import installed
from drws.read.theme import Theme
from drws.say.string_files import read_strings
from drws.say.strings import Strings
from drws.say.usage import usage_by_template

from .example import ROOT, THEME

BY_DATA = ("field.",)
"""How keys begin that follow from data: the names of fields, for remarks about how sure they are."""


@pytest.mark.slow
def test_nobody_says_what_nobody_asks_for() -> None:
    """A key that no template and no module names, and that none puts together, is dead."""
    theme = Theme.of(THEME)
    found, problems = read_strings(theme, ("cy", "en"))
    assert isinstance(found, Strings), problems
    used = usage_by_template(theme).values()
    named = {*_named_in_code(), *(key for each in used for key, _ in each.asked)}
    begun = (*_begun_in_code(), *BY_DATA, *(start for each in used for start in each.begun))
    pages = {
        f"{part}.{page.name}"
        for domain in installed()
        for page in domain.single_pages
        for part in ("page", "lead", "address")
    }
    unused = [key for key in found.entries if not (key in named or key in pages or key.startswith(begun))]
    assert unused == [], ", ".join(unused)


@cache
def _strings_in_code() -> tuple[ast.AST, ...]:
    paths = (ROOT / "generator" / "drws").rglob("*.py")
    return tuple(node for path in paths for node in ast.walk(ast.parse(path.read_text("utf-8"))))


def _named_in_code() -> Iterator[str]:
    """Every word with a dot that stands in the code."""
    for node in _strings_in_code():
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "." in node.value:
            yield node.value


def _begun_in_code() -> Iterator[str]:
    """How the keys begin that the code puts together: `f"strength.{duty.strength}"`, and those of a whole section."""
    for node in _strings_in_code():
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            start = str(node.values[0].value)
            if "." in start[1:]:
                yield start
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", "") == "section"
            and isinstance(node.args[0], ast.Constant)
        ):
            yield f"{node.args[0].value!s}."
