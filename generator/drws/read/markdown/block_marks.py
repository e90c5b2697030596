"""Marks in the HTML of a page: where each block stands, and each part of one. `render/page_blocks.py` puts in what they stand for."""

from collections.abc import Sequence

from markdown_it.token import Token

from drws.kernel.page_block import BlockContent

OPEN, CLOSE = "container_block_open", "container_block_close"
"""What the parser calls the first line of a block and the last."""
PART_HEADING = "h3"
"""The heading that begins a part. Those of the second level divide the page."""


def begins_part(token: Token) -> bool:
    """Is it the heading of a step, or of a question?"""
    return token.type == "heading_open" and token.tag == PART_HEADING


def render_mark(_renderer: object, tokens: Sequence[Token], place: int, _options: object, _env: object) -> str:
    """The mark of a block, or its end."""
    token = tokens[place]
    return f'<drws-block data-number="{token.meta["number"]}">\n' if token.nesting == 1 else "</drws-block>\n"


def marked_up(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with marks for the parts of blocks, and captions in the tables of those that have one."""
    marked: list[Token] = []
    around: list[Token] = []
    begun: list[bool] = []
    for token in tokens:
        block = around[-1] if around else None
        content = block.meta["form"].content if block else None
        if token.type == OPEN:
            around.append(token)
            begun.append(False)
        elif token.type == CLOSE:
            if begun.pop():
                marked.append(Token("part_close", "drws-part", -1))
            around.pop()
        elif content is BlockContent.PARTS and begins_part(token):
            if begun[-1]:
                marked.append(Token("part_close", "drws-part", -1))
            marked.append(Token("part_open", "drws-part", 1))
            begun[-1] = True
        marked.append(token)
        if block and content is BlockContent.TABLE:
            marked += _with_headings(token, block)
    return marked


def _with_headings(token: Token, block: Token) -> list[Token]:
    """The caption behind the first token of a table. The first cell of a row says what the row is about."""
    if token.type == "table_open":
        token.attrSet("class", "captioned")
        caption = Token("text", "", 0, content=block.meta["words"])
        return [Token("caption_open", "caption", 1), caption, Token("caption_close", "caption", -1)]
    if token.type == "tr_open":
        block.meta["is_first_cell"] = True
    elif token.type in ("td_open", "td_close") and block.meta["is_first_cell"]:
        token.tag = "th"
        if token.nesting == 1:
            token.attrSet("scope", "row")
        block.meta["is_first_cell"] = token.nesting == 1
    return []
