"""What somebody did who does not know YAML, where its parser says what it expected."""

import re

import yaml

from drws.kernel.problem import Place, Problem

NOT_BEGUN = "found character that cannot start any token"
NO_VALUE = "mapping values are not allowed in this context"
NO_END = "found unexpected end of stream"
QUOTED = "while scanning a quoted scalar"
"""What libyaml says, word for word. Where another edition says something else, its own words are told."""

NO_SPACE = re.compile(r"\s*(?:- )?[\w-]+:(?=[^\s:/])")
"""A field whose colon has no space after it: `id:tea`."""


def mistake(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem of a text that is no YAML, at its place, as somebody would say it who looks at the line."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    here, before = (lines[at] if 0 <= at < len(lines) else "" for at in (line, line - 1))
    if error.problem == NO_END and error.context == QUOTED and error.context_mark:
        return _problem(file, error.context_mark.line, error.context_mark.column, "yaml.quote")
    if error.problem == NOT_BEGUN:
        sign = here[column : column + 1]
        return _problem(file, line, column, *(["yaml.tab"] if sign == "\t" else ["yaml.sign", sign]))
    if error.problem == NO_VALUE and (found := NO_SPACE.match(before)):
        return _problem(file, line - 1, found.end() - 1, "yaml.no-space")
    if error.problem == NO_VALUE and ": " in here[:column]:
        return _problem(file, line, column, "yaml.colon")
    return _problem(file, line, column, "yaml.syntax", error.problem or error.context or "")


def _problem(file: str, line: int, column: int, message: str, detail: str = "") -> Problem:
    return Problem(Place(file, line=line + 1, column=column + 1), message, {"detail": detail} if detail else {})
