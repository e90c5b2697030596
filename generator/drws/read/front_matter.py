"""A Markdown file: the block of fields at its top, and what follows. Pages and the texts of policies begin alike."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from drws.kernel.characters import deceptive
from drws.kernel.problem import Place, Problem
from drws.read import tree
from drws.read.decode import Context, M, decode
from drws.read.reader import Folder, read_text
from drws.read.tree import problem_at

FRONT_MATTER = re.compile(r"\A---\n((?:.*?\n)?)---(?:\n|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class MarkdownFile(Generic[M]):
    """A file as it was read."""

    front_matter: M | None
    """None where something in the block is wrong: what follows can be looked at all the same."""
    text: str
    """The Markdown behind the block."""
    line: int
    """The line of the file on which the Markdown begins, counted from 1."""


def read_markdown(
    model: type[M], path: Path, folder: Folder, context: Context
) -> tuple[MarkdownFile[M] | None, list[Problem]]:
    """The block as a `model`, and the Markdown behind it. None where the file cannot be taken apart."""
    file = folder.logical(path)
    text, problems = read_text(path, folder)
    if text is None:
        return None, problems
    if found := deceptive(text):
        return None, [problem_at(text, file, found.offset, tree.DECEPTIVE[found.kind], code=found.code)]
    match = FRONT_MATTER.match(text)
    if not match:
        return None, [Problem(Place(file, line=1, column=1), "content.no-front-matter")]
    value, problems = tree.parse("\n" + match[1], file) if match[1].strip() else ({}, [])
    if value is None:
        return None, problems
    front_matter, more = decode(model, value, file, context)
    line = text.count("\n", 0, match.end()) + 1
    return MarkdownFile(front_matter, text[match.end() :], line), problems + more
