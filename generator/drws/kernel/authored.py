"""Pages that people write by hand, as far as the rest of the site has to know them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from drws.kernel.entity import Disclosure, Part, Translation, Unlike
from drws.kernel.page_block import PageBlock
from drws.kernel.pickled import PickledByValues
from drws.kernel.problem import Place
from drws.kernel.values import Day, Number, Slug, Words, YesOrNo

DRAWING = "drawing"
"""How a picture of a page names what it shows: `![A court](drawing:court)`, of which the site or the theme has the file."""


class Update(Part):
    """What changed in an authored page for its readers, on a day (GOV.UK: a change note)."""

    date: Day
    """The day on which the page changed. The same in every language, and one note for a day."""
    note: Words
    """What is different for a reader, in a sentence or two of plain text, in the language of the page."""


class FrontMatter(Part):
    """The block at the top of an authored page."""

    title: Words
    """The page's heading and its title."""
    nav_title: Words | None = None
    """A shorter title for the navigation bar and the foot of the page. Without it they show the title."""
    slug: Slug | None = None
    """The page's own part of its address, in its own language. The home page has none."""
    former_paths: tuple[Words, ...] = ()
    """Paths that the page had before under `content/<language>/`, without the ending: `about/us`. What was published under them leads here. One
    of the pages in different languages says it."""
    order: Number | None = None
    """Its place among the pages beside it, counted from 1. Pages without one come last, by their titles."""
    description: Words
    """One sentence that says what the page is for."""
    translation: Translation
    """`draft` until a translator has read the page, then `reviewed`."""
    owner_post_id: Slug | None = None
    """The post that answers for the page. The same in every language, like the two days below."""
    last_read: Day | None = None
    """The day on which somebody last read the page against its sources."""
    next_reading: Day | None = None
    """By when somebody has to read it again."""
    published_date: Day | None = None
    """The day on which the page was first published. The same in every language. Left out where nobody knows it."""
    updates: tuple[Update, ...] = ()
    """What changed in the page since, for its readers. A spelling mistake is no update. The page lists them at its end, the newest first, and
    so does “What is new”."""
    edition: Slug | None = None
    """For the same page told in another way: which way, one of `editions` in `data/site.yml`. The same in every language, like the two fields
    below."""
    edition_of: Words | None = None
    """Of an edition, the page that it tells, by its path: `about/people`."""
    tried_on: Day | None = None
    """Of an edition, the day on which people for whom it is made had read it. Until then the page says that they have not."""
    links_terms: YesOrNo = True
    """Do terms of the glossary link to their meaning? `false` on a page that nothing should lead away from: one for an emergency, or for
    children."""

    unlike: tuple[Unlike, ...] = ()
    """Where the page is meant to differ from the same page in another language. One of the two pages says it."""
    personal_data: tuple[Disclosure, ...] = ()
    """What looks as if it were about one person, and is meant to be public. One of the pages in different languages says it."""

    @property
    def short_title(self) -> str:
        """What the navigation bar calls the page."""
        return self.nav_title or self.title

    def published_by(self, day: date) -> date | None:
        """The day on which the page was first published. None where nobody knows it, or where it lies after `day`."""
        return self.published_date if self.published_date and self.published_date <= day else None

    def updates_by(self, day: date) -> tuple[Update, ...]:
        """What had changed in the page by a day, the newest first."""
        known = (each for each in self.updates if each.date <= day)
        return tuple(sorted(known, key=lambda each: each.date, reverse=True))


class AuthoredLink(Part):
    """A link by name in an authored page: `[…](service:adopting-together)`. Or what is shown in its place: a record, `<contact:letterbox>`,
    or a drawing, `![…](drawing:court)`.
    """

    target: str
    """What the link names: `service:adopting-together`."""
    line: int
    """Its line, counted from 1."""
    column: int
    """Its column, counted from 1."""
    is_shown: bool = False
    """Does what it names stand in its place, without words of the page?"""


