"""`data/observations/`: a table of figures for each measure, as an office exports it from a spreadsheet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drws.domains.figures.observation.record import Observation, Series, Tables
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Place, Problem
from drws.planning.domain import Read, Reader
from drws.read.decode import Context, decode
from drws.read.reader import Folder, files_in, of_each, read_text
from drws.read.tables import Row, parse

if TYPE_CHECKING:
    from drws.read.tree import Value

FOLDER = "observations"
NEEDED = ("area", "period", "value")
NOTE = "note"
FIGURES = ("value", "target")
_ONE_COMMA = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{3})(?![\d.,])")
"""A number with one comma before its last three digits, and no point: `7,125`."""


def columns(languages: tuple[str, ...]) -> tuple[str, ...]:
    """The columns that a table may have: the fields of an observation, and a note in each language; where there is one, simply a note."""
    own = tuple(name for name in Observation.model_fields if name != NOTE or len(languages) == 1)
    return (*own, *(f"{NOTE}_{code}" for code in languages))


def read_observations(data: Folder, context: Context, _partnership: Partnership | None) -> Read:
    """Every table, by the id of its measure: the name of its file."""
    series: dict[str, Series] = {}
    problems: list[Problem] = []
    paths = []
    for path in files_in(data.path / FOLDER):
        if path.suffix == ".csv":
            paths.append(path)
        else:
            place = Place(data.logical(path), line=1, column=1)
            problems.append(Problem(place, "table.ending", {"name": path.name}))
    read = of_each(paths, data, lambda path: _read(path, data, context), Observation, context)
    for path, (table, found) in zip(paths, read, strict=True):
        series[path.stem] = table
        problems += found
    return Read(Tables(series), problems)


def _read(path: Path, data: Folder, context: Context) -> tuple[Series, list[Problem]]:
    file = data.logical(path)
    text, problems = read_text(path, data)
    rows, found = (None, []) if text is None else parse(text, file, columns(context.languages), NEEDED)
    problems += found
    read = []
    for row in rows or ():
        observation, found = _observation(row, file, context)
        problems += found
        if observation:
            read.append((observation, row.places))
    return (
        Series(file, tuple(each for each, _ in read), tuple(places for _, places in read), is_whole=not problems),
        problems,
    )


def _observation(row: Row, file: str, context: Context) -> tuple[Observation | None, list[Problem]]:
    """One row as an observation, or everything that keeps it from being one."""
    value: dict[str, Value] = {
        name: cell for name, cell in row.cells.items() if not name.startswith(f"{NOTE}_") and name != "url"
    }
    if "conflict" in row.cells:
        value["conflict"] = row.cells["conflict"].lower()  # spreadsheets write TRUE
    if "url" in row.cells:
        value["url"] = list(row.cells["url"].split())
    notes: dict[str, Value] = {
        code: row.cells[f"{NOTE}_{code}"] for code in context.languages if f"{NOTE}_{code}" in row.cells
    }
    if notes:
        value[NOTE] = notes
    observation, found = decode(Observation, value, file, context)
    problems = [_placed(problem, row.places) for problem in found if problem.message != "fields.missing"]
    problems += [_placed(problem, row.places) for problem in _read_in_two_ways(row, file)]
    if not {"url", "document"} & row.cells.keys():
        problems.append(_placed(Problem(Place(file, ("url",)), "table.no-source"), row.places))
    return (None if problems else observation), problems


def _read_in_two_ways(row: Row, file: str) -> Iterator[Problem]:
    """Figures whose comma may be that of thousands or that of decimals. Spreadsheets put semicolons between cells where they are set to
    a language with decimal commas; in a table with commas nobody would export 7.125 as 7,125.
    """
    if row.delimiter != ";":
        return
    for name in FIGURES:
        cell = row.cells.get(name, "")
        if _ONE_COMMA.search(cell):
            values = {"value": cell, "whole": _ONE_COMMA.sub(r"\1\2", cell), "decimal": _ONE_COMMA.sub(r"\1.\2", cell)}
            yield Problem(Place(file, (name,)), "table.comma", values)


def _placed(problem: Problem, places: Mapping[str, tuple[int, int]]) -> Problem:
    """A problem of a field, at its cell."""
    name = str(problem.place.path[0])
    if problem.message == "text.missing-language":
        name = f"{NOTE}_{problem.values['language']}"
        problem = replace(problem, message="table.note-language")
    line, column = places.get(name) or min(places.values())
    return replace(problem, place=Place(problem.place.file, (name,), line=line, column=column))


OBSERVATIONS = Reader(Tables, read_observations)
