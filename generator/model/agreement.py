"""Agreements between partners: clauses as summaries of our own, numbered as the original, and who has signed."""

from collections.abc import Iterator
from enum import StrEnum
from typing import ClassVar

from generator.model.entity import Entity, Happening, Part, Source
from generator.model.ids import ActorId
from generator.model.link import Link
from generator.model.period import Period
from generator.model.text import Text
from generator.model.values import Dated, Words


class Clause(Part):
    """A clause, and what it says in our own words."""

    number: Words
    """As the original counts: `7.4.4.1`."""
    title: Text
    """What it is about."""
    summary: Text
    """What it says, in our own words."""
    numbering_note: Text | None = None
    """Where the original's number is wrong or missing: what stands there, and what is meant."""


class PartyState(StrEnum):
    """What is known of a party's signature."""

    SIGNED = "signed"
    AGREED = "agreed"
    NOT_KNOWN = "not_known"
    DECLINED = "declined"


class Party(Part):
    """Someone between whom the agreement is."""

    actor_id: ActorId | None = None
    """A region, an authority, an organization, a body or a post."""
    label: Text | None = None
    """Who it is, when there is no record of it."""
    state: PartyState
    """`signed`, `agreed` (it decided to sign), `not_known` or `declined`."""
    date: Dated | None = None
    """When it signed or decided."""
    sources: tuple[Source, ...] = ()
    """Where that was read."""


class Agreement(Entity):
    """An agreement between partners."""

    FOLDER: ClassVar[str] = "agreements"
    KIND: ClassVar[str] = "agreement"

    description: Text
    """What it is for, in one to three sentences."""
    is_binding: Text | None = None
    """Whether it binds in law, in a sentence."""
    version: Text | None = None
    """Which version the clauses are of."""
    made_date: Dated | None = None
    """When it was approved or made."""
    term: Period = Period()
    """From when and until when it runs, as far as that is known."""
    term_note: Text | None = None
    """How long it runs and how it is extended, in words."""
    review_date: Dated | None = None
    """By when it is to be reviewed."""
    review_note: Text | None = None
    """What is known of the review."""
    website: Link | None = None
    """Where it can be read."""
    parties: tuple[Party, ...] = ()
    """Between whom it is."""
    clauses: tuple[Clause, ...] = ()
    """What it says, in the order of the original."""
    faults: tuple[Text, ...] = ()
    """Where the original contradicts itself or lacks something, said plainly."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    def clause(self, number: str) -> Clause | None:
        """The clause with a number."""
        return next((clause for clause in self.clauses if clause.number == number), None)

    def clause_anchors(self) -> Iterator[tuple[str, Clause]]:
        """Each clause under the name by which a link leads to it."""
        return ((f"clause-{clause.number.replace('.', '-')}", clause) for clause in self.clauses)
