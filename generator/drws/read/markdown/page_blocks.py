"""Blocks of a page, `::: steps` to `:::`: where one may stand, and what it may hold.

The parser knows containers, not their kinds. Each is judged when it ends: by then everything in it has been seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from drws.kernel.page_block import FENCE, BlockContent, BlockForm, PageBlock
from drws.read.markdown.block_line import BlockLines, Decline, Position, signature
from drws.read.markdown.block_marks import CLOSE, OPEN, PART_HEADING, begins_part


@dataclass
class _Opened:
    """A block whose end has not come."""

    token: Token
    start: int
    """Where its colons begin in the text."""
    form: BlockForm | None
    """None for a kind that nobody knows."""
    level: int
    """Of the heading that it stands under."""
    is_ended: bool
    """Has it an end of its own? What follows one without is not judged as its content."""
    inside: list[Token] = field(default_factory=list)
    """The first tokens of what it holds, not of what these hold."""


class BlockReading:
    """Looks at the tokens of a page once, before anything else does."""

    def __init__(
        self, forms: Iterable[BlockForm], text: str, line_starts: Sequence[int], decline: Decline, position: Position
    ) -> None:
        self.text, self.line_starts, self.decline, self.position = text, line_starts, decline, position
        self.lines = BlockLines({form.kind: form for form in forms}, decline, position)
        self.last_line = len(line_starts) - text.endswith(("\n", "\r"))
        self.blocks = list[PageBlock]()
        self.opened: list[_Opened] = []
        self.mixed_up = 0
        self.level = 1
        """Of the heading before: that of the title, then of those that were read."""

    def read(self, tokens: Sequence[Token]) -> None:
        """Find the blocks. Their first tokens know afterwards what they are, for the outline and for `marked_up`."""
        for token in tokens:
            if token.type == OPEN:
                self._open(token)
            elif token.type == CLOSE:
                self._close(self.opened.pop())
                token.meta.update(signature=FENCE, words="")
            else:
                if token.type == "heading_open":
                    self.level = int(token.tag[1:])
                self._hold(token)

    def _hold(self, token: Token) -> None:
        """Note what stands in a block, but not what stands in that."""
        if self.opened and token.nesting >= 0 and token.level == self.opened[-1].token.level + 1:
            self.opened[-1].inside.append(token)

    def _open(self, token: Token) -> None:
        above = self.opened[-1] if self.opened else None
        self._hold(token)
        first, end = token.map or [0, 0]
        start = self.text.index(FENCE, self.line_starts[first])
        is_ended = not self._lacks_end(end, above)
        form = self._form(token, start)
        self.opened.append(_Opened(token, start, form, self.level, is_ended))
        if not token.info.strip():
            return
        if not is_ended and (above is None or above.form):
            self._not_ended(token, start, above)
        elif above and above.is_ended and above.form and not _may_hold(above.form, form):
            self.decline(start, "blocks.nested", value=token.info.split()[0], outer=above.form.kind)
        elif (above is None or above.is_ended) and token.level > len(self.opened) - 1:
            self.decline(start, "blocks.place")

    def _lacks_end(self, end: int, above: "_Opened | None") -> bool:
        """A block ends with the one around it, or with the page, where nothing ends it before."""
        return end >= self.last_line or bool(above and above.token.map and end >= above.token.map[1])

    def _not_ended(self, token: Token, start: int, above: "_Opened | None") -> None:
        """One of two that begin with equally many colons takes the end of the other."""
        kind = token.info.split()[0]
        if above and above.form and len(above.token.markup) <= len(token.markup):
            self.mixed_up += 1
            self.decline(
                start, "blocks.within", value=kind, outer=above.form.kind, number=str(self.position(above.start)[0])
            )
        else:
            self.decline(start, "blocks.unclosed", value=kind)

    def _form(self, token: Token, start: int) -> BlockForm | None:
        """What kind it is. The token knows it from now on, and its signature."""
        token.meta.update(signature=f"{FENCE} {' '.join(token.info.split())}", words="", form=None)
        if not token.info.strip():
            if not self.mixed_up:
                example = next(iter(self.lines.forms.values())).first_line if self.lines.forms else FENCE
                self.decline(start, "blocks.stray", line=example)
            self.mixed_up = max(0, self.mixed_up - 1)
            return None
        form, block = self.lines.read(token.info, start, start + len(token.markup), self.level + 1)
        if form and block:
            token.meta.update(form=form, number=len(self.blocks), words=block.caption, signature=signature(form, block))
            self.blocks.append(block)
        return form

    def _close(self, block: _Opened) -> None:
        """What it holds is what its kind holds."""
        form, inside = block.form, block.inside
        if form is None or not block.is_ended:
            return
        match form.content:
            case BlockContent.NOTHING:
                if inside:
                    self.decline(self._start(inside[0]), "blocks.content", value=form.kind)
            case BlockContent.WORDS:
                if not inside:
                    self.decline(block.start, "blocks.empty", value=form.kind)
                self._no_headings(inside, form, ())
            case BlockContent.PARTS:
                self._parts(block, form)
                self._no_headings(inside, form, (PART_HEADING, "h4"))
            case BlockContent.TABLE:
                if [each.type for each in inside] != ["table_open"]:
                    odd = next((each for each in inside if each.type != "table_open"), None)
                    self.decline(self._start(odd) if odd else block.start, "blocks.table", value=form.kind)

    def _parts(self, block: _Opened, form: BlockForm) -> None:
        inside = block.inside
        if block.level == 1:
            self.decline(block.start, "blocks.above", value=form.kind)
        begins = [place for place, token in enumerate(inside) if begins_part(token)]
        if not begins:
            self.decline(block.start, "blocks.parts", value=form.kind)
            return
        if begins[0]:
            self.decline(self._start(inside[0]), "blocks.first", value=form.kind)
        for place, following in zip(begins, (*begins[1:], len(inside)), strict=True):
            if following == place + 1:
                self.decline(self._start(inside[place]), "blocks.part", value=form.kind)

    def _no_headings(self, inside: Sequence[Token], form: BlockForm, but: Sequence[str]) -> None:
        for token in inside:
            if token.type == "heading_open" and token.tag not in but:
                fix = "blocks.heading-level" if but else "blocks.heading"
                self.decline(self._start(token), fix, value=form.kind)

    def _start(self, token: Token) -> int:
        return self.line_starts[token.map[0]] if token.map else 0


def _may_hold(outer: BlockForm, inner: BlockForm | None) -> bool:
    """Only parts hold blocks, and no parts of their own: both would have headings of the third level."""
    return outer.content is BlockContent.PARTS and (inner is None or inner.content is not BlockContent.PARTS)
