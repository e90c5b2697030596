"""Cells to the outlines of authorities: a schematic map, drawn from where people have addresses.

There is no open package of boundaries, so each place belongs to the authority of the nearest cell (Voronoi), the land is what lies
near addresses, and the whole is smoothed as one coverage, so that neighbours keep one border.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping

import shapely
from shapely import MultiPoint, Polygon
from shapely.geometry.base import BaseGeometry

from drws.geography.cells import CELL, NEIGHBOUR, Cells

EMPTY = 7_000
"""Metres: hills and moors without an address are land when there are addresses within so much on both sides."""
EMPTY_BORDER = 3_000
"""Metres: the same where one side is the neighbour's. Less, because wider gaps between the two are the sea."""
SHORE = 700
"""Metres: the coast runs so far beyond the outermost addresses."""
LONE = 3_000
"""Metres: an address with no other of its own authority so near tells nothing about where the authority is."""
STRAIT = 1_800
"""Metres: the width at which the water round an island is drawn, so that it can be seen."""
SMALLEST = 20_000_000
"""Square metres: pieces apart from the rest of their authority that are smaller are given to their neighbour, or left out in the sea."""
DETAIL = 900
"""Metres: bends smaller than that are not drawn."""


def outlines(cells: Cells, islands: Collection[str]) -> dict[str, BaseGeometry]:
    """The outline of each authority by its code, in metres on the national grid. `islands` are codes of authorities with water all round."""
    areas = _nearest(cells)
    land = _land(cells, islands)
    shapes = {code: shapely.intersection(area, land) for code, area in areas.items() if code != NEIGHBOUR}
    whole = _whole(shapes)
    codes = sorted(whole)
    simple = shapely.coverage_simplify([whole[code] for code in codes], DETAIL)
    return _with_straits(dict(zip(codes, simple, strict=True)), islands)


def _nearest(cells: Cells) -> dict[str, BaseGeometry]:
    """What lies nearest to the cells of each authority."""
    places = [place for code in sorted(set(cells.codes.values())) for place in _in_company(cells, code)]
    regions = shapely.voronoi_polygons(MultiPoint(places), ordered=True).geoms
    members: defaultdict[str, list[BaseGeometry]] = defaultdict(list)
    for place, region in zip(places, regions, strict=True):
        members[cells.codes[place]].append(region)
    return {code: shapely.coverage_union_all(members[code]) for code in sorted(members)}


def _in_company(cells: Cells, code: str) -> list[tuple[int, int]]:
    """The cells of an authority that are near another one of its cells."""
    places = [place for place, each in cells.codes.items() if each == code]
    points = shapely.points(places)
    (near, _) = shapely.STRtree(points).query_nearest(points, max_distance=LONE, exclusive=True, all_matches=False)
    return [places[index] for index in near]


def _land(cells: Cells, islands: Collection[str]) -> BaseGeometry:
    main = [place for place, code in cells.codes.items() if code != NEIGHBOUR and code not in islands]
    everyone = [place for place, code in cells.codes.items() if code not in islands]
    apart = [[place for place, code in cells.codes.items() if code == island] for island in sorted(islands)]
    parts = [_filled(main, EMPTY), _filled(everyone, EMPTY_BORDER), *(_filled(each, EMPTY) for each in apart if each)]
    return shapely.union_all(parts)


def _filled(places: list[tuple[int, int]], gap: int) -> BaseGeometry:
    """What lies between places that are near one another, and a little shore round it."""
    grown = shapely.union_all(shapely.buffer(shapely.points(places), gap, quad_segs=3))
    return shapely.buffer(grown, SHORE + CELL - gap, quad_segs=3)


def _whole(shapes: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """Small pieces of an authority inside others belong to the one they share most of their edge with."""
    kept: dict[str, list[Polygon]] = {}
    loose: list[Polygon] = []
    for code, shape in shapes.items():
        parts = sorted(polygons(shape), key=lambda part: -part.area)
        kept[code] = [part for part in parts if part is parts[0] or part.area >= SMALLEST]
        loose += [part for part in parts if part is not parts[0] and part.area < SMALLEST]
    for part in loose:
        edges = {
            code: sum(part.boundary.intersection(each.boundary).length for each in parts)
            for code, parts in kept.items()
        }
        code, shared = max(edges.items(), key=lambda edge: (edge[1], edge[0]))
        if shared > 0:
            kept[code].append(part)
    return {code: shapely.union_all(parts) for code, parts in kept.items()}


def _with_straits(shapes: dict[str, BaseGeometry], islands: Collection[str]) -> dict[str, BaseGeometry]:
    """Water between an island and its neighbours: half of it is taken from each side, beyond the ends of their border too."""
    for island in sorted(islands):
        for code in sorted(set(shapes) - {island}):
            if shapes[island].distance(shapes[code]) < STRAIT:
                shapes[island] = _largest(shapely.difference(shapes[island], _within(STRAIT / 2, shapes[code])))
                shapes[code] = _largest(shapely.difference(shapes[code], _within(STRAIT, shapes[island])))
    return shapes


def _within(metres: float, shape: BaseGeometry) -> BaseGeometry:
    return shapely.buffer(shape, metres, quad_segs=1, join_style="mitre")


def _largest(shape: BaseGeometry) -> BaseGeometry:
    return shapely.union_all([part for part in polygons(shape) if part.area >= SMALLEST])


def polygons(shape: BaseGeometry) -> list[Polygon]:
    """The pieces that a shape is made of. What has no area is left out."""
    if isinstance(shape, Polygon):
        return [shape]
    return [part for part in getattr(shape, "geoms", ()) if isinstance(part, Polygon)]
