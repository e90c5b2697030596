"""A stretch of time, as exactly as its source gives it."""

from datetime import date
from enum import StrEnum

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Part
from drws.kernel.values import Dated


class Phase(StrEnum):
    """How a stretch of time stands to a day."""

    ENDED = "ended"
    CURRENT = "current"
    FUTURE = "future"


class Period(Part):
    """Something that begins and ends (Popolo `start_date`, `end_date`)."""

    start_date: Dated | None = None
    """When it began or will begin. Left out when no source says so: then it is taken to have begun."""
    end_date: Dated | None = None
    """Its last day, or the month or year in which it ended. Left out while it goes on."""

    @model_validator(mode="after")
    def _begins_first(self) -> "Period":
        if self.start_date and self.end_date and self.end_date.last_day < self.start_date.first_day:
            raise PydanticCustomError("period.ends-first", "", {"at": "end_date"})
        return self

    def meets(self, other: "Period") -> bool:
        """Is there a day that both can mean? A date that is known in part counts generously, and one that is left out for any."""
        pairs = ((self, other), (other, self))
        return not any(
            one.end_date and two.start_date and one.end_date.last_day < two.start_date.first_day for one, two in pairs
        )

    def phase(self, day: date) -> Phase:
        """How it stands to a day. A date that is known in part counts generously: from its first day, to its last."""
        if self.start_date and self.start_date.first_day > day:
            return Phase.FUTURE
        return Phase.ENDED if self.end_date and self.end_date.last_day < day else Phase.CURRENT
