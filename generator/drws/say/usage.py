"""Which words of the interface templates ask for, and what is asked for and not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from drws.kernel.problem import Place, Problem, nearest
from drws.read.theme import Theme
from drws.say.strings import Strings

_ASKED = re.compile(
    r'(?:\bt\(|\bforms\(|\bnone=|\belse )"([a-z][\w-]*\.[\w.-]+)"(?!\s*~)|\b(?:about|in_own_words)\("([a-z][\w.-]*)"'
)
"""A key as a template writes it: `t("region.figures")`, `about("only_in", language)`, or after `else` in one of two."""
_BEGUN = re.compile(r'"([a-z][\w.-]*\.)"\s*~')
"""The beginning of a key that is put together: `t("strength." ~ duty.strength)`."""


@dataclass(frozen=True)
class Template:
    """The source of one template."""

    file: str
    """As places write it: `theme/directory/region.html`."""
    source: str

    @cached_property
    def asked(self) -> tuple[tuple[str, int], ...]:
        """Every key that it asks for by name, with its line, counted from 1."""
        return _asked(self.source)

    @cached_property
    def begun(self) -> frozenset[str]:
        """How the keys begin that it puts together."""
        return frozenset(_BEGUN.findall(self.source))

    def uses(self, key: str) -> bool:
        """Does it ask for a key, or could it?"""
        return any(asked == key for asked, _ in self.asked) or any(key.startswith(each) for each in self.begun)


@lru_cache(maxsize=1024)
def _asked(source: str) -> tuple[tuple[str, int], ...]:
    """The same for a source, which stays what it was in most of the builds of one program."""
    return tuple((each[1] or each[2], source.count("\n", 0, each.start()) + 1) for each in _ASKED.finditer(source))


def templates(theme: Theme) -> Iterator[Template]:
    """Every template of a theme."""
    for name, path in theme.files("**/*.html").items():
        folder = next(each for each in theme.layers if path.parts[: len(each.path.parts)] == each.path.parts)
        yield Template(f"{folder.name}/{name}", path.read_text("utf-8", errors="replace"))


def usage_problems(theme: Theme, strings: Strings) -> Iterator[Problem]:
    """Every key that a template asks for and nobody says, at its line."""
    for template in templates(theme):
        for key, line in template.asked:
            if key not in strings.entries:
                values = {"name": key, "nearest": nearest(key, strings.entries)}
                yield Problem(Place(template.file, line=line, column=1), "text.unknown-key", values)
