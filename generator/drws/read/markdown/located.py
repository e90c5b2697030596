"""Places: markdown-it knows the lines of a block; these rules note where in the text each line and each link begins."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]


def located_block(rule: BlockRule) -> BlockRule:
    """A rule for blocks of words: each inline token gets `starts`, where each of its lines begins in the text."""

    def run(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001  markdown-it calls it so
        known = len(state.tokens)
        if not rule(state, start_line, end_line, silent):
            return False
        after = 0
        for token in state.tokens[known:]:
            if token.type == "inline" and token.map:
                starts = [state.bMarks[line] + state.tShift[line] for line in range(*token.map)]
                if len(starts) == 1:  # a heading, or a cell: something may stand before it
                    found = state.src.find(token.content, max(starts[0], after), state.eMarks[token.map[0]])
                    starts = [found] if found >= 0 else starts
                    after = starts[0] + len(token.content)
                token.meta["starts"] = starts
        return True

    return run


def located_inline(rule: InlineRule) -> InlineRule:
    """A rule for links and images: their first token gets `start`, where they begin in their block, and `target`, where their address does."""

    def run(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  markdown-it calls it so
        start, known = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        if not silent:
            token = next(each for each in state.tokens[known:] if each.type in ("link_open", "image"))
            token.meta["start"], token.meta["target"] = start, _target(state.src, start, state.pos, token)
        return True

    return run


def _target(text: str, start: int, end: int, token: Token) -> int:
    if token.info == "auto":
        return start + 1
    opening = text.rfind("](", start, end) + 2
    return end - len(text[opening:end].lstrip(" \t\n<"))


@dataclass(frozen=True)
class InlinePlaces:
    """Where the characters of an inline token stand in the text."""

    lines: Sequence[str]
    """Its lines, as the token has them."""
    offsets: Sequence[int]
    """Where each begins in the token."""
    starts: Sequence[int]
    """Where each begins in the text, behind blanks and the marks of lists and quotations."""

    @classmethod
    def of(cls, token: Token) -> "InlinePlaces":
        """Those of an inline token."""
        lines = token.content.split("\n")
        offsets = [0]
        for line in lines[:-1]:
            offsets.append(offsets[-1] + len(line) + 1)
        return cls(lines, offsets, token.meta["starts"])

    def offset(self, inside: int) -> int:
        """The place in the text of a place in the token."""
        number = bisect_right(self.offsets, inside) - 1
        line = self.lines[number]
        blanks = len(line) - len(line.lstrip(" \t"))
        return self.starts[number] + max(inside - self.offsets[number] - blanks, 0)
