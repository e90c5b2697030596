"""Problems as sentences: where they stand by line, what is wrong, and the cure, in the language of the person who reads them."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from drws.kernel.problem import Place, Problem
from drws.read import tree
from drws.read.reader import Folder
from drws.say.catalogue import message
from drws.say.quoting import quoted, quoted_from_tool, seen

TOLD = 20
"""How many mistakes of one kind are told one by one in a file. Where there are more, they have one cause, and their number says enough."""


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """A problem as it is shown. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    rule: str
    severity: str
    field: str
    message: str
    fix: str
    count: int = 1
    """How many problems it stands for: itself, and those of its kind further down in the file that are not told one by one."""


def sentences(problems: Iterable[Problem], folders: tuple[Folder, ...], language: str) -> list[Sentence]:
    """Every problem in words, file by file and line by line, none twice; of very many of one kind in one file the first, and their number."""
    # Files are read again for their lines: that costs only those who have a problem.
    places_in = cache(lambda path: tree.places(path.read_text("utf-8-sig")))
    kinds = {_sentence(problem, folders, language, places_in): problem.message for problem in problems}
    alike: dict[tuple[str, str, str], list[Sentence]] = {}
    for each in sorted(kinds):
        alike.setdefault((each.file, kinds[each], each.severity), []).append(each)
    return sorted(each for found in alike.values() for each in _first_of(found, language))


def _first_of(found: list[Sentence], language: str) -> list[Sentence]:
    """Those that are told one by one; the last of them says how many more there are."""
    more = len(found) - TOLD
    if more <= 0:
        return found
    last = found[TOLD - 1]
    said = tool_words("more", language, message=last.message, more=more)
    return [*found[: TOLD - 1], replace(last, message=said, count=1 + more)]


def _sentence(
    problem: Problem, folders: tuple[Folder, ...], language: str, places_in: Callable[[Path], tree.Places]
) -> Sentence:
    place = problem.place
    path = _actual(place, folders)
    line, column = place.line or 1, place.column or 1
    if not place.line and path and path.is_file():
        line, column = places_in(path).find(place.path, key=place.key)
    said = message(problem.message, language)
    values = {name: _said(name, value, language) for name, value in problem.values.items()}
    fix = said["nearest"] if problem.values.get("nearest") and "nearest" in said else said["fix"]
    return Sentence(
        file=seen(shown(path) if path else place.file),
        line=line,
        column=column,
        rule=problem.rule,
        severity=problem.severity,
        field=quoted(place.field_name, language),
        message=said["message"].format(**values),
        fix=fix.format(**values),
    )


def _said(name: str, value: object, language: str) -> object:
    """A value as its sentence has it: what can be chosen from whole, because it is the cure; the rest as it is quoted."""
    if not isinstance(value, str):
        return value
    if name == "known":
        return seen(value)
    return quoted_from_tool(value, language) if name == "detail" else quoted(value, language)


def _actual(place: Place, folders: tuple[Folder, ...]) -> Path | None:
    root, _, rest = place.file.partition("/")
    return next((folder.path / rest for folder in folders if folder.name == root), None)


def shown(path: Path) -> str:
    """As short as it can be from where the person works."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def tool_words(key: str, language: str, **values: Any) -> str:  # noqa: ANN401  whatever the sentence needs
    """What the command line says besides problems: `tool.<key>` of `cli/messages.yml`."""
    return message(f"tool.{key}", language)["message"].format(**values)


def as_text(found: Iterable[Sentence]) -> str:
    """For people."""
    return "\n".join(
        f"{each.file}:{each.line}:{each.column}  {f'{each.field}: ' if each.field else ''}{each.message}  [{each.rule}]\n    {each.fix}"
        for each in found
    )


def as_json(found: Iterable[Sentence]) -> str:
    """For programs: a list of objects with the fields of `Sentence`."""
    return json.dumps(
        [{name: getattr(each, name) for name in Sentence.__slots__} for each in found], ensure_ascii=False, indent=2
    )


def as_github(found: Iterable[Sentence]) -> str:
    """For GitHub, which shows each problem beside its line (workflow commands)."""
    return "\n".join(
        f"::{each.severity} file={_escaped(each.file)},line={each.line},col={each.column},title={_escaped(each.rule)}::{_escaped(f'{each.message} – {each.fix}')}"
        for each in found
    )


def _escaped(text: Any) -> str:  # noqa: ANN401
    """As workflow commands want it: no line ends, no separators."""
    return (
        str(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A").replace(":", "%3A").replace(",", "%2C")
    )
