"""The words of a version, clause by clause: the same clauses in every language, whatever their numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from drws.domains.diary.duty.record import Strength
from drws.domains.policies.text.questions import PolicyQuestions
from drws.kernel.authored import AuthoredLink
from drws.kernel.entity import Translation
from drws.kernel.page_block import PageBlock
from drws.kernel.problem import Place
from drws.kernel.text import Said
from drws.read.markdown import Block


def plain(block: Block) -> str:
    """The words of a paragraph, item or cell, without what stands behind them."""
    return " ".join("".join([words for words, _ in block]).split())


@dataclass(frozen=True)
class Passage:
    """Words in one language."""

    file: str
    """Their file: `content/policies/letterbox/1.0.en.md`."""
    line: int
    """The line on which they begin, counted from 1."""
    language: str
    html: tuple[str, ...] = ("",)
    """Their HTML, cut where the address of each link by name belongs."""
    links: tuple[AuthoredLink, ...] = ()
    """The links by name, in their order."""
    linked_blocks: tuple[Block, ...] = ()
    """The pieces of each paragraph, item and cell, in their order: words, and where a link around them leads."""
    block_lines: tuple[int, ...] = ()
    """The line on which each of these begins."""
    title: str = ""
    """The heading above them. Empty for the opening of a policy."""
    strengths: tuple[tuple[Strength, int], ...] = ()
    """How often they say each of the words that bind, as the site lists these. What they never say is left out."""

    @property
    def heading(self) -> Said:
        """The heading with its language: in a language in part it may be another than the page's."""
        return Said(self.title, self.language)

    @property
    def links_terms(self) -> bool:
        """Do terms of the glossary in them link to their meaning?"""
        return True

    @property
    def page_blocks(self) -> tuple[PageBlock, ...]:
        """None: the words of a policy are compared clause by clause."""
        return ()

    @cached_property
    def blocks(self) -> tuple[str, ...]:
        """The plain words of each paragraph, item and cell, in their order."""
        return tuple(map(plain, self.linked_blocks))

    def place_of(self, link: AuthoredLink) -> Place:
        """Where a link stands."""
        return Place(self.file, line=link.line, column=link.column)

    @property
    def place(self) -> Place:
        """Where they begin."""
        return Place(self.file, line=self.line, column=1)


@dataclass(frozen=True)
class Clause:
    """A section or a clause of it."""

    id: str
    """Its name for good: links, changes and translations go by it."""
    depth: int
    """1 for a section, 2 for a clause of one."""
    number: str
    """Its number in this version: `2.1`. It follows from where it stands."""
    role_ids: tuple[str, ...]
    """Whom its words bind."""
    texts: Mapping[str, Passage]
    """Its words in each language."""

    @property
    def anchor(self) -> str:
        """The name by which a link on the page of the policy leads to it: nothing else on the page has one that begins so."""
        return f"clause-{self.id}"


@dataclass(frozen=True)
class PolicyText:
    """The words of one version of a policy."""

    policy_id: str
    version: str
    translation: Translation
    """`draft` until a translator has read every language of it."""
    opening: Mapping[str, Passage]
    """What stands before the first heading, in each language."""
    clauses: tuple[Clause, ...]

    def clause(self, id_: str) -> Clause | None:
        """The clause with an id."""
        return next((clause for clause in self.clauses if clause.id == id_), None)


@dataclass(frozen=True)
class PolicyTexts:
    """Every text of the library."""

    by_version: Mapping[tuple[str, str], PolicyText] = field(default_factory=dict)
    """By the id of the policy and the name of the version."""
    annexes: Mapping[tuple[str, str, str], PolicyText] = field(default_factory=dict)
    """What areas add, by the ids of the policy and of the area, and the name of the annex. Its clauses name those of the policy."""
    questions: Mapping[str, PolicyQuestions] = field(default_factory=dict)
    """What staff ask about the clauses of each policy, by its id."""
    unread: frozenset[tuple[str, ...]] = frozenset()
    """What stands for each text and annex, as above, that is there and cannot be read."""

    def passages(self) -> Iterator[Passage]:
        """The words of every text in every language."""
        for text in (*self.by_version.values(), *self.annexes.values()):
            for words in (text.opening, *(clause.texts for clause in text.clauses)):
                yield from {id(passage): passage for passage in words.values()}.values()
