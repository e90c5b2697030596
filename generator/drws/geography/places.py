"""Towns and villages: their names from the package of names, their authorities from the postcodes round about them."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from math import hypot, isfinite
from pathlib import Path
from typing import NamedTuple

from drws.domains.directory.finder.geography import PlaceNames
from drws.geography.package import Row
from drws.kernel.problem import Place, Problem, Refused
from drws.say.collation import fold

FILE = "cities500.json"
"""The file of the package with places of five hundred inhabitants and more, and some smaller ones."""

NATIONAL_GRID = "EPSG:27700"
"""What the postcodes are measured on."""

AROUND = 700.0
"""Metres round the middle of a place in which its postcodes are."""

FARTHEST = 5_000.0
"""Metres to the nearest postcode, where none is around: farther away the place is not known."""

SHARE = 0.2
"""The share of the postcodes around that makes a place one of an authority."""

SHORTEST = 3
"""Letters of a name: shorter ones are codes of airports."""

NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŴŶ][^\W\d_]*(?:[ '’-][^\W\d_]+)*")
"""A name in letters with which a sentence could begin: the package has names in every script of the world."""


class FoundPlace(NamedTuple):
    """A place of our country."""

    name: str
    also: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlacePackage:
    """The installed package of names."""

    name: str
    version: str
    file: Path
    unreadable: Problem

    def places(self, source: PlaceNames) -> Iterator[tuple[str, tuple[str, ...], float, float]]:
        """Names, other names and degrees of every place of ours. Raises Refused when the file holds something else."""
        try:
            found = json.loads(self.file.read_text("utf-8"))
            for each in found.values():
                if each["countrycode"] == source.country and source.division in (None, each["admin1code"]):
                    yield each["name"], tuple(each["alternatenames"]), each["latitude"], each["longitude"]
        except (ValueError, KeyError, AttributeError, TypeError):
            raise Refused(self.unreadable) from None


def find(name: str, place: Place) -> PlacePackage:
    """The package as it is installed. Raises Refused when it is not, or when it holds something else."""
    try:
        found = distribution(name)
    except (PackageNotFoundError, ValueError):
        raise Refused(Problem(place, "tools.geography", {"name": name})) from None
    if find_spec("pyproj") is None:
        raise Refused(Problem(place, "tools.geography", {"name": "pyproj"}))
    unreadable = Problem(place, "tools.geography-package", {"name": name})
    file = next((each for each in _files_of(found) if each.name == FILE), None)
    if file is None:
        raise Refused(unreadable)
    return PlacePackage(name, found.version, file, unreadable)


def _files_of(found: Distribution) -> Iterator[Path]:
    yield from (Path(str(found.locate_file(file))) for file in found.files or ())


def located(
    package: PlacePackage, source: PlaceNames, rows: Iterable[Row], ours: frozenset[str]
) -> Sequence[FoundPlace]:
    """Every place that is in one of our authorities, in the order of names."""
    from pyproj import Transformer  # noqa: PLC0415  installed by `make geography` only

    to_grid = Transformer.from_crs("EPSG:4326", NATIONAL_GRID)
    nearby = _Nearby(rows)
    found = set()
    for name, others, latitude, longitude in package.places(source):
        codes = tuple(code for code in nearby.codes(*to_grid.transform(latitude, longitude)) if code in ours)
        if codes:
            found.add(FoundPlace(name, _other_names(name, others, frozenset(source.foreign_letters or "")), codes))
    return sorted(found, key=lambda place: (fold(place.name), place))


def _other_names(name: str, others: Iterable[str], foreign: frozenset[str]) -> tuple[str, ...]:
    """Other names in our letters, each once, however it is written."""
    kept = {fold(name): name}
    for other in sorted(others):
        if len(other) >= SHORTEST and NAME.fullmatch(other) and not other.isupper() and foreign.isdisjoint(fold(other)):
            kept.setdefault(fold(other), other)
    return tuple(kept.values())[1:]


class _Nearby:
    """Postcodes by the square of the grid that they are in."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.squares: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in rows:
            if isfinite(row.east) and isfinite(row.north):
                self.squares[_square(row.east), _square(row.north)].append(row)

    def codes(self, east: float, north: float) -> tuple[str, ...]:
        """The authorities of a place, that with most postcodes first."""
        x, y = _square(east), _square(north)
        near = sorted(
            (hypot(row.east - east, row.north - north), row.code)
            for across in (-1, 0, 1)
            for up in (-1, 0, 1)
            for row in self.squares.get((x + across, y + up), ())
        )
        if not near or near[0][0] > FARTHEST:
            return ()
        around = [code for distance, code in near if distance <= AROUND] or [near[0][1]]
        return tuple(code for code, many in Counter(around).most_common() if many >= SHARE * len(around))


def _square(metres: float) -> int:
    return int(metres // FARTHEST)
