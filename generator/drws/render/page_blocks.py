"""Blocks of hand-written pages as HTML. The marks that the reader left in cleaned HTML become what the templates of their kinds make.

What a template makes is not cleaned again: it is the theme's, and what it prints of data is escaped.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from drws.kernel.page_block import PageBlock

MARK = re.compile(r'<(/?)drws-(block|part)(?: data-number="(\d+)")?>\n?')
TAGS = {"drws-block": {"data-number"}, "drws-part": set[str]()}
"""The elements that mark blocks and their parts, with their attributes. No page can write them: it has no HTML."""
HEADING_ENDS = "</h3>"


@dataclass(frozen=True, slots=True)
class BlockPart:
    """A part of a block: a step, a question."""

    heading: Markup
    """Its heading, with its id."""
    words: Markup
    """Everything below it."""


@dataclass(frozen=True, slots=True)
class BlockWords:
    """What stands in a block."""

    words: Markup
    """All of it, but for its parts."""
    parts: tuple[BlockPart, ...] = ()


@dataclass(frozen=True, slots=True)
class RenderedBlock:
    """What the template of a block is handed."""

    block: PageBlock
    view: object
    """What its kind found in the data."""
    words: Markup
    """What stands in it, but for its parts."""
    parts: tuple[BlockPart, ...]
    number: int
    """Which of the page's blocks it is, for ids that stand on a page once."""


Show = Callable[[int, BlockWords], Markup]
"""What a page shows in the place of a block, by its number."""


def with_blocks(html: str, show: Show) -> str:
    """Cleaned HTML with its blocks."""
    if "<drws-block" not in html:
        return html
    pieces = MARK.split(html)
    kept: list[list[str]] = [[pieces[0]]]
    opened: list[tuple[int, list[BlockPart]]] = []
    for place in range(1, len(pieces), 4):
        end, name, number, following = pieces[place : place + 4]
        if not end:
            kept.append([])
            if name == "block":
                opened.append((int(number), []))
        else:
            words = "".join(kept.pop())
            if name == "part":
                heading, sign, rest = words.partition(HEADING_ENDS)
                opened[-1][1].append(BlockPart(_markup(heading + sign), _markup(rest)))
            else:
                number_of, parts = opened.pop()
                kept[-1].append(show(number_of, BlockWords(_markup(words), tuple(parts))))
        kept[-1].append(following)
    return "".join(kept[0])


def _markup(html: str) -> Markup:
    return Markup(html.strip())  # noqa: S704  it is cleaned
