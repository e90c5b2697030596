"""The structure chart for a phone: one column, tier under tier.

Lines to a tier above, or to a second one who is answered to, run in lanes at the left edge, so that none crosses a box.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drws.domains.governance.structure.chart_parts import (
    HEADING,
    LANE,
    PADDING,
    Band,
    Drawing,
    column,
    lanes_of,
    line_at_left,
    line_in_tree,
)
from drws.domains.governance.structure.chart_trees import Tier, groves, other_lines

if TYPE_CHECKING:
    from drws.domains.governance.structure.chart_parts import Box

WIDTH = 320
BETWEEN = 14
"""Between two tiers."""


def tall(tiers: Sequence[Tier]) -> Drawing:
    """Place everything."""
    planted = groves(tiers)
    others = other_lines(planted)
    lanes = lanes_of(others, [key for grove in planted for key in grove.keys])
    left = PADDING + (max(lanes.values(), default=-1) + 1) * LANE + (PADDING if lanes else 0)
    bands: list[Band] = []
    boxes: list[Box] = []
    y = 0
    for grove in planted:
        here = column(grove, left, y + HEADING, WIDTH - PADDING)
        bottom = here[-1].y + here[-1].height + PADDING
        bands.append(Band(grove.name, 0, y, WIDTH, bottom - y, left))
        boxes += here
        y = bottom + BETWEEN
    at = {box.node.key: box for box in boxes}
    lines = (
        *(line_in_tree(at[above], at[below]) for grove in planted for above, below in grove.lines),
        *(line_at_left(at[above], at[below], PADDING + lanes[above] * LANE) for above, below in others),
    )
    return Drawing(WIDTH, max(y - BETWEEN, 0), tuple(bands), tuple(boxes), lines)
