"""What every record has: a name of its own, where its facts come from, and how sure we are of them."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import ClassVar, Protocol, runtime_checkable

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.fact_kind import FactKind
from drws.kernel.ids import DocumentId, PageName
from drws.kernel.problem import Place
from drws.kernel.text import Text
from drws.kernel.values import Dated, Day, Id, WebAddress, Words


class Part(BaseModel):
    """A piece of a record. Frozen; unknown fields are problems; docstrings of fields are the data dictionary.

    Whoever writes that dictionary reads them from the source: pydantic would do so at every start of every command.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    PAST_DATES: ClassVar[tuple[str, ...]] = ()
    """The fields that say when something was read or done: no such day can lie ahead."""


class Translation(StrEnum):
    """Whether a translator has read the record."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@runtime_checkable
class Translated(Protocol):
    """Something with words, other than a record, that says whether a translator has read them."""

    @property
    def translation(self) -> Translation:
        """The state of its words."""


class Source(Part):
    """Where a fact was read: exactly one of a page, a document of `site.yml`, or a description."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("as_of",)

    url: WebAddress | None = None
    """The page on which the fact was read."""
    document: DocumentId | None = None
    """The id of a document in `data/site.yml`."""
    description: Words | None = None
    """What the source is, when it has no address: a letter, a code list."""
    as_of: Dated | None = None
    """The date that the source gives for itself. Left out when the source carries no date."""
    note: Words | None = None
    """A remark for editors. Not published."""

    @model_validator(mode="after")
    def _one_of_three(self) -> "Source":
        if [self.url, self.document, self.description].count(None) != 2:  # noqa: PLR2004  two of the three are absent
            raise PydanticCustomError("source.one-of", "")
        return self


class ConfidenceLevel(StrEnum):
    """How a value that no source shows came to be here."""

    KNOWN = "known"
    INFERRED = "inferred"
    UNVERIFIED = "unverified"


class Confidence(Part):
    """A value that is less certain than the record's sources make the rest."""

    field: Words
    """Which value: `name.cy`, `lead_authority_id`, `phones`."""
    level: ConfidenceLevel
    """`known`: well established, but not seen in a source. `inferred`: follows from other facts. `unverified`: a weak source."""
    note: Words | None = None
    """Why. A remark for editors. Not published."""


class Compared(StrEnum):
    """What is compared between two languages."""

    LANGUAGE = "language"
    HEADINGS = "headings"
    LISTS = "lists"
    BLOCKS = "blocks"
    LINKS = "links"
    NUMBERS = "numbers"
    LENGTH = "length"


class Unlike(Part):
    """A difference between two languages that is meant, for a time."""

    what: Compared
    """What differs: `numbers`, `links`, `language`."""
    field: Words | None = None
    """Where: `description`, `clauses`. Without it the whole record or page."""
    reason: Words
    """Why. A remark for editors. Not published."""
    until: Day
    """The last day on which it holds. After it the difference is told again, as something to look at."""


class Disclosure(Part):
    """Something that looks as if it were about one person, and is meant for everybody: somebody has looked at it, and answers for it."""

    what: Words
    """What it looks like: `mobile`, `mailbox`, `birth_date`, as docs/checks.md#personal-data lists them."""
    field: Words | None = None
    """Where: `phones`, `description.en`. Without it the whole record, with the text of a policy, or the whole page."""
    reason: Words
    """Why it may be read by everybody. A remark for editors. Not published."""
    reviewed_by: Words
    """The post or the team that looked at it. No name of a person. Not published."""
    until: Day
    """The last day on which it holds. After it somebody is asked to look at it again."""


class Finding(Part):
    """Something that a source says about the record and that helps a visitor."""

    text: Text
    """What was found, in each language."""
    more: tuple[PageName, ...] = ()
    """Pages of this site on which it is told in full: `page:support/letterbox`."""
    sources: tuple[Source, ...]
    """Where it was read."""


class Happening(Part):
    """Something that happened to the record's subject."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("date",)

    date: Dated
    """When, as exactly as the source says."""
    text: Text
    """What happened, in each language."""
    sources: tuple[Source, ...]
    """Where it was read."""


class Entity(Part):
    """A record with an id and a file of its own: `data/<folder>/<id>.yml`."""

    FOLDER: ClassVar[str]
    """The folder of `data/` that holds one file for each record."""
    KIND: ClassVar[str]
    """The word that links and addresses use: `service:adopting-together`."""
    AGES: ClassVar[Mapping[FactKind, tuple[str, ...]]] = MappingProxyType({})
    """The fields that age, by the kind of fact. Names, and who belongs to whom, do not."""

    id: Id
    """The record's own name, the same as its file's."""
    former_ids: tuple[Id, ...] = ()
    """Ids that the record had before, or that records had which are part of it now. What was published under them leads here. Not published."""
    name: Text
    """What visitors call it."""
    translation: Translation
    """`draft` until a translator has read every language of the record, then `reviewed`."""
    sources: tuple[Source, ...]
    """Where the record's facts were read. At least one."""
    confidence: tuple[Confidence, ...] = ()
    """Values that are less certain than the rest."""
    unlike: tuple[Unlike, ...] = ()
    """Where the languages of the record are meant to differ. Not published."""
    personal_data: tuple[Disclosure, ...] = ()
    """What looks as if it were about one person, and is meant to be public. Not published."""
    conflicts: tuple[Text, ...] = ()
    """Where sources differ, in words for visitors. Published."""
    notes: tuple[Words, ...] = ()
    """Remarks for the people who edit the record. Not published."""
    assured_date: Day | None = None
    """The day on which a person last confirmed the record with the organization. Without it the page says once that it is not
    confirmed, where the record has facts that age."""

    @model_validator(mode="after")
    def _has_a_source(self) -> "Entity":
        if not self.sources:
            raise PydanticCustomError("source.none", "", {"at": "sources"})
        return self

    def __hash__(self) -> int:
        """By its name alone: there is one record of it in a site, and what is made of it can be kept."""
        return hash((self.KIND, self.id))

    def at(self, *path: str | int, key: bool = False) -> Place:
        """The place of one of the record's values, for a problem."""
        return Place(f"data/{self.FOLDER}/{self.id}.yml", path, key=key)

    @classmethod
    @cache
    def roles(cls) -> tuple[str, ...]:
        """The roles that records of the type can play, by their names (kernel/roles.py)."""
        return tuple(role for base in cls.__mro__ if (role := vars(base).get("ROLE")))

    def is_known_on(self, _day: date) -> bool:
        """Had it happened on a day, or was it planned? Most records do not happen."""
        return True

    def slug_words(self, language: str) -> str:
        """The words in a language from which the address of its page is made."""
        return self.name.in_language(language).words

    @property
    def is_assured(self) -> bool:
        """Has a person confirmed the record with the organization?"""
        return self.assured_date is not None
