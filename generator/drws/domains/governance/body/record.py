"""Bodies that decide, advise or manage: boards, committees, groups, meetings and teams (Popolo `organization` and `membership`)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import ContactId, ProviderId, RegionId
from drws.domains.governance.ids import BodyId, BodyTypeId, PostId, TierId
from drws.domains.law.provision import Provision
from drws.kernel.entity import Finding, Happening, Source
from drws.kernel.ids import ActorId
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.period import Period, Phase
from drws.kernel.roles import Actor, Decidable
from drws.kernel.text import Text
from drws.kernel.values import Id, Words, YesOrNo


class MembershipRole(StrEnum):
    """What a member does there."""

    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    MEMBER = "member"
    ATTENDS = "attends"


class Membership(Period):
    """Someone who sits on a body (Popolo `membership`): the holder of a post, or whoever speaks for others."""

    id: Id | None = None
    """Its own name within the body, which stays when words change. Needed with `label`, and where one post sits on a body twice."""
    post_id: PostId | None = None
    """The post whose holder sits there."""
    label: Text | None = None
    """Who sits there, when that is no post of ours: “the voluntary sector”."""
    note: Text | None = None
    """More about who sits there: how many, of whom, in turn with whom."""
    role: MembershipRole = MembershipRole.MEMBER
    """`chair`, `co-chair`, `member`, or `attends` for someone who has no say."""
    on_behalf_of_id: ProviderId | None = None
    """For whom they speak."""
    person: Words | None = None
    """The name of the person. Only where a source of the membership publishes it; otherwise posts stand for people."""
    sources: tuple[Source, ...] = ()
    """Where it was read, when that is another source than the body's own."""

    @model_validator(mode="after")
    def _is_somebody(self) -> "Membership":
        if (self.post_id is None) == (self.label is None):
            raise PydanticCustomError("membership.one-of", "")
        if self.label and self.id is None:
            raise PydanticCustomError("membership.id", "", {"at": "label"})
        if self.person and not self.sources:
            raise PydanticCustomError("membership.person", "", {"at": "person"})
        return self

    @property
    def key(self) -> str:
        """What it is called within its body."""
        return self.id or self.post_id or ""


class Body(Actor, Decidable):
    """A board, a committee, a group, a meeting or a team."""

    FOLDER: ClassVar[str] = "bodies"
    KIND: ClassVar[str] = "body"

    alternate_names: AlternateNames = AlternateNames()
    """Other and earlier names: `{cy: [...], en: [...]}`."""
    abbreviation: Text | None = None
    """The short form people use."""
    body_type: BodyTypeId
    """What kind of body it is: the id of a body type in `data/site.yml` (Popolo `classification`)."""
    tier_id: TierId
    """The tier at which it works: national, regional or local."""
    in_each_region: YesOrNo = False
    """`true` for a body that every region has: then this record says what holds for all of them."""
    is_lead_authority: YesOrNo = False
    """`true` for a body that every region has and that is its lead authority, whichever council that is."""
    pattern_id: BodyId | None = None
    """For one region's own body: the record of what holds in every region."""
    region_id: RegionId | None = None
    """The region whose body it is."""
    organization_id: ProviderId | None = None
    """The organization that hosts it, or that it is."""
    answers_to_ids: tuple[ActorId, ...] = ()
    """The bodies or posts to which it answers (Popolo `parent_id`)."""
    formed_from_ids: tuple[BodyId, ...] = ()
    """The bodies that became this one."""
    period: Period = Period()
    """From when and until when it exists (Popolo `founding_date`, `dissolution_date`)."""
    status_note: Text | None = None
    """What a reader has to know about its standing: proposed, not confirmed."""
    description: Text
    """What it is for, in one to three sentences."""
    responsibilities: tuple[Text, ...] = ()
    """What it does, one thing a line."""
    memberships: tuple[Membership, ...] = ()
    """Who sits on it."""
    meets: Text | None = None
    """How often it meets."""
    decides: Text | None = None
    """How it decides."""
    provisions: tuple[Provision, ...] = ()
    """The law or the agreement on which it rests."""
    contact_ids: tuple[ContactId, ...] = ()
    """How to reach it. Without any, the contacts of its organization are shown."""
    website: Link | None = None
    """Its own pages."""
    facts: tuple[Finding, ...] = ()
    """Things that sources say about it."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    def phase(self, day: date) -> Phase:
        """How its time stands to a day."""
        return self.period.phase(day)
