"""A web page that may exist in one language only, because others made it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from drws.kernel.values import languages_of, parse_web_address, parse_words


@dataclass(frozen=True, slots=True)
class Link:
    """The address of someone else's page in the languages they made it in: `{cy: https://…, en: https://…}`.

    On a site in one language the address alone will do.
    """

    addresses: Mapping[str, str]

    def in_language(self, language: str) -> tuple[str, str]:
        """The best address for a reader of `language`, and the language it is in."""
        if language in self.addresses:
            return self.addresses[language], language
        other, address = next(iter(self.addresses.items()))
        return address, other

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_link)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": ["object", "string"], "additionalProperties": {"type": "string"}, "minProperties": 1}


def _link(value: Any, info: ValidationInfo) -> Link:  # noqa: ANN401  pydantic hands over whatever was typed
    languages = languages_of(info)
    if isinstance(value, str) and len(languages) == 1:
        return Link({languages[0]: parse_web_address(parse_words(value))})
    if not isinstance(value, dict) or not value:
        raise PydanticCustomError("link.shape", "")
    for code, address in value.items():
        if code not in languages:
            raise PydanticCustomError(
                "text.unknown-language", "", {"at": code, "on_key": True, "name": code, "known": ", ".join(languages)}
            )
        try:
            parse_web_address(parse_words(address))
        except PydanticCustomError as error:
            raise PydanticCustomError(error.type, "", {**(error.context or {}), "at": code}) from None
    return Link({code: value[code] for code in languages if code in value})
