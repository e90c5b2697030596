"""Numbers by which countries know people: how they are written, and by what they are told from others."""

import re
from typing import Annotated

from pydantic import AfterValidator
from stdnum import get_cc_module

from drws.kernel.values.words import Words, refused


def _shape(value: str) -> str:
    if not re.fullmatch(r"[9A]+(?:[ -][9A]+)*", value):
        raise refused("value.number-shape", value)
    return value


def _check_digits(value: str) -> str:
    country, _, name = value.partition(".")
    if not hasattr(get_cc_module(country, name) if name else None, "is_valid"):
        raise refused("value.check-digits", value)
    return value


NumberShape = Annotated[Words, AfterValidator(_shape)]
"""How a number is written: `9` for a digit, `A` for a letter, with blanks or hyphens between its groups, `999 999 9999`."""
CheckDigits = Annotated[Words, AfterValidator(_check_digits)]
"""The name of a number whose check digits the package python-stdnum knows: `gb.nhs`."""
