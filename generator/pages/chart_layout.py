"""Where the boxes and lines of a structure chart stand. One column, for a phone; sizes are in units of the drawing, about a pixel each.

Within a tier what answers to a box stands below it and further in, with a line at its left as in a tree of folders. Other lines, to a tier above
or to a second one who is answered to, run in lanes at the left edge, so that none crosses a box.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH = 360
LANE = 10
"""Between two lines at the left edge."""
INDENT = 22
PADDING = 10
FONT = 15
LINE_HEIGHT = 19
NOTE_HEIGHT = 17
GAP = 12
"""Between two boxes."""
HEADING = 38
"""Above the first box of a tier, for its name."""
BAND_GAP = 14
ARROW = 5


@dataclass(frozen=True, slots=True)
class Node:
    """Someone who stands in the chart."""

    key: str
    name: str
    note: str
    """A few words under the name; empty for none."""
    url: str
    kind: str
    """`body`, `post` or `organization`: each has its own shape."""
    is_settled: bool
    """Is it known to stand as drawn? Otherwise its border is dashed, and the note says why."""
    above: tuple[str, ...]
    """The keys of those to whom it answers."""


class Tier(NamedTuple):
    """A level of the chart, and who stands at it."""

    name: str
    nodes: Sequence[Node]


class Words(NamedTuple):
    """A line of text, and where it begins."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Box:
    """A node as it is drawn."""

    node: Node
    x: int
    y: int
    width: int
    height: int
    name: tuple[Words, ...]
    note: tuple[Words, ...]


class Band(NamedTuple):
    """The ground of a tier, and where its name begins."""

    name: str
    x: int
    y: int
    height: int


class Line(NamedTuple):
    """From one who answers up to the one who is answered to, in SVG path data."""

    path: str
    arrow: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart, ready to draw."""

    width: int
    height: int
    bands: tuple[Band, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of a tier, and those of the same tier that stand below it."""

    node: Node
    branches: tuple["Branch", ...]


def branches(tier: Tier) -> tuple[Branch, ...]:
    """A tier as trees: each node below the first of those above it that stands in the same tier."""
    here = {node.key for node in tier.nodes}
    trunk = {node.key: next((key for key in node.above if key in here), None) for node in tier.nodes}

    def below(key: str | None) -> tuple[Branch, ...]:
        return tuple(Branch(node, below(node.key)) for node in tier.nodes if trunk[node.key] == key)

    return below(None)


def layout(tiers: Sequence[Tier]) -> Drawing:
    """Place everything."""
    trees = [(tier, branches(tier)) for tier in tiers if tier.nodes]
    order = [node.key for _, tree in trees for _, node in _walk(tree)]
    inside = {(b.node.key, branch.node.key) for _, tree in trees for b in _every(tree) for branch in b.branches}
    outside = [
        (above, node.key)
        for _, tree in trees
        for _, node in _walk(tree)
        for above in node.above
        if above in order and (above, node.key) not in inside
    ]
    lanes = _lanes(outside, order)
    left = (max(lanes.values(), default=-1) + 1) * LANE + (PADDING if lanes else 0)
    bands, boxes, y = [], [], 0
    for tier, tree in trees:
        top, y = y, y + HEADING
        for depth, node in _walk(tree):
            boxes.append(_box(node, left + PADDING + depth * INDENT, y))
            y += boxes[-1].height + GAP
        bands.append(Band(tier.name, left + PADDING, top, y - top))
        y += BAND_GAP
    places = {box.node.key: box for box in boxes}
    lines = (
        *(_in_tree(places[above], places[below]) for above, below in sorted(inside)),
        *(_at_the_left(places[above], places[below], PADDING + lanes[above] * LANE) for above, below in outside),
    )
    return Drawing(WIDTH, y - BAND_GAP, tuple(bands), tuple(boxes), lines)


def _every(tree: Sequence[Branch]) -> Iterator[Branch]:
    for branch in tree:
        yield branch
        yield from _every(branch.branches)


def _walk(tree: Sequence[Branch], depth: int = 0) -> Iterator[tuple[int, Node]]:
    for branch in tree:
        yield depth, branch.node
        yield from _walk(branch.branches, depth + 1)


def _lanes(outside: Sequence[tuple[str, str]], order: Sequence[str]) -> Mapping[str, int]:
    """A lane for each one who is answered to, the nearest to the boxes for the shortest way. Lines that do not meet share one."""
    ends: dict[str, list[int]] = {}
    for above, below in outside:
        ends.setdefault(above, [order.index(above)]).append(order.index(below))
    taken: list[list[tuple[int, int]]] = []
    lanes = {}
    for key, places in sorted(ends.items(), key=lambda item: (max(item[1]) - min(item[1]), item[0])):
        first, last = min(places), max(places)
        lane = next(
            (n for n, used in enumerate(taken) if all(last < start or end < first for start, end in used)), len(taken)
        )
        if lane == len(taken):
            taken.append([])
        taken[lane].append((first, last))
        lanes[key] = lane
    return {key: len(taken) - 1 - lane for key, lane in lanes.items()}


def _box(node: Node, x: int, y: int) -> Box:
    width = WIDTH - PADDING - x
    room = width - 2 * PADDING
    names = _wrapped(node.name, room, FONT)
    notes = _wrapped(node.note, room, FONT - 2) if node.note else []
    first = y + PADDING + FONT - 2
    under = first + len(names) * LINE_HEIGHT
    return Box(
        node=node,
        x=x,
        y=y,
        width=width,
        height=2 * PADDING + len(names) * LINE_HEIGHT + len(notes) * NOTE_HEIGHT - 2,
        name=tuple(Words(text, x + PADDING, first + at * LINE_HEIGHT) for at, text in enumerate(names)),
        note=tuple(Words(text, x + PADDING, under + at * NOTE_HEIGHT) for at, text in enumerate(notes)),
    )


def _wrapped(text: str, room: int, size: int) -> list[str]:
    """Words in lines that fit, by the widths that letters have in most typefaces."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and sum(map(_width, longer)) * size <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(letter: str) -> float:
    """In ems of a bold face, generously."""
    if letter in "iljtfrI .,:;’()-":
        return 0.36
    return 0.86 if letter in "mwMWŵŴ" else 0.72 if letter.isupper() else 0.6


def _in_tree(above: Box, below: Box) -> Line:
    x, top, y = above.x + INDENT // 2, above.y + above.height, below.y + below.height // 2
    return Line(f"M{below.x} {y}H{x}V{top + ARROW}", f"M{x} {top}l{ARROW} {ARROW * 2}h-{ARROW * 2}z")


def _at_the_left(above: Box, below: Box, x: int) -> Line:
    top, y = above.y + above.height // 2, below.y + below.height // 2
    return Line(f"M{below.x} {y}H{x}V{top}H{above.x - ARROW}", f"M{above.x} {top}l-{ARROW * 2} {ARROW}v-{ARROW * 2}z")
