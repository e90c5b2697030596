"""The files, as YAML with one line for each thing, so that a difference between two editions can be read."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from drws.geography.package import PostcodePackage
from drws.geography.places import FoundPlace, PlacePackage

if TYPE_CHECKING:
    from drws.geography.drawing import Drawing

BY_MACHINE = "# Written by `make geography`, from the package and the edition below. Do not change it by hand.\n"


def table_file(
    package: PostcodePackage,
    codes: Sequence[str],
    lines: Mapping[str, str],
    elsewhere: Iterable[tuple[str | None, Sequence[str]]],
) -> str:
    """`data/geography/postcodes.yml`."""
    return "".join([
        BY_MACHINE,
        "# What the lines mean is said at the top of generator/drws/geography/table.py.\n",
        _made_from(package),
        "codes:\n",
        *(f"  - {code}\n" for code in codes),
        "outwards:\n",
        *(f"  - {{outward: {outward}, line: {json.dumps(line)}}}\n" for outward, line in lines.items()),
        "elsewhere:\n",
        *(_nation(id_, begins) for id_, begins in elsewhere),
    ])  # fmt: skip


def places_file(package: PlacePackage, places: Iterable[FoundPlace]) -> str:
    """`data/geography/places.yml`."""
    return "".join([
        BY_MACHINE,
        f"made_from:\n  package: {package.name}\n  version: {package.version}\n",
        "places:\n",
        *(_place(each) for each in places),
    ])  # fmt: skip


def _place(place: FoundPlace) -> str:
    also = f", also: [{', '.join(map(_quoted, place.also))}]" if place.also else ""
    return f"  - {{name: {_quoted(place.name)}{also}, codes: [{', '.join(place.codes)}]}}\n"


def _quoted(name: str) -> str:
    """With quotes where YAML would read signs of its own."""
    return name if name.replace("-", "").replace(" ", "").isalpha() else json.dumps(name, ensure_ascii=False)


def map_file(package: PostcodePackage, drawing: "Drawing") -> str:
    """`data/geography/map.yml`."""
    return "".join([
        BY_MACHINE,
        "# A schematic map: drawn from where postcodes are, not from surveyed borders.\n",
        _made_from(package),
        f"width: {drawing.width}\nheight: {drawing.height}\nshapes:\n",
        *(
            f"  - code: {code}\n    x: {drawing.middles[code][0]}\n    y: {drawing.middles[code][1]}\n    path: {path}\n"
            for code, path in drawing.paths.items()
        ),
    ])  # fmt: skip


def _made_from(package: PostcodePackage) -> str:
    return f"made_from:\n  package: {package.name}\n  version: {package.version}\n  as_of: {package.published}\n"


def _nation(id_: str | None, begins: Sequence[str]) -> str:
    lines = [begins[start : start + 20] for start in range(0, len(begins), 20)]
    listed = ",\n      ".join(", ".join(json.dumps(each) for each in line) for line in lines)
    return (f"  - nation_id: {id_}\n    begins:\n" if id_ else "  - begins:\n") + f"      [{listed}]\n"
