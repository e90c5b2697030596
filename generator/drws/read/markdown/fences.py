"""Where fences of code stand in a text. What looks like a heading between them is none."""

import re
from itertools import chain

from drws.read.markdown.grammar import parse

FENCE = re.compile("```|~~~")
LINE_END = re.compile("\n|\r")


def fenced_lines(text: str) -> frozenset[int]:
    """Where in the text each line begins that stands between two fences, or is one of them. A text without fences is not parsed for it."""
    if not FENCE.search(text):
        return frozenset()
    starts = [0, *(end.end() for end in LINE_END.finditer(text))]
    fences = (token.map for token in parse(text) if token.type == "fence" and token.map)
    return frozenset(chain.from_iterable(starts[first:after] for first, after in fences))
