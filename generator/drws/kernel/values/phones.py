"""Telephone numbers, as the numbering plans of countries have them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import phonenumbers
from phonenumbers import shortnumberinfo
from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from drws.kernel.values.words import STRING, Words, parse_words, refused

SHORT = "short_number"
"""The kind of a number that is dialled as it is, inside its country alone: `999`, `116 123`."""
NUMBER_KINDS = (
    *(
        phonenumbers.PhoneNumberType.to_string(kind).lower()
        for kind in phonenumbers.PhoneNumberType.values()
        if kind != phonenumbers.PhoneNumberType.UNKNOWN
    ),
    SHORT,
)
"""The kinds of number that numbering plans know, as `phonenumbers` names them, `fixed_line`, `toll_free` …, and short numbers."""


_DIGITS = re.compile(r"(?<![\w.,/-])(?:\(?\+|\()?\d[\d\s()./\u2010-\u2013-]{7,60}\d(?!\w)")
"""Digits that may be a telephone number, or several."""
_DIGIT = re.compile(r"\d")
_GROUP = re.compile(r"\(?(\+?\d+)\)?")
LEAST_DIGITS, MOST_DIGITS = 3, 15
"""Of a telephone number (ITU-T E.164, section 6.2.1)."""
MOST_GROUPS = 6
"""Into which people divide a number."""


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number that exists in its country's numbering plan."""

    text: str
    """As it was typed, for people."""
    dialled: str
    """What a machine dials: `+441234567890` (ITU-T E.164), or the digits of a short number, which has no country code: `116123`."""
    kind: str = ""
    """What kind of number it is in its country's plan, one of `NUMBER_KINDS`: `toll_free`. Empty when its country is not known."""


def _country_code(value: str) -> str:
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise refused("value.country", value)
    return value


def _phone_number(value: Any, info: ValidationInfo) -> PhoneNumber:  # noqa: ANN401
    text = parse_words(value)
    country = info.context["country"] if info.context else None
    if country is not None and country not in phonenumbers.SUPPORTED_REGIONS:  # `site.yml` says so itself
        return PhoneNumber(text, "")
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise refused("value.phone", text) from None
    if country and _is_short(text, number, country):
        return PhoneNumber(text, str(number.national_number), SHORT)
    if not phonenumbers.is_possible_number(number) or not re.fullmatch(r"[+()\d\s-]+", text):
        raise refused("value.phone", text)
    if not phonenumbers.is_valid_number(number):
        raise refused("value.phone-unassigned", text)
    kind = phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(number)).lower()
    return PhoneNumber(text, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), kind)


def _is_short(text: str, number: phonenumbers.PhoneNumber, country: str) -> bool:
    """Is it a short number of the country, written as it is dialled? With a country code or a zero before it, it would not ring."""
    return re.sub(r"[\s-]", "", text) == str(
        number.national_number
    ) and shortnumberinfo.is_valid_short_number_for_region(number, country)


def numbers_in(words: str, country: str) -> Iterator[tuple[str, str]]:
    """The telephone numbers that stand in words as people of a country write them, each with its kind: `mobile`. Short ones are left out."""
    if not _DIGIT.search(words):  # most words have none, and ten thousand blocks of pages are looked at
        return
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    begins = ("+", "00", (metadata and metadata.national_prefix) or "")
    for found in _DIGITS.finditer(words):
        groups = list(_GROUP.finditer(found[0]))
        first = 0
        while first < len(groups):
            last, kind = (
                _longest(found[0], groups, first, country) if groups[first][1].startswith(begins) else (first, "")
            )
            if kind:
                yield found[0][groups[first].start() : groups[last].end()], kind
            first = last + 1


def _longest(text: str, groups: Sequence[re.Match[str]], first: int, country: str) -> tuple[int, str]:
    """The last of the groups of digits that make a number with the first one, as many as can be, and its kind. That group and "" where none do."""
    for last in range(min(len(groups), first + MOST_GROUPS) - 1, first - 1, -1):
        try:
            number = phonenumbers.parse(text[groups[first].start() : groups[last].end()], country)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return last, phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(number)).lower()
    return first, ""


def national(number: str, country: str) -> str:
    """The digits of a number as people of a country know it, without what is dialled before it: `2920180123` of `029 2018 0123` and of
    `+44 29 2018 0123`. Of a number that the plan of the country has not, its digits without zeros before them.
    """
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return re.sub(r"\D", "", number).lstrip("0")
    return str(parsed.national_number)


def dialled_before(country: str) -> tuple[str, str]:
    """What is dialled before a national number: the code of a country, and the sign of a number inside it. `("44", "0")`."""
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(country, None)
    return str(phonenumbers.country_code_for_region(country)), (metadata and metadata.national_prefix) or ""


def _printed_phone(value: str) -> str:
    if not re.fullmatch(r"\+?[\d\s()-]+", value) or not LEAST_DIGITS <= len(re.findall(r"\d", value)) <= MOST_DIGITS:
        raise refused("value.phone", value)
    return value


def _telephone_keys(value: Any) -> str:  # noqa: ANN401
    keys = re.sub(r"[\s-]", "", parse_words(value))
    if not re.fullmatch(r"[0-9*#]{1,10}", keys):
        raise refused("value.telephone-keys", str(value))
    return keys


def _number_kind(value: str) -> str:
    if value not in NUMBER_KINDS:
        raise PydanticCustomError("value.choice", "", {"value": value, "known": ", ".join(NUMBER_KINDS)})
    return value


def _dialling_prefix(value: str) -> str:
    if not re.fullmatch(r"\+\d{1,14}|[1-9]\d{1,5}", value):
        raise refused("value.dialling-prefix", value)
    return value


CountryCode = Annotated[Words, AfterValidator(_country_code)]
"""Two capital letters for a country: `GB` (ISO 3166-1), one whose telephone numbers are known."""
Phone = Annotated[PhoneNumber, PlainValidator(_phone_number), WithJsonSchema(STRING)]
"""A telephone number that the country's numbering plan has, a short one included, spaced as people say it. It is published as typed."""
PrintedPhone = Annotated[Words, AfterValidator(_printed_phone), WithJsonSchema(STRING)]
"""A telephone number as something printed long ago has it, spaced as it is there. It may be nobody’s today."""
TelephoneKeys = Annotated[str, PlainValidator(_telephone_keys), WithJsonSchema(STRING)]
"""Keys of a telephone, in the order in which they are pressed: `2`, `18001`, `*67#`."""
NumberKind = Annotated[Words, AfterValidator(_number_kind), WithJsonSchema({"enum": list(NUMBER_KINDS)})]
"""A kind of telephone number, as the numbering plan of its country has it: `toll_free`, `fixed_line`, `short_number`."""
DiallingPrefix = Annotated[Words, AfterValidator(_dialling_prefix)]
"""The beginning of a telephone number as machines dial it: `+443` (ITU-T E.164), or of short numbers: `116`."""
