"""An address as a QR code, as a drawing that a template prints with attributes alone: the policy of the pages allows no inline style."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

import segno

QUIET = 4
"""Modules without ink on each side, which a reader needs (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code."""

    size: int
    """How many modules it is wide and high, the quiet ones included."""
    path: str
    """The dark modules, as the path of an SVG drawing: lines as wide as a module, which is one unit."""


@cache
def code_of(address: str) -> Code:
    """The code that leads a telephone to an address. It can be read with an eighth of it dirty or torn (level M)."""
    made = segno.make(address, error="m", micro=False, boost_error=False)
    rows = [list(row) for row in made.matrix_iter(border=QUIET)]
    return Code(len(rows), "".join(f"M0 {y}.5{_line(row)}" for y, row in enumerate(rows) if any(row)))


def _line(row: list[int]) -> str:
    """A line through the dark modules of a row, lifted over the others."""
    runs = [(is_dark, len(list(run))) for is_dark, run in groupby(row, key=bool)]
    return "".join(f"h{width}" if is_dark else f"m{width} 0" for is_dark, width in runs[:-1])  # the last are quiet
