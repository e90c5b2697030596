"""HTML laid out for reading: a line for each block, with the words in it, indented below the element that it stands in.

Left out is what is no news: white space between blocks, the end tags of elements whose content is indented, and the part of an asset's name
that changes with what is in it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, TypeAlias

from selectolax.lexbor import LexborHTMLParser

Node: TypeAlias = Any
"""A node of selectolax, which says no more about its type."""

WIDTH = 140
"""The longest line that holds several blocks, or an opening tag with several attributes."""
INLINE = frozenset(("a", "abbr", "b", "bdi", "br", "button", "cite", "code", "em", "i", "input", "kbd", "label", "mark", "s", "small", "span", "strong", "sub", "sup", "time"))  # fmt: skip
VOID = frozenset(("br", "circle", "hr", "img", "input", "line", "link", "meta", "path", "rect", "use", "wbr"))
SIGNS = frozenset(("-comment", "-doctype"))
"""What selectolax calls a node that is neither text nor an element."""
STAMP = re.compile(r"(assets/[\w-]+)\.[0-9a-f]{10}\.")


def read(html: str) -> Node:
    """The root of a page. What a `<template>` holds is read like everything else."""
    html = STAMP.sub(r"\1.", html).replace("<template", "<x-template").replace("</template>", "</x-template>")
    return LexborHTMLParser(html).root


def lay_out(html: str) -> str:
    """Elements that are no whole page, laid out."""
    return "\n".join(line for part in blocks(read(html).css_first("body")) for line in part.lines()) + "\n"


@dataclass(frozen=True)
class Block:
    """An element with what it holds; or a line of text and inline elements, which has no parts."""

    opening: str
    parts: tuple["Block", ...] = ()
    whole: str = ""
    """All of it on one line, where that is short enough."""

    @property
    def texts(self) -> int:
        """How many lines of words it holds."""
        own = not self.parts and not re.fullmatch(r"(<[^<>]*>)*", self.whole or self.opening)
        return own + sum(part.texts for part in self.parts)

    def lines(self, indent: str = "") -> Iterator[str]:
        """The block, laid out."""
        if self.whole:
            yield indent + self.whole
            return
        yield from (indent + line for line in self.opening.split("\n"))
        for part in self.parts:
            yield from part.lines(indent + "  ")


def blocks(node: Node) -> Iterator[Block]:
    """What an element holds."""
    inline = ""
    for child in (*node.iter(include_text=True), None):
        if child is not None and _is_inline(child):
            inline += _on_one_line(child)
            continue
        if inline.strip():
            yield Block(inline.strip())
        inline = ""
        if child is not None:
            yield block(child)


def block(node: Node) -> Block:
    """An element, or what stands between elements."""
    if node.tag in SIGNS:
        return Block(str(node.html).strip())
    parts = tuple(blocks(node))
    whole = _on_one_line(node) if _may_be_one_line(parts) else ""
    opening = tag if len(tag := _tag(node, " ")) <= WIDTH else _tag(node, "\n    ")
    if whole and len(whole) <= WIDTH:
        return Block(opening, parts, whole)
    if len(parts) == 1 and not parts[0].parts and "\n" not in opening:
        return Block(opening + (parts[0].whole or parts[0].opening))
    return Block(opening, parts)


def _may_be_one_line(parts: Sequence[Block]) -> bool:
    """Not where there are many words, or where a part is too long by itself: most are, and need not be put together at every level."""
    short = all(part.whole or (not part.parts and len(part.opening) <= WIDTH) for part in parts)
    return short and sum(part.texts for part in parts) <= 2


def _is_inline(node: Node) -> bool:
    return node.tag == "-text" or (
        node.tag in INLINE and all(_is_inline(child) for child in node.iter(include_text=True))
    )


def _is_between_blocks(node: Node) -> bool:
    """White space at the edge of a block."""
    beside = [each for each in (node.prev, node.next) if each is not None]
    return node.tag == "-text" and not node.text().strip() and not all(_is_inline(each) for each in beside)


def _on_one_line(node: Node) -> str:
    if node.tag == "-text":
        return re.sub(r"\s+", " ", escape(node.text(), quote=False))
    if node.tag in SIGNS:
        return str(node.html).strip()
    held = "".join(_on_one_line(child) for child in node.iter(include_text=True) if not _is_between_blocks(child))
    if node.tag not in INLINE:
        held = held.strip()
    return _tag(node, " ") + held + ("" if node.tag in VOID else f"</{_name(node)}>")


def _tag(node: Node, between: str) -> str:
    attributes = [name if value is None else f"{name}={_quoted(value)}" for name, value in node.attributes.items()]
    return f"<{between.join([_name(node), *attributes])}>"


def _quoted(value: str) -> str:
    """As an author would write it: JSON stands in single quotes."""
    value = value.replace("&", "&amp;")
    return f"'{value}'" if '"' in value and "'" not in value else '"' + value.replace('"', "&quot;") + '"'


def _name(node: Node) -> str:
    return str(node.tag).removeprefix("x-")
