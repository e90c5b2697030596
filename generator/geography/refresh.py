"""The whole of `drws refresh-geography`: read the package once, write the table of postcodes and the map."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.geography.package import PostcodePackage, Row, find
from generator.geography.table import encode
from generator.geography.written import map_file, table_file
from generator.load import Sources, context_of
from generator.model import Authority
from generator.model.geography import FIRST_LETTER, AreaMap, Finder, PostcodeTable
from generator.problems import Problem
from generator.source.reader import read_record, read_records

if TYPE_CHECKING:
    from generator.geography.drawing import Drawing


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was written."""

    files: tuple[Path, ...]
    postcodes: int
    """How many are in one of our authorities."""
    points: int
    """How many corners the outlines on the map have."""


def refresh(sources: Sources) -> tuple[Refreshed | None, list[Problem]]:
    """Read `finder.yml`, the authorities and the package, and write the two files. Same input, same bytes.

    Raises Refused when a package is not installed.
    """
    data, _, _ = sources.folders
    context = context_of(sources)
    finder, problems = read_record(Finder, data.path / Finder.FILE, data, context)
    authorities, more = read_records(Authority, data, Authority.FOLDER, context)
    if finder is None or more:
        return None, problems + more
    package = find(finder.package, finder.at("package"))
    codes = sorted(authority.code for authority in authorities.values())
    rows = list(package.rows())
    there = {row.code for row in rows}
    missing = [
        Problem(authority.at("code"), "tools.geography-postcodes", {"code": authority.code})
        for authority in authorities.values()
        if authority.code not in there
    ]
    if missing:
        return None, missing
    table = _table(rows, codes, finder, package)
    drawing = _drawing(rows, {authority.code: authority.id for authority in authorities.values()}, finder)
    written = {PostcodeTable.FILE: table, AreaMap.FILE: map_file(package, drawing)}
    for name, text in written.items():
        (data.path / name).write_text(text, "utf-8", newline="\n")
    ours = frozenset(codes)
    return Refreshed(
        files=tuple(data.path / name for name in written),
        postcodes=sum(row.code in ours for row in rows),
        points=drawing.points,
    ), []


def _table(rows: Collection[Row], codes: list[str], finder: Finder, package: PostcodePackage) -> str:
    letters = {code: chr(FIRST_LETTER + place) for place, code in enumerate(codes)}
    lines, elsewhere = encode(rows, letters)
    nations: Mapping[str, str] = {nation.gss_letter: nation.id for nation in finder.nations}
    return table_file(package, codes, lines, [(nations.get(letter), begins) for letter, begins in elsewhere.items()])


def _drawing(rows: Collection[Row], ids: Mapping[str, str], finder: Finder) -> "Drawing":
    # Shapely takes a while to import, and is not there unless `make geography` installed it.
    from generator.geography.cells import cells  # noqa: PLC0415
    from generator.geography.drawing import draw  # noqa: PLC0415
    from generator.geography.outlines import outlines  # noqa: PLC0415

    neighbours = {nation.gss_letter for nation in finder.nations if nation.is_neighbour}
    islands = {code for code, id_ in ids.items() if id_ in finder.island_ids}
    return draw(outlines(cells(rows, ids, neighbours), islands))

