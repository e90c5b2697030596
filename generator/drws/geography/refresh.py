"""The whole of `drws refresh-geography`: read the packages once, write the table of postcodes, the map, and the places."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from drws.build.load import Sources, context_of
from drws.domains.directory.finder.geography import FIRST_LETTER, AreaMap, Finder, PlaceTable, PostcodeTable
from drws.domains.directory.organization.record import Authority
from drws.geography.package import PostcodePackage, Row, find
from drws.geography.places import find as find_places
from drws.geography.places import located
from drws.geography.table import encode
from drws.geography.written import map_file, places_file, table_file
from drws.kernel.problem import Problem
from drws.read.decode import Context, decode
from drws.read.reader import Folder, read_record, read_records
from drws.read.tree import parse

if TYPE_CHECKING:
    from drws.geography.drawing import Drawing


MOST_AUTHORITIES = 26
"""Each authority is one letter in the table of postcodes."""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What was written."""

    files: tuple[Path, ...]
    postcodes: int
    """How many are in one of our authorities."""
    points: int
    """How many corners the outlines on the map have."""


def refresh(sources: Sources) -> tuple[Refreshed | None, list[Problem]]:
    """Read `finder.yml`, the authorities and the packages, and write the files. Same input, same bytes.

    Raises Refused when a package is not installed.
    """
    data, *_ = sources.folders
    context = context_of(sources)
    finder, problems = read_record(Finder, data.path / Finder.FILE, data, context)
    authorities, more = read_records(Authority, data, Authority.FOLDER, context)
    if finder is None or more:
        return None, problems + more
    package = find(finder.package, finder.at("package"))
    codes = sorted(authority.code for authority in authorities.values())
    if len(codes) > MOST_AUTHORITIES:
        return None, [Problem(finder.at("package"), "tools.geography-many", {"most": MOST_AUTHORITIES})]
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
    _prove(rows, table, data, context)
    written = {PostcodeTable.FILE: table, AreaMap.FILE: map_file(package, drawing)}
    ours = frozenset(codes)
    if finder.place_names:
        named = find_places(finder.place_names.package, finder.at("place_names", "package"))
        written[PlaceTable.FILE] = places_file(named, located(named, finder.place_names, rows, ours))
    for name, text in written.items():
        (data.path / name).write_text(text, "utf-8", newline="\n")
    return Refreshed(
        files=tuple(data.path / name for name in written),
        postcodes=sum(row.code in ours for row in rows),
        points=drawing.points,
    ), []


def _prove(rows: Collection[Row], table: str, data: Folder, context: Context) -> None:
    """Every postcode of the package is found where it is, and no other. Raises AssertionError otherwise: that is our own mistake."""
    value, _ = parse(table, PostcodeTable.FILE)
    if value is None:
        raise AssertionError(table)
    read, problems = decode(PostcodeTable, value, data.logical(data.path / PostcodeTable.FILE), context)
    if read is None:
        raise AssertionError(problems)
    ours = frozenset(read.codes)
    wrong = [
        row for row in rows if read.authority_code(row.outward, row.inward) != (row.code if row.code in ours else None)
    ]
    if wrong:
        raise AssertionError(wrong[:10])


def _table(rows: Collection[Row], codes: list[str], finder: Finder, package: PostcodePackage) -> str:
    letters = {code: chr(FIRST_LETTER + place) for place, code in enumerate(codes)}
    lines, elsewhere = encode(rows, letters)
    nations = {nation.gss_letter: nation.id for nation in finder.nations}
    by_nation: defaultdict[str | None, list[str]] = defaultdict(list)
    for letter, begins in elsewhere.items():
        by_nation[nations.get(letter)] += begins
    return table_file(package, codes, lines, list(by_nation.items()))


def _drawing(rows: Collection[Row], ids: Mapping[str, str], finder: Finder) -> "Drawing":
    # Shapely takes a while to import, and is not there unless `make geography` installed it.
    from drws.geography.cells import cells  # noqa: PLC0415
    from drws.geography.drawing import draw  # noqa: PLC0415
    from drws.geography.outlines import outlines  # noqa: PLC0415

    neighbours = {nation.gss_letter for nation in finder.nations if nation.is_neighbour}
    islands = {code for code, id_ in ids.items() if id_ in finder.island_ids}
    return draw(outlines(cells(rows, ids, neighbours), islands))
