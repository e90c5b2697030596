"""What the made docs have in common: how Markdown is put together, and where words are read from."""

import ast
import inspect
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from drws.read import tree

MADE = "<!-- Made by `make docs`: change what it is made from, not this file. -->\n"


def rows(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> list[str]:
    """A table, and the empty line after it."""
    lines = [head, tuple("---" for _ in head), *(tuple(map(cell, each)) for each in body)]
    return [*(f"| {' | '.join(line)} |" for line in lines), ""]


def cell(words: str) -> str:
    """Words as a table can hold them."""
    return " ".join(words.split()).replace("|", "\\|")


def literal(words: str) -> str:
    """Words of which nothing is to be taken for Markdown or HTML."""
    return re.sub(r"([\[\]*_<>])", r"\\\1", words.replace("&", "&amp;"))


def anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def sentence(thing: type) -> str:
    """The first paragraph of a class's docstring."""
    return paragraph(inspect.getdoc(thing))


def first_sentence(file: Path) -> str:
    """The first paragraph of a module's docstring."""
    return paragraph(ast.get_docstring(ast.parse(file.read_text("utf-8"))))


def paragraph(docstring: str | None) -> str:
    """The first paragraph of a docstring, on one line."""
    return " ".join((docstring or "").split("\n\n")[0].split())


def file_of(function: Any) -> str:  # noqa: ANN401  anything that stands in a module
    """The file in which a function stands, from the top of the repository."""
    return f"generator/{str(function.__module__).replace('.', '/')}.py"


def typed(file: Path) -> Any:  # noqa: ANN401  whatever the file holds
    """A YAML file as it was typed. The files that are read here are checked elsewhere."""
    return tree.parse(file.read_text("utf-8"), file.name)[0]


def languages(root: Path) -> tuple[str, ...]:
    """The codes of the site's languages."""
    return tuple(typed(root / "data/site.yml")["languages"])
