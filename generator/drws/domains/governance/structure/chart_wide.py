"""The structure chart for a wide window and for paper: tiers side by side.

A line to another tier runs in the gap beside the boxes; one to a tier that is not the next goes over the top. Lines to a second one in the same
tier run at its left. So none crosses a box.
"""

from collections.abc import Mapping, Sequence

from drws.domains.governance.structure.chart_parts import (
    ARROW,
    HEADING,
    LANE,
    PADDING,
    Band,
    Box,
    Drawing,
    Line,
    arrow_left,
    arrow_right,
    column,
    lanes_of,
    line_at_left,
    line_in_tree,
)
from drws.domains.governance.structure.chart_trees import Tier, groves, other_lines

COLUMN = 310
"""From the left edge of the outermost boxes of a tier to their right edge."""


def wide(tiers: Sequence[Tier]) -> Drawing:
    """Place everything."""
    planted = groves(tiers)
    tier_of = {key: place for place, grove in enumerate(planted) for key in grove.keys}
    others = other_lines(planted)
    gaps = _gaps(others, tier_of)
    rails = _rails(others, tier_of)
    top = (max(rails.values(), default=-1) + 1) * LANE
    lanes: dict[tuple[int, str], int] = {}
    bands: list[Band] = []
    boxes: list[Box] = []
    x = 0
    for place, grove in enumerate(planted):
        beside = gaps.get(place, [])
        lanes.update({(place, key): x + (lane + 1) * LANE for lane, key in enumerate(beside)})
        x += (len(beside) + 1) * LANE if place else 0
        own = lanes_of([pair for pair in others if tier_of[pair[0]] == tier_of[pair[1]] == place], grove.keys)
        # A line within the tier has its lane there, under a name that no gap has.
        lanes.update({(-1 - place, key): x + PADDING + lane * LANE for key, lane in own.items()})
        left = x + PADDING + (max(own.values(), default=-1) + 1) * LANE + (PADDING if own else 0)
        boxes += column(grove, left, top + HEADING, left + COLUMN)
        bands.append(Band(grove.name, x, top, left + COLUMN + PADDING - x, 0, left))
        x = left + COLUMN + PADDING
    bottom = max((box.y + box.height + PADDING for box in boxes), default=0)
    at = {box.node.key: box for box in boxes}
    lines = [line_in_tree(at[above], at[below]) for grove in planted for above, below in grove.lines]
    for above, below in others:
        if tier_of[above] == tier_of[below]:
            lines.append(line_at_left(at[above], at[below], lanes[-1 - tier_of[above], above]))
        else:
            rail = top - (rails.get(above, 0) + 1) * LANE
            lines.append(_across(at[above], at[below], (tier_of[above], tier_of[below]), lanes, rail))
    return Drawing(x, bottom, tuple(band._replace(height=bottom - top) for band in bands), tuple(boxes), tuple(lines))


def _gaps(others: Sequence[tuple[str, str]], tier_of: Mapping[str, int]) -> dict[int, list[str]]:
    """By tier, who is answered to by a line that runs in the gap at its left."""
    gaps: dict[int, dict[str, None]] = {}
    for above, below in others:
        for place in _places(tier_of[above], tier_of[below]):
            gaps.setdefault(place, {})[above] = None
    return {place: list(keys) for place, keys in gaps.items()}


def _places(above: int, below: int) -> tuple[int, ...]:
    """The gaps in which a line between two tiers runs, from below on: one for neighbours, none within a tier."""
    if above == below:
        return ()
    first, last = (below, above + 1) if below > above else (below + 1, above)
    return (first,) if first == last else (first, last)


def _rails(others: Sequence[tuple[str, str]], tier_of: Mapping[str, int]) -> dict[str, int]:
    """Who is answered to by a line over the top, each with a place of its own there."""
    far = dict.fromkeys(above for above, below in others if abs(tier_of[above] - tier_of[below]) > 1)
    return {key: place for place, key in enumerate(far)}


def _across(above: Box, below: Box, tiers: tuple[int, int], lanes: Mapping[tuple[int, str], int], rail: int) -> Line:
    """From a box to one of another tier: out into the gap, over the top where it is not the next tier, and in from the other side."""
    there, here = tiers
    turns = [lanes[place, above.node.key] for place in _places(there, here)]
    way = f"H{turns[0]}" if len(turns) == 1 else f"H{turns[0]}V{rail}H{turns[1]}"
    if here > there:
        return Line(
            f"M{below.x} {below.middle}{way}V{above.middle}H{above.right + ARROW}",
            arrow_left(above.right, above.middle),
        )
    return Line(
        f"M{below.right} {below.middle}{way}V{above.middle}H{above.x - ARROW}", arrow_right(above.x, above.middle)
    )