class AuthoredHeading(Part):
    """A heading of an authored page that its list of contents names."""

    id: str
    """What a link to it names after the `#`."""
    words: str
    """What it says."""


@dataclass(frozen=True, slots=True)
class AuthoredBlock(PickledByValues):
    """A heading, a paragraph, an item of a list, a cell: a block of an authored page, of whatever kind."""

    kind: str
    """`h2`, `paragraph`, `list_item`, `td`: what the parser calls it. Of a block between colons its first line, `::: contact letterbox`, and `:::`
    for its end."""
    line: int
    """Its line, counted from 1."""
    words: str = ""
    """What a reader reads in it. No addresses, and not what stands in the place of a record."""
    targets: tuple[str, ...] = ()
    """Where its links lead, as they are written, and the records that it shows."""


class AuthoredText(Part):
    """An authored page in one language."""

    file: str
    """Its file: `content/cy/about.md`."""
    front_matter: FrontMatter
    """Its front matter."""
    html: tuple[str, ...] = ("",)
    """What its Markdown makes, cut where the address of each link by name belongs, and each record that is shown."""
    links: tuple[AuthoredLink, ...] = ()
    """The links by name that it holds, in their order: one for each cut in `html`."""
    headings: tuple[AuthoredHeading, ...] = ()
    """Its headings of the second level, in their order. None where they do not divide the page."""
    blocks: tuple[AuthoredBlock, ...] = ()
    """Everything that it is made of, in its order."""
    page_blocks: tuple[PageBlock, ...] = ()
    """What it has between `:::` and `:::`. Its HTML has the number of each in its place."""
    heading_ids: tuple[str, ...] = ()
    """The ids of its headings of every level: what a link names after the `#`."""
    own_links: tuple[AuthoredLink, ...] = ()
    """Its links to headings of its own, `[…](#who-does-what)`, in their order."""

    @property
    def language(self) -> str:
        """The language that it is in, by its folder."""
        return self.file.split("/")[1]

    @property
    def links_terms(self) -> bool:
        """Do terms in it link to their meaning?"""
        return self.front_matter.links_terms

    def place_of(self, link: AuthoredLink) -> Place:
        """Where a link stands."""
        return Place(self.file, line=link.line, column=link.column)

    def place_of_block(self, block: PageBlock, argument: str = "") -> Place:
        """Where a block begins, or one of its arguments."""
        columns = {each.name: each.column for each in block.arguments}
        return Place(self.file, line=block.line, column=columns.get(argument, block.column))


class AuthoredPage(Part):
    """An authored page in all its languages."""

    path: str
    """Its path under `content/<language>/`, without the ending: `adopting/who-can-adopt`. A folder's own page has the folder's path."""
    texts: Mapping[str, AuthoredText]
    """The page in each language."""

    @property
    def said(self) -> FrontMatter:
        """The front matter of its first language: what is not about words is the same in all of them."""
        return next(iter(self.texts.values())).front_matter

    @property
    def is_edition(self) -> bool:
        """Is it another page, told in another way?"""
        return self.said.edition is not None


class Prose(Protocol):
    """Words that were read from Markdown: a page, or a passage of something longer."""

    @property
    def language(self) -> str:
        """The code of their language."""

    @property
    def html(self) -> Sequence[str]:
        """Their HTML, cut where the address of each link by name belongs, and each record that is shown."""

    @property
    def links(self) -> Sequence[AuthoredLink]:
        """The links by name and the records that are shown, in their order."""

    @property
    def links_terms(self) -> bool:
        """Do terms of the glossary in them link to their meaning?"""

    @property
    def page_blocks(self) -> Sequence[PageBlock]:
        """The blocks that their HTML has the numbers of."""

    def place_of(self, link: AuthoredLink) -> Place:
        """Where a link stands."""


@runtime_checkable
class HoldsProse(Protocol):
    """Something that was read, other than hand-written pages, with words from Markdown in it."""

    def passages(self) -> Iterable[Prose]:
        """All of them, in every language."""
