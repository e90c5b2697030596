"""What the law gives people, in plain words."""

from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.ids import AudienceId, ServiceId
from drws.domains.law.provision import Provision
from drws.kernel.entity import Entity
from drws.kernel.text import Text
from drws.kernel.values import Number


class Right(Entity):
    """Something that the law gives to people: what they can ask for, or what has to be done for them."""

    FOLDER: ClassVar[str] = "rights"
    KIND: ClassVar[str] = "right"

    name: Text
    """What it gives, in one sentence to the reader."""
    order: Number
    """Its place in lists, counted from 1."""
    description: Text
    """What that means, in one to three sentences."""
    audience_ids: tuple[AudienceId, ...] = ()
    """To whom. Left out when it is for everybody."""
    provisions: tuple[Provision, ...]
    """The law on which it rests. At least one."""
    service_ids: tuple[ServiceId, ...] = ()
    """The services in which people use it."""

    @model_validator(mode="after")
    def _rests_on_something(self) -> "Right":
        if not any(provision.legislation_id for provision in self.provisions):
            raise PydanticCustomError("right.no-law", "", {"at": "provisions"})
        return self
