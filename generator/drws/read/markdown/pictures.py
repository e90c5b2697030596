"""Pictures: `![A court](drawing:court)` at the beginning of a paragraph. The words behind it stand beside it, each line of the file
on its own.
"""

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
    inline.children = [picture, *_span("pictured__words", _lines(words))] if words else [picture]


def _lines(words: list[Token]) -> list[Token]:
    """Words with a span around each of their lines. A line that ends inside of a link or of emphasised words goes on behind it."""
    lines: list[list[Token]] = [[]]
    for each in words:
        if each.type in BREAKS and each.level == 0:
            lines.append([])
        else:
            lines[-1].append(each)
    end = Token("softbreak", "br", 0)
    return [token for line in lines for token in (*_span("pictured__line", line), end)][:-1]


def _span(name: str, inside: list[Token]) -> list[Token]:
    return [Token("span_open", "span", 1, attrs={"class": name}), *inside, Token("span_close", "span", -1)]
