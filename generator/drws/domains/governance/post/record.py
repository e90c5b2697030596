"""Posts: what somebody is there for, whoever holds it (Popolo `post`)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from drws.domains.directory.ids import ContactId, ProviderId
from drws.domains.governance.ids import TierId
from drws.domains.law.provision import Provision
from drws.kernel.entity import Finding, Happening, Source
from drws.kernel.ids import ActorId
from drws.kernel.names import AlternateNames
from drws.kernel.period import Period, Phase
from drws.kernel.roles import Actor, Decidable
from drws.kernel.text import Text
from drws.kernel.values import Words


class OneIn(StrEnum):
    """Where there is one of a post."""

    REGION = "region"
    AUTHORITY = "authority"


class Holder(Period):
    """Someone who holds a post, for a time."""

    person: Words
    """Their name. Only where a source publishes it."""
    sources: tuple[Source, ...]
    """Where it was read."""


class Post(Actor, Decidable):
    """What somebody is there for."""

    FOLDER: ClassVar[str] = "posts"
    KIND: ClassVar[str] = "post"

    alternate_names: AlternateNames = AlternateNames()
    """Other and earlier names: `{cy: [...], en: [...]}`."""
    abbreviation: Text | None = None
    """The short form people use."""
    tier_id: TierId
    """The tier at which it works."""
    one_in_each: OneIn | None = None
    """`region` or `authority` when there is one of it in each."""
    organization_id: ProviderId | None = None
    """Who employs its holder."""
    answers_to_ids: tuple[ActorId, ...] = ()
    """The bodies or posts to which it answers."""
    period: Period = Period()
    """From when and until when it exists."""
    description: Text
    """What it is for, in one to three sentences."""
    responsibilities: tuple[Text, ...] = ()
    """What its holder does, one thing a line."""
    provisions: tuple[Provision, ...] = ()
    """The law or the agreement on which it rests."""
    holders: tuple[Holder, ...] = ()
    """Who holds it, and who did. A post with holders of whom none holds it on the day is shown as vacant."""
    contact_ids: tuple[ContactId, ...] = ()
    """How to reach its holder."""
    facts: tuple[Finding, ...] = ()
    """Things that sources say about it."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    def phase(self, day: date) -> Phase:
        """How its time stands to a day."""
        return self.period.phase(day)
