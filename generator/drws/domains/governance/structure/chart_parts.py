"""What structure charts are drawn with: boxes, lines and their words. Sizes are in units of the drawing, about a pixel each on a phone.

Within a tier what answers to a box stands below it and further in, with a line at its left as in a tree of folders.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drws.domains.governance.structure.chart_trees import Grove, Node, walk

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


class Label(NamedTuple):
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
    name: tuple[Label, ...]
    note: tuple[Label, ...]

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


def column(grove: Grove, x: int, y: int, right: int) -> list[Box]:
    """The boxes of a tier under one another, from `x` and `y` on, as far as `right`."""
    boxes: list[Box] = []
    for depth, node in walk(grove.trees):
        boxes.append(box_of(node, x + min(depth, DEEPEST) * INDENT, y, right))
        y += boxes[-1].height + GAP
    return boxes


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
        name=tuple(Label(text, x + PADDING, first + at * LINE_HEIGHT) for at, text in enumerate(names)),
        note=tuple(Label(text, x + PADDING, under + at * NOTE_HEIGHT) for at, text in enumerate(notes)),
    )


def _wrapped(text: str, room: int, size: int) -> list[str]:
    """Label in lines that fit, by the widths that letters have in most typefaces."""
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
