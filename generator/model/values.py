"""Values with a meaning, typed once at the edge: after decoding nobody asks again whether a code is well formed.

Each parser takes the text as it was typed and returns a typed value, or raises `PydanticCustomError` whose type is a key of
`messages.yml`: that is how pydantic hands a failure to the decoder, which adds the place.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

RESERVED_NAMES = frozenset(
    {"con", "prn", "aux", "nul", "index", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""File names that Windows keeps for itself, and the one that a web server does."""

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
GSS_CODE = re.compile(r"[A-Z]\d{8}")
"""Government Statistical Service code: a letter for the nation, two digits for the kind of area, six for the area (ONS)."""
UK_POSTCODE = re.compile(
    r"(GIR 0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]([0-9ABEHMNPRV-Y])?|[0-9][A-HJKPS-UW]) [0-9][ABD-HJLNP-UW-Z]{2})"
)
"""The shape of a United Kingdom postcode (BS 7666), upper case, one space."""

POSTCODE_START = re.compile(r"[A-PR-UWYZ][A-HK-Y]?([0-9][A-Z0-9]?)?|[A-Z]{3}")
"""The shape of a postcode area, `CF`, or of an outward code: `CF10`, and old ones of three letters, `NPT`."""
POSTCODE_LINE = re.compile(r"[a-z-](\d[a-z-]?([A-Z]+[a-z-])*)*")
"""A default, then exceptions by sector and unit: `generator/geography/table.py` says how they are meant."""
DRAWN_PATH = re.compile(r"(M-?\d+ -?\d+l-?\d+[ -]\d+([ -]+\d+)*z)+")
"""Closed rings in whole numbers: the part of SVG's path data that our maps are drawn with, and nothing that is not a digit."""


NUMBER_KINDS = tuple(
    phonenumbers.PhoneNumberType.to_string(kind).lower()
    for kind in phonenumbers.PhoneNumberType.values()
    if kind != phonenumbers.PhoneNumberType.UNKNOWN
)
"""The kinds of number that numbering plans know, as `phonenumbers` names them: `fixed_line`, `toll_free` …"""

MAX_SLUG = 100
"""Characters: safe in a file name everywhere."""


def _refused(message: str, value: str, **values: object) -> PydanticCustomError:
    return PydanticCustomError(message, "", {"value": value, **values})


def languages_of(info: ValidationInfo) -> tuple[str, ...]:
    """The languages of the site being read, first in order first, as the decoder hands them over."""
    return tuple(info.context["languages"]) if info.context else ()


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("type.text", "")
    if not value.strip():
        raise PydanticCustomError("type.empty", "")
    return value


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value) or len(value) > MAX_SLUG:
        raise _refused("value.slug", value)
    if value in RESERVED_NAMES:
        raise _refused("value.reserved", value)
    return value


def _gss_code(value: str) -> str:
    if not GSS_CODE.fullmatch(value):
        raise _refused("value.gss-code", value)
    return value


def _postcode(value: str) -> str:
    tidy = re.sub(r"\s+", "", value).upper()
    tidy = f"{tidy[:-3]} {tidy[-3:]}"
    if not UK_POSTCODE.fullmatch(tidy):
        raise _refused("value.postcode", value)
    return tidy


def _postcode_start(value: str) -> str:
    if not POSTCODE_START.fullmatch(value):
        raise _refused("value.postcode-start", value)
    return value


def _postcode_line(value: str) -> str:
    if not POSTCODE_LINE.fullmatch(value):
        raise _refused("value.postcode-line", value)
    return value


def _drawn_path(value: str) -> str:
    if not DRAWN_PATH.fullmatch(value):
        raise _refused("value.drawn-path", f"{value[:20]} …" if len(value) > 20 else value)  # noqa: PLR2004  as much as fits into a sentence
    return value


def _email(value: str) -> str:
    try:
        return validate_email(value, check_deliverability=False).normalized
    except EmailNotValidError:
        raise _refused("value.email", value) from None


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        sound = (
            parts.scheme in ("http", "https")
            and bool(parts.hostname)
            and "." in (parts.hostname or "")
            and not parts.username
        )
        _ = parts.port
    except ValueError:
        sound = False
    if not sound or re.search(r"[\s<>\"'\\^`{|}]", value):
        raise _refused("value.web-address", value)
    return value


def _site_address(value: str) -> str:
    if not value.endswith("/") or re.search(r"[?#]", value):
        raise _refused("value.site-address", value)
    return value


def _country_code(value: str) -> str:
    if value not in phonenumbers.SUPPORTED_REGIONS:
        raise _refused("value.country", value)
    return value


