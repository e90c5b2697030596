"""Colours, and how well one can be read on another."""

import re
from collections.abc import Iterable
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from drws.kernel.values.words import STRING, refused

HEX = re.compile(r"#[0-9a-f]{6}")
DARKEST_LINEAR = 0.04045
"""Below this share of full light a channel of sRGB is linear (WCAG 2.2, relative luminance)."""


def _colour(value: object) -> str:
    lower = value.lower() if isinstance(value, str) else ""
    if not HEX.fullmatch(lower):
        raise refused("value.colour", value if isinstance(value, str) else "")
    return lower


Colour = Annotated[str, PlainValidator(_colour), WithJsonSchema(STRING)]
"""A colour as six hexadecimal digits of sRGB: `"#0b4f5c"`. YAML needs the quotes: without them `#` begins a comment."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def legible(colour: str, others: Iterable[str], ratio: float) -> str:
    """The nearest colour on the way to black or to white that has the contrast with all others; the empty string when none has."""
    others = tuple(others)
    steps = (_mixed(colour, end, share) for share in range(1, 101) for end in (0, 255))
    return next((found for found in steps if all(contrast(found, each) >= ratio for each in others)), "")


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = map(_linear, _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= DARKEST_LINEAR else float(((share + 0.055) / 1.055) ** 2.4)


def _mixed(colour: str, end: int, percent: int) -> str:
    return "#" + "".join(f"{channel + (end - channel) * percent // 100:02x}" for channel in _channels(colour))
