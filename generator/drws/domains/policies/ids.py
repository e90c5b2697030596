"""Ids of records of this subject, by what they name: a check sees that it exists (docs/decisions/0023)."""

from typing import Annotated

from drws.kernel.ids import Names
from drws.kernel.values import Id

PolicyId = Annotated[Id, Names(("policies",))]
PolicyTypeId = Annotated[Id, Names(("policy_types",))]
PolicyTopicId = Annotated[Id, Names(("policy_topics",))]
PostId = Annotated[Id, Names(("posts",))]
FunctionId = Annotated[Id, Names(("functions",))]
DutyId = Annotated[Id, Names(("duties",))]
MeetingId = Annotated[Id, Names(("meetings",))]
LocalAreaId = Annotated[Id, Names(("regions", "authorities"))]
"""An area that can add to a policy."""
