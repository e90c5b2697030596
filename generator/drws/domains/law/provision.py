"""The place in a law or an agreement on which something rests."""

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.law.ids import AgreementId, LegislationId
from drws.kernel.entity import Part
from drws.kernel.text import Text
from drws.kernel.values import Words


class Provision(Part):
    """A law or an agreement, and the place in it: exactly one of the two is named."""

    legislation_id: LegislationId | None = None
    """The law."""
    agreement_id: AgreementId | None = None
    """The agreement."""
    number: Words | None = None
    """The section, regulation or clause, as the original counts: `7.4`, `3A`. For an agreement it is one of its clauses."""
    note: Text | None = None
    """What it says about the matter, in a few words of our own."""

    @model_validator(mode="after")
    def _one_of_two(self) -> "Provision":
        if (self.legislation_id is None) == (self.agreement_id is None):
            raise PydanticCustomError("provision.one-of", "")
        return self
