"""What was read of one event in somebody's file: the fields of its record, and where each stands in the file."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from drws.kernel.problem import Place, Problem
from drws.read.tree import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as a file has it, not yet checked."""

    file: str
    fields: dict[str, Value]
    """Those of its record, as they would be typed."""
    names: Mapping[tuple[str | int, ...], str]
    """By the way to a field, what the file calls it: a column, a property."""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By what the file calls it, the line and the column."""
    line: int = 1
    """Where the event begins."""
    language: str = ""
    """That of the calendar that it is in. A table has all languages."""
    uid: str = ""
    """By what the calendar tells events apart, as it stands there."""

    @property
    def id(self) -> str:
        """The id that its record would have."""
        return str(self.fields.get("id", ""))

    def placed(self, problem: Problem) -> Problem:
        """A problem of a field of the record, where the file has it."""
        path = problem.place.path
        if problem.message == "text.missing-language":
            name = self._name((*path, str(problem.values["language"])))
            problem = replace(problem, message="import.language", values={"column": name})
        elif problem.message == "fields.missing":
            name = self._name((*path, str(problem.values["name"])))
            problem = replace(problem, message="import.empty-cell", values={"name": name})
        else:
            name = self._name(path)
        line, column = self.places.get(name, (self.line, 1))
        return replace(problem, place=Place(self.file, (name,) if name else (), line=line, column=column))

    def _name(self, path: tuple[str | int, ...]) -> str:
        """What the file calls a field, or the nearest one around it that it has."""
        named = next((self.names[path[:end]] for end in range(len(path), 0, -1) if path[:end] in self.names), "")
        return named or "_".join(str(step) for step in path if isinstance(step, str))
