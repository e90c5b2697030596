"""Laws, and what they do here."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from drws.domains.law.ids import LegislationId
from drws.kernel.entity import Happening
from drws.kernel.link import Link
from drws.kernel.roles import Decidable
from drws.kernel.text import Text
from drws.kernel.values import Dated


class LegislationType(StrEnum):
    """What kind of law it is."""

    ACT = "act"
    REGULATIONS = "regulations"
    DIRECTIONS = "directions"
    GUIDANCE = "guidance"


class Legislation(Decidable):
    """An Act, regulations, directions, or guidance that the law requires."""

    FOLDER: ClassVar[str] = "legislation"
    KIND: ClassVar[str] = "legislation"

    legislation_type: LegislationType
    """`act`, `regulations`, `directions` or `guidance`."""
    number: Text | None = None
    """Its number in the official series, as it is cited in each language: `{cy: O.S. 2005/1313 (Cy. 95), en: WSI 2005/1313 (W.95)}`."""
    made_date: Dated | None = None
    """When it was made or became law."""
    commencement_date: Dated | None = None
    """When it came into force, as far as a source says so."""
    description: Text
    """What it does here, in one to three sentences."""
    website: Link | None = None
    """Its text, in each language in which it is published."""
    amends_ids: tuple[LegislationId, ...] = ()
    """The laws that it changes."""
    replaces_ids: tuple[LegislationId, ...] = ()
    """The laws whose place it took."""
    history: tuple[Happening, ...] = ()
    """What happened to it, oldest first."""

    def is_in_force(self, day: date) -> bool:
        """Has it come into force by a day? One of which no source says when counts from when it was made, or else always."""
        since = self.commencement_date or self.made_date
        return since is None or since.first_day <= day
