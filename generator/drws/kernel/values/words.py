"""Words, and the names that are made of them."""

import re
from typing import Annotated

from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from drws.kernel.characters import is_blank

RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""File names that Windows keeps for itself, and the one that a web server does."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 100
"""Characters: safe in a file name everywhere."""


def refused(message: str, value: str, **values: object) -> PydanticCustomError:
    """What a parser raises: a key of `messages.yml`, and what the message names."""
    return PydanticCustomError(message, "", {"value": value, **values})


def languages_of(info: ValidationInfo) -> tuple[str, ...]:
    """The languages of the site being read, first in order first, as the decoder hands them over."""
    return tuple(info.context["languages"]) if info.context else ()


def partial_of(info: ValidationInfo) -> frozenset[str]:
    """Those of the languages that are there in part: a text may be without them."""
    return frozenset(info.context.get("partial", ())) if info.context else frozenset()


def parse_words(value: object) -> str:
    """Text that says something. Raises `PydanticCustomError` for anything else."""
    if not isinstance(value, str):
        raise PydanticCustomError("type.text", "")
    if is_blank(value):
        raise PydanticCustomError("type.empty", "")
    return value


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value) or len(value) > MAX_SLUG:
        raise refused("value.slug", value)
    if value in RESERVED_NAMES:
        raise refused("value.reserved", value)
    return value


def _language_code(value: str, info: ValidationInfo) -> str:
    if (known := languages_of(info)) and value not in known:
        raise PydanticCustomError("value.language", "", {"value": value, "known": ", ".join(known)})
    return value


def _parted_word(value: str) -> str:
    if value.count("|") != 1 or value != value.strip("|"):
        raise refused("value.parted", value)
    return value


STRING = {"type": "string"}
Words = Annotated[str, PlainValidator(parse_words), WithJsonSchema(STRING)]
"""Words in one language, on one line: for editors, or where the place itself says which language it is."""
Slug = Annotated[Words, AfterValidator(_slug)]
"""Lower-case letters, digits and single hyphens, at most 100: part of an address on any file system."""
Id = Slug
"""The name of a record: the same as the name of its file."""
LanguageCode = Annotated[Words, AfterValidator(_language_code)]
"""The code of one of the site's languages: `cy`."""
PartedWord = Annotated[Words, AfterValidator(_parted_word)]
"""A word with one bar in it, between two letters that are not one: `ban|gor`."""
