"""Policies, and the versions of each (Dublin Core `issued`, `valid`, `replaces`)."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import AudienceId, RegionId, ServiceId
from drws.domains.governance.ids import BodyId
from drws.domains.law.provision import Provision
from drws.domains.policies.ids import DutyId, FunctionId, MeetingId, PolicyId, PolicyTopicId, PolicyTypeId, PostId
from drws.domains.policies.local.record import Annex, LocalContacts
from drws.domains.policies.version_name import NAME
from drws.kernel.entity import Part, Source
from drws.kernel.ids import ActorId
from drws.kernel.link import Link
from drws.kernel.period import Period, Phase
from drws.kernel.roles import Decidable
from drws.kernel.text import Text
from drws.kernel.values import Dated, LanguageCode, Number, Slug, Words


class PolicyStatus(StrEnum):
    """How a policy stands, as far as a source says."""

    DRAFT = "draft"
    IN_FORCE = "in_force"
    UNDER_REVIEW = "under_review"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    NOT_KNOWN = "not_known"


class PolicyDocument(Part):
    """A file, or a page of somebody else, where a version can be read."""

    title: Text
    """What it is called."""
    link: Link | None = None
    """Where it is. Left out when it was not found."""
    languages: tuple[LanguageCode, ...] = ()
    """The languages of the document, where they are known: a page says when it is not in the reader's."""
    format: Words | None = None
    """What kind of file it is, where it is no page: `PDF`."""
    pages: Number | None = None
    """How many pages it has."""


class Change(Part):
    """What a version changed, and why."""

    clause: Slug | None = None
    """The id of the clause in the text of the version. Left out for what concerns the whole."""
    text: Text
    """What changed, and the reason."""


class Version(Part):
    """A policy as it was published once."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("published_date",)

    version: Words
    """What it is called: `1.2`. Its text is in the files `content/policies/<policy>/<version>.<language>.md`, where there is one."""
    published_date: Dated | None = None
    """When it was published."""
    in_force: Period = Period()
    """From when until when it binds. Without a start it has never been said to be in force; without an end it goes on until the next begins."""
    approved_by_id: BodyId | None = None
    """The body that approved it."""
    approved_at_id: MeetingId | None = None
    """The meeting at which it did."""
    approved_date: Dated | None = None
    """When it was approved, where there is no record of the meeting."""
    changes: tuple[Change, ...] = ()
    """What is other than in the version before."""
    documents: tuple[PolicyDocument, ...] = ()
    """Where it can be read."""
    local_contacts: tuple[LocalContacts, ...] = ()
    """The clauses beside which each region shows whom to ask there."""
    sources: tuple[Source, ...] = ()
    """Where its dates were read, when the record's sources do not say so."""

    @model_validator(mode="after")
    def _can_be_a_file(self) -> "Version":
        if not NAME.fullmatch(self.version):
            raise PydanticCustomError("policy.version-name", "", {"at": "version", "value": self.version})
        return self

    def is_known_on(self, day: date) -> bool:
        """Had it been published on a day? One of which no date is known counts as published."""
        return self.published_date is None or self.published_date.first_day <= day

    def is_in_force_on(self, day: date) -> bool:
        """Does it say itself that it binds on a day?"""
        return self.in_force.start_date is not None and self.in_force.phase(day) is Phase.CURRENT


class Policy(Decidable):
    """A framework, guide, standard, procedure, code, report or form, whoever made it."""

    FOLDER: ClassVar[str] = "policies"
    KIND: ClassVar[str] = "policy"

    policy_type_id: PolicyTypeId
    """What kind of document it is: one of `policy_types` in `data/site.yml`."""
    description: Text
    """What it is for, in one or two sentences."""
    status: PolicyStatus
    """`draft`, `in_force`, `under_review`, `published` (a report, which never binds), `superseded`, `withdrawn` or `not_known`."""
    status_note: Text | None = None
    """What a reader has to know about its standing."""
    publisher_ids: tuple[ActorId, ...] = ()
    """Who published it."""
    publisher: Text | None = None
    """The same, where there is no record of them."""
    owner_id: PostId | None = None
    """The post that answers for it and reviews it. Left out where no source names one."""
    audience_ids: tuple[AudienceId, ...] = ()
    """For whom it is."""
    topic_ids: tuple[PolicyTopicId, ...] = ()
    """What it is about."""
    function_ids: tuple[FunctionId, ...] = ()
    """The functions that it serves."""
    duty_ids: tuple[DutyId, ...] = ()
    """The duties that it serves."""
    service_ids: tuple[ServiceId, ...] = ()
    """The services that it is about."""
    provisions: tuple[Provision, ...] = ()
    """The law or the agreements on which it rests."""
    region_ids: tuple[RegionId, ...] = ()
    """The regions in which it holds. Left out when it holds in all of them."""
    versions: tuple[Version, ...]
    """Every version, the oldest first."""
    annexes: tuple[Annex, ...] = ()
    """What regions and authorities add to its clauses, those of one area the oldest first."""
    review_date: Dated | None = None
    """By when it is to be reviewed next."""
    review_months: Number | None = None
    """How many months after a version is published, or comes into force, it is to be reviewed. `review_date` comes first."""
    supersedes_ids: tuple[PolicyId, ...] = ()
    """The policies whose place it took."""

    @model_validator(mode="after")
    def _has_versions_and_a_publisher(self) -> "Policy":
        if not self.versions:
            raise PydanticCustomError("type.empty", "", {"at": "versions"})
        if not self.publisher_ids and self.publisher is None:
            raise PydanticCustomError("policy.publisher", "")
        return self

    def is_known_on(self, day: date) -> bool:
        """Had any version been published on a day?"""
        return any(version.is_known_on(day) for version in self.versions)

    def version(self, name: str) -> Version | None:
        """The version of a name."""
        return next((version for version in self.versions if version.version == name), None)
