"""Numbers, money, and yes or no."""

import re
from decimal import Decimal
from typing import Annotated

from pydantic import AfterValidator, PlainValidator, WithJsonSchema

from drws.kernel.values.words import STRING, Words, parse_words, refused


def _yes_or_no(value: object) -> bool:
    text = parse_words(value)
    if text not in ("true", "false"):
        raise refused("value.boolean", text)
    return text == "true"


def _number(value: object) -> int:
    text = parse_words(value)
    if not re.fullmatch(r"\d{1,6}", text):
        raise refused("value.number", text)
    return int(text)


def _amount(value: object) -> Decimal:
    text = parse_words(value)
    if not re.fullmatch(r"\d{1,6}(\.\d{2})?", text):
        raise refused("value.amount", text)
    return Decimal(text)


def _currency_code(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{3}", value):
        raise refused("value.currency", value)
    return value


YesOrNo = Annotated[bool, PlainValidator(_yes_or_no), WithJsonSchema({"enum": ["true", "false"]})]
"""`true` or `false`, and nothing else that YAML might take for one."""
Number = Annotated[int, PlainValidator(_number), WithJsonSchema(STRING)]
"""A whole number, in digits."""
Amount = Annotated[Decimal, PlainValidator(_amount), WithJsonSchema(STRING)]
"""An amount of money, without its sign: `0`, `12` or `12.50`."""
CurrencyCode = Annotated[Words, AfterValidator(_currency_code)]
"""Three capital letters for a currency: `GBP` (ISO 4217)."""
