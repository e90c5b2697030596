"""Blocks of hand-written pages (docs/blocks.md): how each kind is written, and one as it stands on a page."""

from dataclasses import dataclass
from enum import StrEnum

from drws.kernel.entity import Part

FENCE = ":::"
"""What begins and ends a block. One that holds others has more colons than they have."""


class BlockContent(StrEnum):
    """What stands between the first line of a block and its last."""

    NOTHING = "nothing"
    WORDS = "words"
    """Paragraphs, lists, quotations: no headings."""
    PARTS = "parts"
    """A heading of the third level begins each part. A part can hold other blocks."""
    TABLE = "table"
    """One table."""


@dataclass(frozen=True, slots=True)
class BlockArgument:
    """Something that the first line of a block names by its id."""

    name: str
    """What stands before its `=`."""
    collections: tuple[str, ...]
    """Where its id is looked up: folders of `data/`, and lists of `data/site.yml`."""


@dataclass(frozen=True, slots=True)
class BlockForm:
    """How a kind of block is written."""

    kind: str
    """The word behind the colons."""
    content: BlockContent = BlockContent.NOTHING
    about: BlockArgument | None = None
    """What the id straight behind the kind names. The block is not without it."""
    choices: tuple[BlockArgument, ...] = ()
    """Arguments by name. A block that is about nothing else has one of them at least."""
    has_caption: bool = False
    """Is the rest of its first line a caption, in the language of the page?"""

    @property
    def is_empty(self) -> bool:
        """Does everything that it shows come from the data?"""
        return self.content is BlockContent.NOTHING

    @property
    def first_line(self) -> str:
        """How it begins: `::: services kind_of_help=…`."""
        about = ["…"] if self.about or self.has_caption else []
        return " ".join((FENCE, self.kind, *about, *(f"{each.name}=…" for each in self.choices)))


class BlockValue(Part):
    """An argument of a block."""

    name: str
    """`kind_of_help`; what an id straight behind the kind is called by its form: `contact`."""
    value: str
    """The id that it names."""
    column: int
    """Where the id begins in its line, counted from 1."""


class PageBlock(Part):
    """A block of a hand-written page."""

    kind: str
    """`steps`, `contact`."""
    line: int
    """The line on which it begins, counted from 1."""
    column: int
    """Likewise its column."""
    arguments: tuple[BlockValue, ...] = ()
    """What its first line names."""
    caption: str = ""
    """The words of its first line, where its kind has some."""
    level: int = 2
    """The level of headings that it brings: below the one that it stands under."""

    def named(self, argument: str) -> str | None:
        """The id that an argument names. None where the block does not have it."""
        return next((each.value for each in self.arguments if each.name == argument), None)
