"""A table as a spreadsheet exports it, CSV, to rows of plain text; each cell keeps its place."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from drws.kernel.characters import FORMULA, deceptive
from drws.kernel.problem import Place, Problem, nearest
from drws.read.tree import position

DELIMITERS = ",;\t"
"""What spreadsheets put between cells: which one depends on the language they are set to."""

DECEPTIVE = {"invisible": "table.invisible", "look-alike": "table.look-alike"}
"""What is said of each kind of character that deceives."""

GUARD = "'"
"""Put before words that are a formula to a spreadsheet, it makes plain text of them. Spreadsheets that export the table again may leave it there."""

_HINT = re.compile(rf'"?sep=([{DELIMITERS}])"?[{DELIMITERS}\s]*', re.IGNORECASE)
"""A first line that Excel reads and does not show. Programs that do not know it may have put it in quotes or more delimiters after it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something: its cells by column, without those that are empty, and where each stands."""

    cells: Mapping[str, str]
    places: Mapping[str, tuple[int, int]]
    """The line and the column of every cell, the empty ones included; counted from 1."""
    delimiter: str
    """What stands between them."""


def parse(
    text: str, file: str, columns: Sequence[str], needed: Sequence[str]
) -> tuple[list[Row] | None, list[Problem]]:
    """Read a table with these columns, in any order. None when there is nothing to read: then no row could be judged."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # as Windows ends its lines, and as old spreadsheets do
    if hidden := deceptive(text):
        line, column = position(text, hidden.offset)
        return None, [Problem(Place(file, line=line, column=column), DECEPTIVE[hidden.kind], {"code": hidden.code})]
    delimiter, text = _delimiter(text)
    rows, problems = _rows(text, file, delimiter)
    if not rows:
        return None, problems or [Problem(Place(file, line=1, column=1), "table.empty", {"known": ", ".join(columns)})]
    (names, places), *body = rows
    titles = [name.strip().lower() for name in names]
    wrong = list(_wrong_titles(titles, places, file, columns, needed))
    if wrong:
        return None, [*problems, *wrong]
    found = []
    for cells, where in body:
        problems += _row_problems(titles, cells, where, file, needed)
        by_title = {title: _plain(cell) for title, cell in zip(titles, cells, strict=False) if title}
        found.append(
            Row(
                {title: cell for title, cell in by_title.items() if cell},
                {title: place for title, place in zip(titles, where, strict=False) if title},
                delimiter,
            )
        )
    return found, problems


def _delimiter(text: str) -> tuple[str, str]:
    """What stands between cells, and the table with an empty line for the one that tells spreadsheets so: `sep=;`."""
    head, end, rest = text.partition("\n")
    if hint := _HINT.fullmatch(head):
        return hint[1], end + rest
    head, _, _ = text.lstrip().partition("\n")
    return max(DELIMITERS, key=head.count), text


def _rows(text: str, file: str, delimiter: str) -> tuple[list[tuple[list[str], list[tuple[int, int]]]], list[Problem]]:
    """Every row that holds something, with the place of each cell, as far as the table can be read."""
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter, strict=True)
    rows, first = [], 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((cells, list(_starts(lines[first - 1 : reader.line_num], first, delimiter))))
            first = reader.line_num + 1
    except csv.Error:
        return rows, [Problem(Place(file, line=first, column=1), "table.quotes")]
    return rows, []


def _starts(lines: Sequence[str], first: int, delimiter: str) -> Iterator[tuple[int, int]]:
    """Where the cells of one row begin. A cell in quotes may hold delimiters and go over several lines. A quote that
    is not the first character of a cell belongs to its words: 6" and 7".
    """
    yield first, 1
    at_start, in_quotes, quoted = True, False, False
    for number, line in enumerate(lines, first):
        for column, character in enumerate(line, 1):
            if character == '"' and (at_start or in_quotes):
                in_quotes, quoted = True, not quoted
            at_start = character == delimiter and not quoted
            if at_start:
                in_quotes = False
                yield number, column + 1


def _wrong_titles(
    titles: Sequence[str],
    places: Sequence[tuple[int, int]],
    file: str,
    columns: Sequence[str],
    needed: Sequence[str],
) -> Iterator[Problem]:
    for index, (title, (line, column)) in enumerate(zip(titles, places, strict=False)):
        place = Place(file, (title,), line=line, column=column)
        if title and title not in columns:
            likely = nearest(title, [each for each in columns if each not in titles])
            yield Problem(
                place, "table.unknown-column", {"name": title, "nearest": likely, "known": ", ".join(columns)}
            )
        elif title and title in titles[:index]:
            yield Problem(place, "table.column-twice", {"name": title})
    for name in needed:
        if name not in titles:
            yield Problem(Place(file, line=places[0][0], column=1), "table.missing-column", {"name": name})


def _row_problems(
    titles: Sequence[str], cells: Sequence[str], where: Sequence[tuple[int, int]], file: str, needed: Sequence[str]
) -> Iterator[Problem]:
    for index, (cell, (line, column)) in enumerate(zip(cells, where, strict=False)):
        if cell.strip() and (index >= len(titles) or not titles[index]):
            yield Problem(Place(file, line=line, column=column), "table.no-column", {"value": cell.strip()})
    for name in needed:
        index = titles.index(name)
        if index >= len(cells) or not cells[index].strip():
            line, column = where[index] if index < len(where) else where[-1]
            yield Problem(Place(file, (name,), line=line, column=column), "table.empty-cell", {"name": name})


def _plain(cell: str) -> str:
    """What was typed, without the guard against formulas."""
    typed = cell.strip()
    return typed[1:] if typed.startswith(GUARD) and typed.lstrip(GUARD).startswith(FORMULA) else typed


def guarded(words: str) -> str:
    """Words that no spreadsheet takes for a formula. Reading the table again takes one guard away, so words that have one get another."""
    return f"{GUARD}{words}" if words.lstrip(GUARD).startswith(FORMULA) else words
