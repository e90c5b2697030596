"""YAML text to plain values: dictionaries, lists and text, nothing else.

YAML 1.1 guesses: `01443425006` is 210643462 to it, `no` is False, `9:30` is 570, and the second of two equal keys wins.
Here every scalar stays the text that was typed, and the field it stands in decides its type
(docs/decisions/0002). Anchors, aliases and tags are declined: they can hide, repeat and run things.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import yaml

from drws.kernel.characters import deceptive
from drws.kernel.problem import Place, Problem
from drws.read.yaml_mistakes import mistake

MAX_DEPTH = 20
"""Levels of nesting. Real records need six; a bomb needs thousands."""

DECEPTIVE = {"invisible": "yaml.invisible", "look-alike": "yaml.look-alike"}
"""What is said of each kind of character that deceives."""

Value: TypeAlias = dict[str, "Value"] | list["Value"] | str
Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a document to a value: `("phones", 0, "number")`."""


def parse(text: str, file: str) -> tuple[Value | None, list[Problem]]:
    """Read one YAML document. The value is None when there are problems that leave nothing to read."""
    if found := deceptive(text):
        return None, [problem_at(text, file, found.offset, DECEPTIVE[found.kind], code=found.code)]
    builder = _Builder(file)
    try:
        for event in _events(text):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, mistake(error, text, file)]
    except (yaml.YAMLError, ValueError):  # a reader error has no place: libyaml gave up on a character
        return None, [Problem(Place(file, line=1, column=1), "yaml.syntax", {"detail": ""})]
    if builder.root is None and not builder.problems:
        return None, [Problem(Place(file, line=1, column=1), "yaml.empty")]
    return builder.root, builder.problems


@dataclass(frozen=True, slots=True)
class Places:
    """Where every value and every key of a document stands: line and column, counted from 1."""

    of_values: dict[Path, tuple[int, int]] = field(default_factory=dict)
    of_keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def find(self, path: Path, *, key: bool = False) -> tuple[int, int]:
        """The place of the value that `path` leads to, or of the nearest thing above it that exists."""
        if key and path in self.of_keys:
            return self.of_keys[path]
        above = (path[:steps] for steps in range(len(path), -1, -1))
        return next((self.of_values[each] for each in above if each in self.of_values), (1, 1))


def places(text: str) -> Places:
    """Look through a document once. What follows a mistake in the YAML has no place."""
    found = Places()
    try:
        for path, is_key, mark in _walk(text):
            (found.of_keys if is_key else found.of_values).setdefault(path, (mark.line + 1, mark.column + 1))
    except (yaml.YAMLError, ValueError):
        pass  # it was reported when the file was read
    return found


def position(text: str, offset: int) -> tuple[int, int]:
    """The line and column of a character, counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def problem_at(text: str, file: str, offset: int, message: str, **values: object) -> Problem:
    """A problem at a character of a text."""
    line, column = position(text, offset)
    return Problem(Place(file, line=line, column=column), message, values)


class _Builder:
    """Puts parser events together as values, without recursion, noting what it declines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Value | None = None
        self.problems: list[Problem] = []
        self.open: list[dict[str, Value] | list[Value]] = []
        self.keys: list[str | None] = []
        self.documents = 0

    def take(self, event: Any) -> None:  # noqa: ANN401  PyYAML's events have no types
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._decline(event)
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._decline(event)
            container: dict[str, Value] | list[Value] = {} if kind is yaml.MappingStartEvent else []
            if len(self.open) >= MAX_DEPTH:
                raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
            self._place(container, event)
            self.open.append(container)
            self.keys.append(None)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.open.pop()
            self.keys.pop()
        elif kind is yaml.AliasEvent:
            self.problems.append(self._problem("yaml.alias", event, name=event.anchor))
            self._place("", event)
        elif kind is yaml.DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                self.problems.append(self._problem("yaml.documents", event))

    def _scalar(self, event: Any) -> None:  # noqa: ANN401
        text = event.value
        if event.style == '"' and (found := deceptive(text)):
            self.problems.append(self._problem(DECEPTIVE[found.kind], event, code=found.code))
        if self.open and isinstance(mapping := self.open[-1], dict) and self.keys[-1] is None:
            if text in mapping:
                self.problems.append(self._problem("yaml.duplicate-key", event, name=text))
            self.keys[-1] = text
        else:
            self._place(text, event)

    def _place(self, value: Value, event: Any) -> None:  # noqa: ANN401
        if not self.open:
            self.root = value if self.root is None else self.root
        elif isinstance(parent := self.open[-1], list):
            parent.append(value)
        elif (key := self.keys[-1]) is None:
            raise yaml.MarkedYAMLError(problem="a key has to be a word", problem_mark=event.start_mark)
        else:
            parent.setdefault(key, value)
            self.keys[-1] = None

    def _decline(self, event: Any) -> None:  # noqa: ANN401
        if event.anchor is not None:
            self.problems.append(self._problem("yaml.anchor", event, name=event.anchor))
        if event.tag is not None and event.tag != "!":
            self.problems.append(self._problem("yaml.tag", event, name=event.tag.replace("tag:yaml.org,2002:", "!!")))

    def _problem(self, message: str, event: Any, **values: object) -> Problem:  # noqa: ANN401
        mark = event.start_mark
        return Problem(Place(self.file, line=mark.line + 1, column=mark.column + 1), message, values)


def _events(text: str) -> Iterator[Any]:
    return yaml.parse(text, Loader=yaml.CBaseLoader)


def _walk(text: str) -> Iterator[tuple[Path, bool, Any]]:
    """Every value and every key of a document with the path that leads to it and its mark."""
    path: list[str | int] = []
    kinds: list[type] = []
    waiting: list[bool] = []  # in a mapping: is the next scalar a key?

    def advance() -> None:
        if kinds and kinds[-1] is list:
            path[-1] = int(path[-1]) + 1
        elif kinds:
            waiting[-1] = True

    for event in _events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent and kinds and kinds[-1] is dict and waiting[-1]:
            path[-1], waiting[-1] = event.value, False
            yield tuple(path), True, event.start_mark
        elif kind in (yaml.ScalarEvent, yaml.AliasEvent):
            yield tuple(path), False, event.start_mark
            advance()
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            yield tuple(path), False, event.start_mark
            if len(path) >= MAX_DEPTH:
                return
            is_mapping = kind is yaml.MappingStartEvent
            kinds.append(dict if is_mapping else list)
            path.append("" if is_mapping else 0)
            waiting.append(is_mapping)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            kinds.pop()
            path.pop()
            waiting.pop()
            advance()
