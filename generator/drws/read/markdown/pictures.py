"""Pictures: `![A court](drawing:court)` at the beginning of a paragraph. The words behind it stand beside it, each line of the file on its own."""

import re

from markdown_it.token import Token

from drws.kernel.authored import DRAWING

NAMED = re.compile(rf"{DRAWING}:[a-z0-9]+(-[a-z0-9]+)*")
SIZE = {"width": "320", "height": "200"}
"""That of every drawing: its place is kept until it is there."""
BREAKS = frozenset(("softbreak", "hardbreak"))


def wrong_with(picture: Token, inline: Token, number: int) -> str:
    """The message about a picture, the child of a block of words with that number, that cannot be shown. Empty for one that can."""
    if not NAMED.fullmatch(str(picture.attrs["src"])):
        return "content.drawing"
    if not picture.content.strip():
        return "content.drawing-words"
    return "content.drawing-place" if number or "paragraph" not in inline.meta else ""


def lay_out(inline: Token) -> None:
    """A paragraph that begins with a picture: `pictured` where words follow, and `picture` where none do."""
    picture, *words = inline.children or []
    for name, value in SIZE.items():
        picture.attrSet(name, value)
    for each in picture.children or []:
        each.type = "text" if each.type == "declined" else each.type
    while words and words[0].type in BREAKS:
        words = words[1:]
    if words and words[0].type == "text":
        words[0].content = words[0].content.lstrip()
    inline.meta["paragraph"].attrSet("class", "pictured" if words else "picture")
    for each in words:
        if each.type in BREAKS:
            each.type = "hardbreak"
    around = (
        Token("pictured_open", "span", 1, attrs={"class": "pictured__words"}),
        Token("pictured_close", "span", -1),
    )
    inline.children = [picture, around[0], *words, around[1]] if words else [picture]
