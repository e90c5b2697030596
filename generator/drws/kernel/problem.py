"""The one way in which anything says that something is wrong.

A `Problem` is a value: where, which rule, and the values its sentence needs. The sentence itself is chosen when
it is shown (`say/messages.py`), so a problem has no language of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum

from drws.kernel.pickled import PickledByValues


class Severity(StrEnum):
    """How much a problem weighs, in the words of GitHub. An error stops the build. A notice is no mistake: something is due."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Place(PickledByValues):
    """Where a problem stands.

    `file` starts with the name of its root (`data/…`, `content/…`, `theme/…`, `site/…`). `path` leads from the top of the
    file to the value: `("phones", 0, "number")`. The line is looked up when the problem is shown; `line` is given only when
    it is already known. Lines and columns count from 1.
    """

    file: str
    path: tuple[str | int, ...] = ()
    key: bool = False
    """True when the key itself is meant, not the value behind it."""
    line: int = 0
    column: int = 0

    @property
    def field_name(self) -> str:
        """The path as a person writes it: `phones[0].number`."""
        name = ""
        for step in self.path:
            name += f"[{step}]" if isinstance(step, int) else f".{step}" if name else step
        return name


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should mend: where it is, which message says so, and the values the message needs."""

    place: Place
    message: str
    """A key of `messages.yml`: `<rule>.<what>`. The rule's page in `docs/checks.md` has the part before the dot."""
    values: Mapping[str, object] = field(default_factory=dict)
    severity: Severity = Severity.ERROR

    @property
    def rule(self) -> str:
        """The rule that was broken: what the reader looks up in `docs/checks.md`."""
        return self.message.partition(".")[0]


class Refused(Exception):  # noqa: N818  it says what happened: Drws would not go on
    """One problem that stops the run where it stands: the folder, a tool or the settings do not allow it. Caught in `build.py`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)  # all that it is made of: so it survives the way from another process (pickle)
        self.problem = problem


def mistakes(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those for which a check fails: all but notices, which come with the calendar and not with a change."""
    return tuple(p for p in problems if p.severity is not Severity.NOTICE)


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop a build."""
    return tuple(p for p in problems if p.severity is Severity.ERROR)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a person most likely meant, or the empty string."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