def parse_day(value: object) -> date:
    """A day of the calendar: `2026-11-21` (ISO 8601)."""
    text = _words(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise _refused("value.day", text)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _refused("value.day", text) from None


def _time_of_day(value: object) -> time:
    text = _words(value)
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", text)
    if not match:
        raise _refused("value.time", text)
    try:
        return time(int(match[1]), int(match[2]))
    except ValueError:
        raise _refused("value.time", text) from None


def _yes_or_no(value: object) -> bool:
    text = _words(value)
    if text not in ("true", "false"):
        raise _refused("value.boolean", text)
    return text == "true"


def _number(value: object) -> int:
    text = _words(value)
    if not re.fullmatch(r"\d{1,6}", text):
        raise _refused("value.number", text)
    return int(text)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as exactly as its source gives it: a year, a month of a year, or a day (ISO 8601 reduced precision)."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, value: object) -> "PartialDate":
        """Read `2014`, `2014-11` or `2014-11-05`."""
        text = _words(value)
        match = re.fullmatch(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", text)
        if not match:
            raise _refused("value.partial-date", text)
        year, month, day = (int(part or 0) for part in match.groups())
        try:
            date(year, month if match[2] else 1, day if match[3] else 1)
        except ValueError:
            raise _refused("value.partial-date", text) from None
        return cls(year, month, day)

    @property
    def first_day(self) -> date:
        """The earliest day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A telephone number that exists in its country's numbering plan."""

    text: str
    """As it was typed, for people."""
    e164: str
    """`+441234567890`, for machines (ITU-T E.164)."""
    kind: str = ""
    """What kind of number it is in its country's plan, one of `NUMBER_KINDS`: `toll_free`. Empty when its country is not known."""


def _phone_number(value: Any, info: ValidationInfo) -> PhoneNumber:  # noqa: ANN401
    text = _words(value)
    country = info.context["country"] if info.context else None
    if country is not None and country not in phonenumbers.SUPPORTED_REGIONS:  # `site.yml` says so itself
        return PhoneNumber(text, "")
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        raise _refused("value.phone", text) from None
    if not phonenumbers.is_possible_number(number) or not re.fullmatch(r"[+()\d\s-]+", text):
        raise _refused("value.phone", text)
    if not phonenumbers.is_valid_number(number):
        raise _refused("value.phone-unassigned", text)
    kind = phonenumbers.PhoneNumberType.to_string(phonenumbers.number_type(number)).lower()
    return PhoneNumber(text, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), kind)


def _amount(value: object) -> Decimal:
    text = _words(value)
    if not re.fullmatch(r"\d{1,6}(\.\d{2})?", text):
        raise _refused("value.amount", text)
    return Decimal(text)


def _currency_code(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", value):
        raise _refused("value.currency", value)
    return value


def _number_kind(value: str) -> str:
    if value not in NUMBER_KINDS:
        raise PydanticCustomError("value.choice", "", {"value": value, "known": ", ".join(NUMBER_KINDS)})
    return value


def _dialling_prefix(value: str) -> str:
    if not re.fullmatch(r"\+\d{1,14}", value):
        raise _refused("value.dialling-prefix", value)
    return value


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):  # no such zone, not the name of one, a folder of zones
        raise _refused("value.time-zone", value) from None
    return value


def _language_code(value: str, info: ValidationInfo) -> str:
    if (known := languages_of(info)) and value not in known:
        raise PydanticCustomError("value.language", "", {"value": value, "known": ", ".join(known)})
    return value


def _parted_word(value: str) -> str:
    if value.count("|") != 1 or value != value.strip("|"):
        raise _refused("value.parted", value)
    return value


_STRING = {"type": "string"}

Words = Annotated[str, PlainValidator(_words), WithJsonSchema(_STRING)]
"""Words in one language, on one line: for editors, or where the place itself says which language it is."""
Slug = Annotated[Words, AfterValidator(_slug)]
"""Lower-case letters, digits and single hyphens, at most 100: part of an address on any file system."""
Id = Slug
"""The name of a record: the same as the name of its file."""
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
Email = Annotated[Words, AfterValidator(_email)]
"""An email address (RFC 5322). Whether anyone reads it is not asked."""
WebAddress = Annotated[Words, AfterValidator(_web_address)]
"""An address that starts with http:// or https://, with no name or password in it."""
SiteAddress = Annotated[WebAddress, AfterValidator(_site_address)]
"""Where a site is published: a web address with a slash at the end, and nothing after it."""
CountryCode = Annotated[Words, AfterValidator(_country_code)]
"""Two capital letters for a country: `GB` (ISO 3166-1), one whose telephone numbers are known."""
Day = Annotated[date, PlainValidator(parse_day), WithJsonSchema(_STRING)]
"""A day: `2026-11-21` (ISO 8601)."""
TimeOfDay = Annotated[time, PlainValidator(_time_of_day), WithJsonSchema(_STRING)]
"""A local time, from `0:00` to `23:59`. No quotes are needed."""
YesOrNo = Annotated[bool, PlainValidator(_yes_or_no), WithJsonSchema({"enum": ["true", "false"]})]
"""`true` or `false`, and nothing else that YAML might take for one."""
Number = Annotated[int, PlainValidator(_number), WithJsonSchema(_STRING)]
"""A whole number, in digits."""
Amount = Annotated[Decimal, PlainValidator(_amount), WithJsonSchema(_STRING)]
"""An amount of money, without its sign: `0`, `12` or `12.50`."""
CurrencyCode = Annotated[Words, AfterValidator(_currency_code)]
"""Three capital letters for a currency: `GBP` (ISO 4217)."""
Dated = Annotated[PartialDate, PlainValidator(PartialDate.parse), WithJsonSchema(_STRING)]
"""A date as exactly as its source gives it: `2014`, `2014-11` or `2014-11-05` (ISO 8601)."""
Phone = Annotated[PhoneNumber, PlainValidator(_phone_number), WithJsonSchema(_STRING)]
"""A telephone number that the country's numbering plan has, spaced as people say it. It is published as typed."""
NumberKind = Annotated[Words, AfterValidator(_number_kind), WithJsonSchema({"enum": list(NUMBER_KINDS)})]
"""A kind of telephone number, as the numbering plan of its country has it: `toll_free`, `fixed_line`."""
DiallingPrefix = Annotated[Words, AfterValidator(_dialling_prefix)]
"""The beginning of a telephone number as machines dial it: `+443` (ITU-T E.164)."""
TimeZone = Annotated[Words, AfterValidator(_time_zone)]
"""The name of a time zone: `Europe/London` (IANA)."""
LanguageCode = Annotated[Words, AfterValidator(_language_code)]
"""The code of one of the site's languages: `cy`."""
PartedWord = Annotated[Words, AfterValidator(_parted_word)]
"""A word with one bar in it, between two letters that are not one: `ban|gor`."""
