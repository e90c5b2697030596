"""Codes of places, postcodes, and how they are drawn."""

import re
from typing import Annotated

from pydantic import AfterValidator

from drws.kernel.values.words import Words, refused

GSS_CODE = re.compile(r"[A-Z]\d{8}")
"""Government Statistical Service code: a letter for the nation, two digits for the kind of area, six for the area (ONS)."""
UK_POSTCODE = re.compile(
    r"(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})"
)
"""The shape of a United Kingdom postcode (BS 7666), upper case, one space."""
POSTCODE_START = re.compile(r"[A-PR-UWYZ][A-HK-Y]?([0-9][A-Z0-9]?)?|[A-Z]{3}")
"""The shape of a postcode area, `CF`, or of an outward code: `CF10`, and old ones of three letters, `NPT`."""
POSTCODE_LINE = re.compile(r"[a-z-](\d[a-z-]?([A-Z]+[a-z-])*)*")
"""A default, then exceptions by sector and unit: `generator/drws/geography/table.py` says how they are meant."""
DRAWN_PATH = re.compile(r"(M-?\d+ -?\d+l-?\d+[ -]\d+([ -]+\d+)*z)+")
"""Closed rings in whole numbers: the part of SVG's path data that our maps are drawn with, and nothing that is not a digit."""


def _gss_code(value: str) -> str:
    if not GSS_CODE.fullmatch(value):
        raise refused("value.gss-code", value)
    return value


def _postcode(value: str) -> str:
    tidy = re.sub(r"\s+", "", value).upper()
    tidy = f"{tidy[:-3]} {tidy[-3:]}"
    if not UK_POSTCODE.fullmatch(tidy):
        raise refused("value.postcode", value)
    return tidy


def _postcode_start(value: str) -> str:
    if not POSTCODE_START.fullmatch(value):
        raise refused("value.postcode-start", value)
    return value


def _postcode_line(value: str) -> str:
    if not POSTCODE_LINE.fullmatch(value):
        raise refused("value.postcode-line", value)
    return value


def _drawn_path(value: str) -> str:
    if not DRAWN_PATH.fullmatch(value):
        raise refused("value.drawn-path", value)
    return value


GssCode = Annotated[Words, AfterValidator(_gss_code)]
"""A Government Statistical Service code: a letter and eight digits, `W06000015` (ONS)."""
Postcode = Annotated[Words, AfterValidator(_postcode)]
"""A United Kingdom postcode. It is published in capitals, with one space: `CF10 3NQ`."""
PostcodeStart = Annotated[Words, AfterValidator(_postcode_start)]
"""How a United Kingdom postcode begins: its area, `CF`, or its outward code, `CF10`."""
PostcodeLine = Annotated[Words, AfterValidator(_postcode_line)]
"""Which authority each postcode of an outward code is in, written short. `drws refresh-geography` writes it."""
DrawnPath = Annotated[Words, AfterValidator(_drawn_path)]
"""The outline of an area on a map (SVG path data). `drws refresh-geography` writes it."""
