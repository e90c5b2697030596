"""Who stands in a structure chart, tier by tier, and below whom: what answers to somebody in its own tier stands below them, as in a tree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


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
