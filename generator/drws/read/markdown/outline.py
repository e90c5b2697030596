"""The outline of a page's Markdown: each block that the parser knows, of whatever kind, so that the same page in another language can be
compared with it block by block.
"""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from drws.kernel.authored import AuthoredBlock
from drws.read.markdown.block_marks import CLOSE, OPEN

BETWEEN = frozenset(("thead", "tbody"))
"""They say nothing that the rows do not say."""


def outline(tokens: Sequence[Token], line: int) -> tuple[AuthoredBlock, ...]:
    """The blocks of a text that begins at a line of its file, as they stand before links lose their addresses."""
    return tuple(_blocks(tokens, line))


def _blocks(tokens: Sequence[Token], line: int) -> Iterator[AuthoredBlock]:
    """One for each token that opens a block. Words belong to the block that was opened last."""
    kind, here, started = "", line, line
    for before, token in zip((None, *tokens), tokens, strict=False):
        here = line + token.map[0] if token.map else here
        if token.type in (OPEN, CLOSE):
            if kind:
                yield AuthoredBlock(kind, started)
            kind = ""
            yield AuthoredBlock(token.meta["signature"], here, token.meta["words"])
        elif token.nesting == 1 and (opened := _kind(token, before)):
            if kind:
                yield AuthoredBlock(kind, started)
            kind, started = opened, here
        elif token.type == "inline":
            children = token.children or []
            yield AuthoredBlock(kind, started, _words(children), _targets(children))
            kind = ""
        elif token.type in ("fence", "code_block"):
            yield AuthoredBlock("code", here)


def _kind(token: Token, before: Token | None) -> str:
    """The kind of a block by its token: `h2`, `paragraph`, `td`. Empty for what is no block of its own, as the first paragraph of an item."""
    name = token.type.removesuffix("_open")
    if name == "heading":
        return token.tag
    is_item = name == "paragraph" and before is not None and before.type == "list_item_open"
    return "" if is_item or name in BETWEEN else name


def _words(tokens: Sequence[Token]) -> str:
    """What a reader reads, but for addresses and records that stand in their own place."""
    words, is_address = [], False
    for token in tokens:
        if token.type == "link_open":
            is_address = token.info == "auto"
        elif not is_address or token.type == "link_close":
            is_address = False
            words.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return " ".join("".join(words).split())


def _targets(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Where links lead, and what pictures show."""
    leading = {"link_open": "href", "image": "src"}
    return tuple(str(token.attrs[leading[token.type]]) for token in tokens if token.type in leading)
