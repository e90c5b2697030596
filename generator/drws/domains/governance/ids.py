"""Ids of records of this subject, by what they name: a check sees that it exists (docs/decisions/0023)."""

from typing import Annotated

from drws.kernel.ids import Names
from drws.kernel.values import Id

TierId = Annotated[Id, Names(("tiers",))]
BodyTypeId = Annotated[Id, Names(("body_types",))]
BodyId = Annotated[Id, Names(("bodies",))]
PostId = Annotated[Id, Names(("posts",))]
FunctionId = Annotated[Id, Names(("functions",))]
