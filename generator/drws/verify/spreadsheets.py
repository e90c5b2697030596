"""A table for spreadsheets (CSV) has the same columns in each row, and no cell that a spreadsheet would run as a formula: whoever opens it trusts it."""

import csv
import io
import re
from collections.abc import Iterator

from drws.kernel.characters import FORMULA
from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "spreadsheets"

NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
"""What begins like a formula and is harmless."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every table that is none, every row that is too long or too short, and every cell that is a formula."""
    for name in sorted(name for name in site.files if name.endswith(".csv")):
        try:
            reader = csv.reader(io.StringIO(site.content(name).decode(), newline=""), strict=True)
            columns = 0
            for row in reader:
                columns = columns or len(row)
                if len(row) != columns or columns == 1:
                    yield Problem(place_of(name, reader.line_num), "verify.broken-file", {"value": "CSV"})
                for cell in row:
                    if cell.startswith(FORMULA) and not NUMBER.fullmatch(cell):
                        yield Problem(place_of(name, reader.line_num), "verify.formula", {"value": cell})
        except (ValueError, csv.Error):
            yield Problem(place_of(name), "verify.broken-file", {"value": "CSV"})
