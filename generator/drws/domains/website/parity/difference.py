"""A difference between two languages, before it is known whether it is meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from drws.kernel.entity import Compared
from drws.kernel.problem import Place, Problem, Severity

HEURISTIC = frozenset((Compared.LENGTH,))
"""What only looks wrong: a text may be half as long and say the same."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What is not the same, and where somebody looks at it."""

    what: Compared
    message: str
    """The key of its message."""
    place: Place
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def problem(self) -> Problem:
        """The same as something to mend."""
        severity = Severity.WARNING if self.what in HEURISTIC else Severity.ERROR
        return Problem(self.place, self.message, self.values, severity)
