"""Agreements between partners: clauses as summaries of our own, numbered as the original, and who has signed."""

import re
from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Finding, Happening, Part, Source
from drws.kernel.ids import ActorId
from drws.kernel.link import Link
from drws.kernel.period import Period
from drws.kernel.roles import Decidable
from drws.kernel.text import Text
from drws.kernel.values import Dated, Words


class Clause(Part):
    """A clause, and what it says in our own words."""

    number: Words
    """As the original counts: `7.4.4.1`."""
    title: Text
    """What it is about."""
    summary: Text | None = None
    """What it says, in our own words. Left out for a heading that only stands above other clauses."""
    numbering_note: Text | None = None
    """Where the original's number is wrong or missing: what stands there, and what is meant."""

    @property
    def anchor(self) -> str:
        """The name by which a link on the agreement's page leads to it."""
        return "clause-" + re.sub(r"[^0-9a-z]+", "-", self.number.lower()).strip("-")

    @property
    def depth(self) -> int:
        """How far it stands below the top: 1 for `7`, 3 for `7.4.2`."""
        return len(self.number.split("."))


class RuleTopic(StrEnum):
    """What people ask of an agreement first."""

    EXTENSION = "extension"
    CHANGE = "change"
    LEAVING = "leaving"
    DISPUTE = "dispute"
    COMPLAINT = "complaint"


class Rule(Part):
    """How the agreement is extended, changed or left, and how disputes and complaints are settled."""

    topic: RuleTopic
    """`extension`, `change`, `leaving`, `dispute` or `complaint`."""
    text: Text
    """What has to be done, in our own words."""
    clauses: tuple[Words, ...] = ()
    """The numbers of the clauses that say so."""
    sources: tuple[Source, ...] = ()
    """Where it was read, when no clause of ours says so."""


class AgreementStatus(StrEnum):
    """How far an agreement has come, as far as sources say."""

    IN_FORCE = "in_force"
    APPROVED = "approved"
    PROPOSED = "proposed"
    ENDED = "ended"
    NOT_KNOWN = "not_known"


class PartyState(StrEnum):
    """What is known of a party's signature."""

    SIGNED = "signed"
    AGREED = "agreed"
    RECOMMENDED = "recommended"
    NOT_KNOWN = "not_known"
    DECLINED = "declined"


class Party(Part):
    """Someone between whom the agreement is."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("date",)

    actor_id: ActorId | None = None
    """A region, an authority, an organization, a body or a post."""
    label: Text | None = None
    """Who it is, when there is no record of it."""
    capacity: Text | None = None
    """As what it takes part, or which clauses concern it most."""
    state: PartyState
    """`signed`, `agreed` (it decided to sign), `recommended` (its officers proposed that it should), `not_known` or `declined`."""
    date: Dated | None = None
    """When it signed or decided."""
    sources: tuple[Source, ...] = ()
    """Where that was read."""

    @model_validator(mode="after")
    def _is_somebody(self) -> "Party":
        if (self.actor_id is None) == (self.label is None):
            raise PydanticCustomError("party.one-of", "")
        if self.state is not PartyState.NOT_KNOWN and not self.sources:
            raise PydanticCustomError("party.no-source", "", {"at": "state"})
        return self


class Agreement(Decidable):
    """An agreement between partners."""

    FOLDER: ClassVar[str] = "agreements"
    KIND: ClassVar[str] = "agreement"
    PAST_DATES: ClassVar[tuple[str, ...]] = ("made_date",)

    description: Text
    """What it is for, in one to three sentences."""
    status: AgreementStatus
    """`in_force`, `approved` (decided, and not known to be signed by all), `proposed`, `ended` or `not_known`."""
    status_note: Text | None = None
    """What a reader has to know about its standing."""
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
    rules: tuple[Rule, ...] = ()
    """How it is extended, changed or left, and how disputes are settled."""
    faults: tuple[Text, ...] = ()
    """Where the original contradicts itself or lacks something, said plainly."""
    facts: tuple[Finding, ...] = ()
    """Things that sources say about it."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    def clause(self, number: str) -> Clause | None:
        """The clause with a number."""
        return next((clause for clause in self.clauses if clause.number == number), None)
