"""A table of events, CSV as a spreadsheet exports it: a row for each, with the columns of `columns`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from drws.domains.events.importing.entry import Entry
from drws.kernel.problem import Problem
from drws.read.tables import Row, parse

if TYPE_CHECKING:
    from drws.read.tree import Value

PLAIN = (
    "id",
    "kind_id",
    "start_date",
    "start_time",
    "end_date",
    "end_time",
    "online",
    "location_id",
    "organization_id",
)
MORE = ("recurrence", "until_date", "status")
LISTS = ("region_ids", "audience_ids", "service_ids", "contact_ids", "languages", "cancelled_dates")
"""Columns with several values, spaces between them."""
WORDS = {
    "name": ("name",),
    "description": ("description",),
    "location": ("location",),
    "fees_description": ("fees_description",),
    "instead": ("instead",),
    "website": ("website",),
    "booking": ("booking", "text"),
    "booking_link": ("booking", "link"),
}
"""Columns that there are in each language, `name_en`, and where they stand in a record."""
OTHERS: Mapping[str, tuple[str | int, ...]] = {
    "booking_contact_id": ("booking", "contact_id"),
    "book_by": ("booking", "by_date"),
    "source_url": ("sources", 0, "url"),
    "source_as_of": ("sources", 0, "as_of"),
}
NEEDED = ("id", "start_date")
OWN_WORDS = {"table.unknown-column": "import.unknown-column", "table.empty-cell": "import.empty-cell"}
"""What tables of figures say in words of theirs."""


def columns(languages: tuple[str, ...]) -> Mapping[str, tuple[str | int, ...]]:
    """Every column, and where it stands in a record."""
    return {
        **{name: (name,) for name in (*PLAIN, *MORE, *LISTS)},
        **{f"{name}_{code}": (*path, code) for name, path in WORDS.items() for code in languages},
        **OTHERS,
    }


def read_table(text: str, file: str, languages: tuple[str, ...]) -> tuple[list[Entry], list[Problem]]:
    """Every row that holds something."""
    known = columns(languages)
    rows, problems = parse(text, file, tuple(known), NEEDED)
    said = [replace(each, message=OWN_WORDS.get(each.message, each.message)) for each in problems]
    whole: dict[tuple[str | int, ...], str] = {("name",): f"name_{languages[0]}", ("sources",): "source_url"}
    names = {**whole, **{path: name for name, path in known.items()}}
    return [_entry(row, file, known, names) for row in rows or ()], said


def _entry(
    row: Row, file: str, known: Mapping[str, tuple[str | int, ...]], names: Mapping[tuple[str | int, ...], str]
) -> Entry:
    fields: dict[str, Value] = {}
    sources: dict[str, Value] = {}
    for name, cell in row.cells.items():
        path = known[name]
        if path[0] == "sources":
            sources[str(path[-1])] = cell
        elif name in LISTS:
            fields[name] = list(cell.split())
        else:
            value = cell.lower() if name in ("online", "status") else cell  # spreadsheets write TRUE
            _put(value, fields, [str(step) for step in path])
    if sources:
        fields["sources"] = [sources]
    return Entry(file, fields, names, row.places, line=min(row.places.values())[0])


def _put(value: str, fields: "dict[str, Value]", path: list[str]) -> None:
    """Put a value where it stands in a record."""
    name, *rest = path
    if not rest:
        fields[name] = value
    elif isinstance(inner := fields.setdefault(name, {}), dict):
        _put(value, inner, rest)
