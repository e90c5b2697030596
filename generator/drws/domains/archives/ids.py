"""Ids of records of this subject, by what they name: a check sees that it exists (docs/decisions/0023)."""

from typing import Annotated

from drws.kernel.ids import Names
from drws.kernel.values import Id

RecordCreatorTypeId = Annotated[Id, Names(("record_creator_types",))]
