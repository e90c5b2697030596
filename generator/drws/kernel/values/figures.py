"""Figures that others publish, as exactly as a source gives them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from drws.kernel.values.words import STRING, parse_words, refused

_NUMBER = r"-?(?:\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.\d{1,4})?"
_FIGURE = re.compile(rf"({_NUMBER})(?:\s*[-–]\s*({_NUMBER}))?")


@dataclass(frozen=True, slots=True)
class FigureRange:
    """A number, or two between which it lies."""

    low: Decimal
    high: Decimal

    @classmethod
    def parse(cls, value: object) -> "FigureRange":
        """Read `312`, `16.5`, `2,300,000`, `-45` or `13000-27000`."""
        text = parse_words(value).strip()
        match = _FIGURE.fullmatch(text)
        if not match:
            raise refused("value.figure", text)
        low, high = (Decimal((part or match[1]).replace(",", "")) for part in match.groups())
        if high < low:
            raise refused("value.figure", text)
        return cls(low, high)

    @property
    def is_range(self) -> bool:
        """Does it lie between two numbers?"""
        return self.low != self.high

    def __str__(self) -> str:
        return f"{self.low}-{self.high}" if self.is_range else str(self.low)


Figure = Annotated[FigureRange, PlainValidator(FigureRange.parse), WithJsonSchema(STRING)]
"""A number as tables have it, without its unit: `312`, `16.5`, `2,300,000`, `-45`; or two between which it lies: `13000-27000`."""
