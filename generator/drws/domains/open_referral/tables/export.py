"""The tables of each language, CSV (RFC 4180), beside the file that describes them."""

import csv
import json
from collections.abc import Iterator
from functools import partial
from io import StringIO
from typing import Any

from drws.domains.open_referral.addresses import TABLES as PACKAGE
from drws.domains.open_referral.addresses import tables_folder
from drws.domains.open_referral.stated import Stated
from drws.domains.open_referral.tables.columns import TABLES, Column
from drws.domains.open_referral.tables.package import package
from drws.domains.open_referral.tables.rows import rows
from drws.planning.export import File, Publication
from drws.planning.plan import Planner
from drws.read.tables import guarded


def export(publication: Publication) -> Iterator[File]:
    """Every table of a language, those without rows as well: who loads them finds the same names each day."""
    for planner in publication.planners:
        yield planner.addresses.path(PACKAGE, planner.code), partial(_package, planner)
        for name in TABLES:
            yield f"{tables_folder(planner.code)}/{name}.csv", partial(_table, name, planner)


def _package(planner: Planner) -> bytes:
    return f"{json.dumps(package(TABLES, planner), ensure_ascii=False, indent=1)}\n".encode()


def _table(name: str, planner: Planner) -> bytes:
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.name for column in TABLES[name]])
    for row in planner.once(rows).get(name, ()):
        writer.writerow([_cell(column, row) for column in TABLES[name]])
    return text.getvalue().encode("utf-8-sig")


def _cell(column: Column, row: Stated) -> str:
    return guarded(_words(row.get(column.name)))


def _words(value: Any) -> str:  # noqa: ANN401  whatever an object of the feed holds
    """A value as one cell: several with semicolons between them, a source by its address or else by what it is."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list() | tuple():
            return "; ".join(map(_words, value))
        case dict() if "text" in value or "url" in value or "title" in value or "description" in value:
            return str(value.get("text") or value.get("url") or value.get("title") or value["description"])
        case dict():
            return "; ".join(f"{name}: {_words(each)}" for name, each in value.items())
    return str(value)
