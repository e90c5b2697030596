"""Which words of the interface templates ask for, and what is asked for and not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drws.kernel.problem import Place, Problem, nearest
from drws.read.theme import Theme
from drws.say.strings import Strings

_ASKED = re.compile(
    r'(?:\bt\(|\bforms\(|\bnone=|\belse )"([a-z][\w-]*\.[\w.-]+)"(?!\s*~)|\b(?:about|in_own_words)\("([a-z][\w.-]*)"'
)
"""A key as a template writes it: `t("region.figures")`, `about("only_in", language)`, or after `else` in one of two."""
_BEGUN = re.compile(r'"([a-z][\w.-]*\.)"\s*~')
"""The beginning of a key that is put together: `t("strength." ~ duty.strength)`."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a template asks for."""

    asked: tuple[tuple[str, int], ...]
    """Every key that it asks for by name, with its line, counted from 1."""
    begun: frozenset[str]
    """How the keys begin that it puts together."""


@lru_cache(maxsize=1024)
def usage(source: bytes) -> Usage:
    """What the source of a template asks for. In most of the builds of one program it stays what it was."""
    text = source.decode("utf-8", errors="replace")
    asked = ((each[1] or each[2], text.count("\n", 0, each.start()) + 1) for each in _ASKED.finditer(text))
    return Usage(tuple(asked), frozenset(_BEGUN.findall(text)))


def usage_by_template(theme: Theme) -> dict[str, Usage]:
    """What every template of a theme asks for, by its name within the theme."""
    return {name: usage(path.read_bytes()) for name, path in theme.files("**/*.html").items()}


def usage_problems(theme: Theme, strings: Strings) -> Iterator[Problem]:
    """Every key that a template asks for and nobody says, at its line."""
    for name, found in usage_by_template(theme).items():
        for key, line in found.asked:
            if key not in strings.entries:
                values = {"name": key, "nearest": nearest(key, strings.entries)}
                file = f"{theme.folder_of(name).name}/{name}"
                yield Problem(Place(file, line=line, column=1), "text.unknown-key", values)
