"""A page's Markdown to its HTML and its links by name, or to what is wrong with it. All of it comes from the parser's tokens."""

import html
import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from markdown_it.token import Token
from pydantic_core import PydanticCustomError

from drws.kernel.authored import DRAWING, AuthoredBlock, AuthoredHeading, AuthoredLink
from drws.kernel.characters import INVISIBLE, named
from drws.kernel.page_block import BlockForm, PageBlock
from drws.kernel.problem import Place, Problem
from drws.kernel.values import parse_web_address
from drws.read.markdown.block_marks import marked_up
from drws.read.markdown.grammar import parse, render
from drws.read.markdown.heading_ids import HeadingIds
from drws.read.markdown.located import InlinePlaces
from drws.read.markdown.outline import outline
from drws.read.markdown.page_blocks import BlockReading
from drws.read.markdown.pictures import lay_out, wrong_with

WEB = re.compile(r"https?://\S+", re.IGNORECASE)
NAMED = re.compile(r"[a-z_]+:[a-z0-9][a-z0-9/-]*(#[\w-]+)?")
SHOWN_ID = re.compile(r"[a-z0-9][a-z0-9-]*")
FRAGMENT = re.compile(r"#[\w-]+")
HEADINGS = ("h2", "h3", "h4")
"""A page's only h1 is its title, which the theme prints."""
MAX_DEPTH = 8
"""Lists, quotations and emphasised words inside one another: more than anyone writes."""
GAP = "\0"
"""Where the address of a link by name belongs in the HTML, or a record that is shown. No text holds it: it is refused in files, and U+FFFD where an entity names it."""


Block = tuple[tuple[str, str], ...]
"""Words in pieces, each with where a link around it leads, as it is written, or the empty string."""


@dataclass(frozen=True, slots=True)
class PageText:
    """What a page's Markdown says."""

    html: tuple[str, ...]
    """Its HTML, cut where the address of each link by name belongs, and each record that is shown."""
    links: tuple[AuthoredLink, ...]
    """The links by name and the records that are shown, in their order."""
    headings: tuple[AuthoredHeading, ...]
    """The headings of the second level, in their order. None where one stands inside of a list or a quotation: they divide no page."""
    blocks: tuple[Block, ...] = ()
    """The plain words of each paragraph, item, cell and heading, in their order."""
    block_lines: tuple[int, ...] = ()
    """The line on which each of these begins."""
    outline: tuple[AuthoredBlock, ...] = ()
    """Each of its blocks, with their kinds and lines, for those who asked for them."""
    page_blocks: tuple[PageBlock, ...] = ()
    """What it has between `:::` and `:::`, in the order of their first lines. The HTML has the number of each in its place."""
    heading_ids: tuple[str, ...] = ()
    """The ids of all its headings, in their order."""
    own_links: tuple[AuthoredLink, ...] = ()
    """The links to headings of the page itself, `#who-does-what`, in their order."""


def read_page(  # noqa: PLR0913  what pages can have is not for every text
    text: str,
    file: str,
    line: int,
    shown: Collection[str] = (),
    forms: Collection[BlockForm] = (),
    *,
    is_outlined: bool = False,
) -> tuple[PageText | None, list[Problem]]:
    """Read a page whose Markdown begins at a line of its file. None when there are problems.

    `shown` are the kinds of record that `<kind:id>` shows in its place, and `drawing` where a page can have pictures. `forms` are the kinds
    of block that it can have.
    """
    reading = _Reading(text, file, line, shown)
    tokens = parse(text)
    block_reading = BlockReading(forms, text, reading.line_starts, reading.decline, reading.position)
    block_reading.read(tokens)
    blocks = outline(tokens, line) if is_outlined else ()
    for number, token in enumerate(tokens):
        reading.block(token, tokens[number + 1 : number + 2])
    if reading.problems:
        return None, sorted(reading.problems, key=lambda problem: (problem.place.line, problem.place.column))
    headings = () if reading.is_nested else tuple(reading.headings)
    return PageText(
        tuple(render(marked_up(tokens)).strip().split(GAP)),
        tuple(reading.links),
        headings,
        tuple(reading.blocks),
        tuple(reading.block_lines),
        blocks,
        tuple(block_reading.blocks),
        tuple(reading.heading_ids),
        tuple(reading.own_links),
    ), []


