"""Where postcodes stand, as cells of a square grid with the authority that most of a cell's postcodes are in."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from drws.geography.package import Row

CELL = 250
"""Metres: fine enough for a border between villages on a drawing that is 1,000 units wide."""
AROUND = 20_000
"""Metres: so far beyond our own cells the neighbours are looked at, to know where the border runs."""
NEIGHBOUR = ""
"""The authority of a cell that is in another country."""


@dataclass(frozen=True, slots=True)
class Cells:
    """Middles of cells (metres east and north on the national grid) with their authorities' codes, in a fixed order."""

    codes: Mapping[tuple[int, int], str]


def cells(rows: Iterable[Row], ours: Collection[str], neighbours: Collection[str]) -> Cells:
    """The cells of our authorities, and those of neighbours around them.

    `neighbours` are letters of nations (the first of their GSS codes) that lie on the same grid; Northern Ireland has its own.
    """
    counts: defaultdict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for row in rows:
        placed = row.north > 0  # the directory has no place for some
        if placed and (row.code in ours or row.code[0] in neighbours):
            cell = int(row.east // CELL), int(row.north // CELL)
            counts[cell][row.code if row.code in ours else NEIGHBOUR] += 1
    most = {cell: min(found.items(), key=lambda each: (-each[1], each[0]))[0] for cell, found in sorted(counts.items())}
    near = _near(cell for cell, code in most.items() if code)
    return Cells({_middle(cell): code for cell, code in most.items() if code or _coarse(cell) in near})


def _middle(cell: tuple[int, int]) -> tuple[int, int]:
    return cell[0] * CELL + CELL // 2, cell[1] * CELL + CELL // 2


def _coarse(cell: tuple[int, int]) -> tuple[int, int]:
    return cell[0] * CELL // AROUND, cell[1] * CELL // AROUND


def _near(ours: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    squares = {_coarse(cell) for cell in ours}
    return {(x + dx, y + dy) for x, y in squares for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
