"""Outlines to the paths of an SVG: whole numbers, one step after the other, no longer than they have to be."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from drws.geography.outlines import polygons

WIDTH = 1000
"""Units from the west to the east of the map, margins included."""
MARGIN = 8
"""Units round the map, so that no line is cut off."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A map in units of its own, from its upper left corner."""

    width: int
    height: int
    paths: Mapping[str, str]
    """SVG path data (SVG 2, chapter 9) by code."""
    middles: Mapping[str, tuple[int, int]]
    """A point well inside of each shape, for its label."""

    @property
    def points(self) -> int:
        """How many corners all outlines have together."""
        return sum(len(re.findall(r"-?\d+", path)) // 2 for path in self.paths.values())


def draw(shapes: Mapping[str, BaseGeometry]) -> Drawing:
    """Metres to units; north is up."""
    west, south, east, north = shapely.total_bounds(list(shapes.values()))
    scale = (WIDTH - 2 * MARGIN) / (east - west)

    def unit(point: tuple[float, ...]) -> tuple[int, int]:
        return round((point[0] - west) * scale) + MARGIN, round((north - point[1]) * scale) + MARGIN

    return Drawing(
        width=WIDTH,
        height=unit((east, south))[1] + MARGIN,
        paths={
            code: "".join(_ring(unit(point) for point in ring) for ring in _rings(shape))
            for code, shape in shapes.items()
        },
        middles={
            code: unit(shapely.get_coordinates(shapely.maximum_inscribed_circle(_main(shape)))[0])
            for code, shape in shapes.items()
        },
    )


def _main(shape: BaseGeometry) -> Polygon:
    return max(polygons(shape), key=lambda part: part.area)


def _rings(shape: BaseGeometry) -> Iterable[list[tuple[float, ...]]]:
    for polygon in polygons(shape):
        yield list(polygon.exterior.coords)
        yield from (list(ring.coords) for ring in polygon.interiors)


def _ring(points: Iterable[tuple[int, int]]) -> str:
    first, *rest = points
    said, here = f"M{first[0]} {first[1]}l", first
    steps = []
    for point in rest[:-1]:
        if point != here:
            steps.append(f"{point[0] - here[0]} {point[1] - here[1]}")
            here = point
    return said + " ".join(steps).replace(" -", "-") + "z"
