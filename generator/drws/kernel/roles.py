"""What a record can do in the life of a partnership, whatever its type: the types of a domain say which of these they are."""

from datetime import date
from typing import ClassVar

from drws.kernel.entity import Entity
from drws.kernel.period import Phase


class Actor(Entity):
    """Somebody who can owe, decide, sign or answer for something."""

    ROLE: ClassVar[str] = "actors"

    def phase(self, day: date) -> Phase:
        """How it stands to a day. Every type of actor says so itself."""
        raise NotImplementedError


class Decidable(Entity):
    """Something that a decision can change, and that an event can be about."""

    ROLE: ClassVar[str] = "subjects"