class _Reading:
    """Looks at each token once. Links by name lose their address, headings get their ids."""

    def __init__(self, text: str, file: str, line: int, shown: Collection[str]) -> None:
        self.text, self.file, self.line, self.shown = text, file, line, shown
        self.problems: list[Problem] = []
        self.links: list[AuthoredLink] = []
        self.own_links: list[AuthoredLink] = []
        self.headings: list[AuthoredHeading] = []
        self.heading_ids: list[str] = []
        self.is_nested = False
        self.ids = HeadingIds()
        self.blocks: list[Block] = []
        self.block_lines: list[int] = []
        self.here = line
        self.columns: list[str] = []
        self.column = 0
        self.depth = 0

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n|\r", self.text))]

    def block(self, token: Token, following: list[Token]) -> None:
        self.here = self.line + token.map[0] if token.map else self.here
        if token.type in ("blockquote_open", "list_item_open"):
            self.depth += 1
            if self.depth == MAX_DEPTH + 1 and token.map:
                self.decline(self.line_starts[token.map[0]], "content.nesting")
        elif token.type in ("blockquote_close", "list_item_close"):
            self.depth -= 1
        elif token.type == "heading_open":
            self._heading(token, following[0])
            following[0].meta["is_heading"] = True
        elif token.type == "paragraph_open" and token.level == 0:
            following[0].meta["paragraph"] = token
        elif token.type in ("table_open", "tr_open", "th_open", "td_open"):
            self._label(token, following[0])
        elif token.type == "inline":
            self.blocks.append(_block(token.children or []))
            self.block_lines.append(self.here)
            self._inline(token)
        elif token.type in ("fence", "code_block"):
            self.blocks.append(((token.content, ""),))
            self.block_lines.append(self.here)

    def _label(self, token: Token, inline: Token) -> None:
        """Each cell says the heading of its column: where there is no room for columns, a table folds into labelled rows."""
        if token.type == "table_open":
            token.attrSet("class", "folding")
            self.columns = []
        elif token.type == "tr_open":
            self.column = 0
        elif token.type == "th_open":
            token.attrSet("scope", "col")
            self.columns.append(_words(inline.children or []))
        else:
            token.attrSet("data-label", self.columns[self.column])
            self.column += 1

    def _heading(self, token: Token, inline: Token) -> None:
        words = _words(inline.children or [])
        start = self.line_starts[token.map[0]] if token.map else 0
        if not words:
            self.decline(start, "content.words", value=token.markup)
        elif token.tag not in HEADINGS:
            self.decline(start, "content.heading")
        name = self.ids.id_for(words)
        token.attrSet("id", name)
        self.heading_ids.append(name)
        if token.tag == HEADINGS[0]:
            self.headings.append(AuthoredHeading(id=name, words=words))
            self.is_nested = self.is_nested or self.depth > 0

    def _inline(self, token: Token) -> None:
        places, children = InlinePlaces.of(token), token.children or []
        for number, child in enumerate(children):
            if child.type == "declined":
                self._declined(child, places)
            elif child.type == "image":
                self._picture(number, token, places)
            elif child.type == "link_open":
                if self._is_shown(child) and not token.meta.get("is_heading"):
                    self._show(children[number : number + 3], places)
                else:
                    self._link(child, _inside(children, number), places)
        if any(child.level > MAX_DEPTH for child in children):
            self.decline(places.starts[0], "content.nesting")

    def _declined(self, token: Token, places: InlinePlaces) -> None:
        start, found = places.offset(token.meta["start"]), token.content
        if hidden := INVISIBLE.search(html.unescape(found)) if token.meta["message"] == "yaml.invisible" else None:
            self.decline(start, "yaml.invisible", code=named(hidden[0]))
        else:
            self.decline(start, token.meta["message"], value=found)

    def _is_shown(self, token: Token) -> bool:
        """Is it `<kind:id>` of a kind that can be shown?"""
        kind, _, id_ = str(token.attrs["href"]).partition(":")
        return token.info == "auto" and kind in self.shown and kind != DRAWING and SHOWN_ID.fullmatch(id_) is not None

    def _picture(self, number: int, inline: Token, places: InlinePlaces) -> None:
        """A picture at the beginning of a paragraph shows a drawing: its name becomes a gap."""
        picture = (inline.children or [])[number]
        wrong = wrong_with(picture, inline, number) if DRAWING in self.shown else "content.image"
        if wrong:
            self.decline(places.offset(picture.meta["start"]), wrong, value=str(picture.attrs["src"]))
            return
        line, column = self.position(places.offset(picture.meta["target"]))
        self.links.append(AuthoredLink(target=str(picture.attrs["src"]), line=line, column=column, is_shown=True))
        picture.attrSet("src", GAP)
        lay_out(inline)

    def _show(self, tokens: list[Token], places: InlinePlaces) -> None:
        """The link, its words and its end become a gap."""
        line, column = self.position(places.offset(tokens[0].meta["target"]))
        self.links.append(AuthoredLink(target=str(tokens[0].attrs["href"]), line=line, column=column, is_shown=True))
        for token, content in zip(tokens, (GAP, "", ""), strict=True):
            token.type, token.tag, token.content = "text", "", content

    def _link(self, token: Token, inside: Iterator[Token], places: InlinePlaces) -> None:
        target = str(token.attrs["href"])
        start, at = (places.offset(token.meta[each]) for each in ("start", "target"))
        is_named = NAMED.fullmatch(target) is not None
        leads = is_named or WEB.fullmatch(target) or FRAGMENT.fullmatch(target)
        if target.startswith("mailto:"):
            self.decline(at, "content.email", value=target.removeprefix("mailto:"))
        elif not leads or INVISIBLE.search(target + str(token.attrs.get("title", ""))):
            self.decline(at, "content.link", value=target)
        elif (is_named and token.info == "auto") or not _words(inside):
            self.decline(start, "content.words", value=target)
        elif refused := _refused(target):
            self.decline(at, refused.type, **(refused.context or {}))
        elif not WEB.fullmatch(target):
            line, column = self.position(at)
            (self.links if is_named else self.own_links).append(AuthoredLink(target=target, line=line, column=column))
            if is_named:
                token.attrSet("href", GAP)

    def decline(self, offset: int, message: str, **values: str) -> None:
        """Note what is wrong at a place of the text."""
        line, column = self.position(offset)
        self.problems.append(Problem(Place(self.file, line=line, column=column), message, values))

    def position(self, offset: int) -> tuple[int, int]:
        """The line and the column of a place of the text."""
        number = bisect_right(self.line_starts, offset) - 1
        return self.line + number, offset - self.line_starts[number] + 1


def _refused(target: str) -> PydanticCustomError | None:
    """What is wrong with the address of a page of others, which is told here as it is in a record."""
    if WEB.fullmatch(target):
        try:
            parse_web_address(target)
        except PydanticCustomError as error:
            return error
    return None


def _block(tokens: list[Token]) -> Block:
    """What a reader reads of inline tokens, and where it leads."""
    pieces, target = [], ""
    for token in tokens:
        if token.type == "link_open":
            target = str(token.attrs["href"])
        elif token.type == "link_close":
            target = ""
        elif words := " " if token.type in ("softbreak", "hardbreak") else token.content:
            pieces.append((words, target))
    return tuple(pieces)


def _inside(tokens: list[Token], opening: int) -> Iterator[Token]:
    """What stands between a link's opening token and its end."""
    for number in range(opening + 1, len(tokens)):
        if tokens[number].type == "link_close":
            return
        yield tokens[number]


def _words(tokens: "list[Token] | Iterator[Token]") -> str:
    """What a reader reads of inline tokens."""
    pieces = (" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)
    return " ".join("".join(pieces).split())
