"""Every word of the interface is asked for by somebody, and whatever is asked for is there."""

import ast
from collections.abc import Iterator

from drws.domains.registry import installed
from drws.read.theme import Theme
from drws.say.strings import Strings, read_strings
from drws.say.usage import templates

from .example import ROOT, THEME

BY_DATA = ("field.",)
"""How keys begin that follow from data: the names of fields, for remarks about how sure they are."""


def test_nobody_says_what_nobody_asks_for() -> None:
    """A key that no template and no module names, and that none puts together, is dead."""
    theme = Theme.of(THEME)
    found, problems = read_strings(theme, ("cy", "en"))
    assert isinstance(found, Strings), problems
    asking = tuple(templates(theme))
    named, begun = set(_named_in_code()), (*_begun_in_code(), *BY_DATA)
    pages = {
        f"{part}.{page.name}"
        for domain in installed()
        for page in domain.single_pages
        for part in ("page", "lead", "address")
    }
    unused = [
        key
        for key in found.entries
        if not (key in named or key in pages or key.startswith(begun) or any(template.uses(key) for template in asking))
    ]
    assert unused == [], ", ".join(unused)


def _strings_in_code() -> Iterator[ast.AST]:
    for path in (ROOT / "generator" / "drws").rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


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
