"""What structure charts are made of: boxes, lines, trees of a tier. Sizes are in units of the drawing, about a pixel each on a phone.

Within a tier what answers to a box stands below it and further in, with a line at its left as in a tree of folders.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

LANE = 9
"""Between two lines that run side by side."""
INDENT = 20
DEEPEST = 6
"""How often a box moves further in: below that its line alone says under whom it stands, and there is room for words."""
PADDING = 9
FONT = 16
NOTE_FONT = 14
LINE_HEIGHT = 20
NOTE_HEIGHT = 18
GAP = 12
"""Between two boxes."""
HEADING = 38
"""Above the first box of a tier, for its name."""
ARROW = 5


@dataclass(frozen=True, slots=True)
class Node:
    """Someone who stands in the chart."""

    key: str
    name: str
    language: str | None
    """The language of the name, where it is not that of the page."""
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

    @property
    def right(self) -> int:
        """Its right edge."""
        return self.x + self.width

    @property
    def middle(self) -> int:
        """Half way down."""
        return self.y + self.height // 2


class Band(NamedTuple):
    """The ground of a tier, and where its name begins."""

    name: str
    x: int
    y: int
    width: int
    height: int
    name_x: int


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


@dataclass(frozen=True, slots=True)
class Grove:
    """A tier with its trees, and the lines inside them."""

    name: str
    trees: tuple[Branch, ...]

    @property
    def keys(self) -> list[str]:
        """Those who stand in it, from the top down."""
        return [node.key for _, node in walk(self.trees)]

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Who stands above whom in a tree."""
        return [(each.node.key, below.node.key) for each in every(self.trees) for below in each.branches]


def groves(tiers: Sequence[Tier]) -> tuple[Grove, ...]:
    """The tiers that anybody stands at."""
    return tuple(Grove(tier.name, branches(tier)) for tier in tiers if tier.nodes)


def other_lines(planted: Sequence[Grove]) -> list[tuple[str, str]]:
    """Who answers to whom besides, as `(above, below)`: to another tier, or to a second one in the same."""
    there = {key for grove in planted for key in grove.keys}
    drawn = {line for grove in planted for line in grove.lines}
    nodes = [node for grove in planted for _, node in walk(grove.trees)]
    pairs = [(above, node.key) for node in nodes for above in node.above if above in there]
    return [pair for pair in dict.fromkeys(pairs) if pair not in drawn]


def column(grove: Grove, x: int, y: int, right: int) -> list[Box]:
    """The boxes of a tier under one another, from `x` and `y` on, as far as `right`."""
    boxes: list[Box] = []
    for depth, node in walk(grove.trees):
        boxes.append(box_of(node, x + min(depth, DEEPEST) * INDENT, y, right))
        y += boxes[-1].height + GAP
    return boxes


def every(tree: Sequence[Branch]) -> Iterator[Branch]:
    """The branches of trees, those further up first."""
    for branch in tree:
        yield branch
        yield from every(branch.branches)


def walk(tree: Sequence[Branch], depth: int = 0) -> Iterator[tuple[int, Node]]:
    """Everyone in trees from the top down, and how far in they stand."""
    for branch in tree:
        yield depth, branch.node
        yield from walk(branch.branches, depth + 1)


def lanes_of(outside: Sequence[tuple[str, str]], order: Sequence[str]) -> Mapping[str, int]:
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


def box_of(node: Node, x: int, y: int, right: int) -> Box:
    """A node as it is drawn between two edges: as high as its words need."""
    width = right - x
    room = width - 2 * PADDING
    names = _wrapped(node.name, room, FONT)
    notes = _wrapped(node.note, room, NOTE_FONT) if node.note else []
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
    for piece in (piece for word in text.split() for piece in _pieces(word, room, size)):
        longer = f"{lines[-1]} {piece}" if lines else piece
        if lines and sum(map(_width, longer)) * size <= room:
            lines[-1] = longer
        else:
            lines.append(piece)
    return lines


def _pieces(word: str, room: int, size: int) -> Iterator[str]:
    """A word, in pieces where it is wider than a line."""
    piece, wide = "", 0.0
    for letter in word:
        if piece and (wide + _width(letter)) * size > room:
            yield piece
            piece, wide = "", 0.0
        piece, wide = piece + letter, wide + _width(letter)
    yield piece


def _width(letter: str) -> float:
    """In ems of a bold face, generously."""
    if letter in "iljtfrI .,:;’()-":
        return 0.36
    return 0.86 if letter in "mwMWŵŴ" else 0.72 if letter.isupper() else 0.6


def line_in_tree(above: Box, below: Box) -> Line:
    """From a box up to the one below which it stands in a tree."""
    x, top, y = above.x + INDENT // 2, above.y + above.height, below.middle
    return Line(f"M{below.x} {y}H{x}V{top + ARROW}", f"M{x} {top}l{ARROW} {ARROW * 2}h-{ARROW * 2}z")


def line_at_left(above: Box, below: Box, x: int) -> Line:
    """From the left edge of a box to the left edge of another, in a lane at `x`."""
    return Line(f"M{below.x} {below.middle}H{x}V{above.middle}H{above.x - ARROW}", arrow_right(above.x, above.middle))


def arrow_right(x: int, y: int) -> str:
    """The head of a line that comes to a box from the left."""
    return f"M{x} {y}l-{ARROW * 2} {ARROW}v-{ARROW * 2}z"


def arrow_left(x: int, y: int) -> str:
    """The head of a line that comes to a box from the right."""
    return f"M{x} {y}l{ARROW * 2} {ARROW}v-{ARROW * 2}z"
