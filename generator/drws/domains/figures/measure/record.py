"""What is counted, and how a figure of it is to be read. The figures themselves stand in tables: see `observation.py`."""

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.figures.ids import MeasureThemeId
from drws.kernel.entity import Entity
from drws.kernel.link import Link
from drws.kernel.text import Text
from drws.kernel.values import CurrencyCode, YesOrNo


class Unit(StrEnum):
    """What a figure is a number of."""

    COUNT = "count"
    PERCENT = "percent"
    MONTHS = "months"
    DAYS = "days"
    MONEY = "money"


class Counted(StrEnum):
    """When something is counted."""

    DURING = "during"
    ON_A_DAY = "on-a-day"


class Better(StrEnum):
    """The direction that is an improvement."""

    HIGHER = "higher"
    LOWER = "lower"


class Measure(Entity):
    """Something that is counted or measured. Its figures stand in `data/observations/<id>.csv`."""

    FOLDER: ClassVar[str] = "measures"
    KIND: ClassVar[str] = "measure"

    theme_id: MeasureThemeId
    """What it is about: one of `measure_themes` of `site.yml`."""
    definition: Text
    """What is counted, in plain words, as far as a source says so."""
    unit: Unit
    """`count`, `percent`, `months`, `days` or `money`."""
    currency: CurrencyCode | None = None
    """For money: three capital letters."""
    counted: Counted
    """`during`: what happened during a stretch of time; a chart shows whole years only, because others are not comparable. `on-a-day`:
    what there was on a day."""
    rounding: Text | None = None
    """How its figures are rounded, where a source says so."""
    caveat: Text | None = None
    """What to bear in mind about the figures."""
    does_not_tell: Text
    """What nobody should read out of the figures."""
    newer_at: Link | None = None
    """Where newer figures are published. The page of figures links to it where the newest figure that is known is old."""
    better: Better | None = None
    """`higher` or `lower`, where one direction is an improvement. Left out where neither is."""
    is_demand: YesOrNo = False
    """`true` when it shows what is asked for or who waits: the page of figures lists it for every region."""

    @model_validator(mode="after")
    def _has_its_currency(self) -> "Measure":
        if (self.unit is Unit.MONEY) != (self.currency is not None):
            raise PydanticCustomError("measure.currency", "", {"at": "unit"})
        return self
