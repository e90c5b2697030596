"""What an area adds to a policy, as the record of the policy says it."""

from datetime import date
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import ContactPurposeId
from drws.domains.governance.ids import BodyId
from drws.domains.policies.ids import LocalAreaId
from drws.domains.policies.version_name import NAME
from drws.kernel.entity import Part, Source
from drws.kernel.period import Period
from drws.kernel.values import Dated, Slug, Words


class Annex(Part):
    """Words that a region or an authority adds to clauses of a policy, as they were published once."""

    PAST_DATES: ClassVar[tuple[str, ...]] = ("published_date",)

    area_id: LocalAreaId
    """The region or authority that adds them. What a region adds holds in its authorities too."""
    version: Words
    """What it is called: `1.0`. Its words are in the files `content/policies/<policy>/annexes/<area>/<version>.<language>.md`."""
    published_date: Dated | None = None
    """When it was published."""
    in_force: Period = Period()
    """From when until when it holds. Without a start it is a draft; without an end it goes on until the next of its area begins."""
    approved_by_id: BodyId | None = None
    """The body that approved it."""
    approved_date: Dated | None = None
    """When it was approved."""
    sources: tuple[Source, ...] = ()
    """Where it was read, when the record's sources do not say so."""

    @model_validator(mode="after")
    def _can_be_a_file(self) -> "Annex":
        if not NAME.fullmatch(self.version):
            raise PydanticCustomError("policy.version-name", "", {"at": "version", "value": self.version})
        return self

    @property
    def is_draft(self) -> bool:
        """Has it never been said to hold?"""
        return self.in_force.start_date is None

    def is_known_on(self, day: date) -> bool:
        """Had it been published on a day? One without a date counts as known."""
        return self.published_date is None or self.published_date.first_day <= day


class LocalContacts(Part):
    """Whom to ask about a clause in each region, taken from the records of contacts: it is as new as they are."""

    clause: Slug
    """The id of the clause in the text of the version."""
    purposes: tuple[ContactPurposeId, ...]
    """What the contacts are for. Those of the first purpose for which a region has any stand beside the clause; where it has none, those of
    its authorities."""

    @model_validator(mode="after")
    def _is_for_something(self) -> "LocalContacts":
        if not self.purposes:
            raise PydanticCustomError("type.empty", "", {"at": "purposes"})
        return self
