"""Other names that something goes by: any number in any of the languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from drws.kernel.values import languages_of


@dataclass(frozen=True, slots=True)
class AlternateNames:
    """Names by language: `{cy: [Sir Gâr], en: [Carmarthen]}`. A language without other names is left out.

    On a site in one language the list alone will do.
    """

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def in_language(self, language: str) -> tuple[str, ...]:
        """The other names in `language`, in the order they were written."""
        return self.names.get(language, ())

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_names)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": ["object", "array"],
            "additionalProperties": {"type": "array", "items": {"type": "string"}},
            "items": {"type": "string"},
        }


def _names(value: Any, info: ValidationInfo) -> AlternateNames:  # noqa: ANN401  pydantic hands over whatever was typed
    if isinstance(value, AlternateNames):
        return value
    languages = languages_of(info)
    if isinstance(value, list) and len(languages) == 1:
        return AlternateNames({languages[0]: _list_of_names(value, ())})
    if not isinstance(value, dict):
        raise PydanticCustomError("names.shape", "")
    for code, names in value.items():
        if code not in languages:
            raise PydanticCustomError(
                "text.unknown-language", "", {"at": code, "on_key": True, "name": code, "known": ", ".join(languages)}
            )
        _list_of_names(names, code)
    return AlternateNames({code: tuple(value[code]) for code in languages if code in value})


def _list_of_names(names: Any, at: str | tuple[()]) -> tuple[str, ...]:  # noqa: ANN401
    if not isinstance(names, list) or not all(isinstance(name, str) and name.strip() for name in names):
        raise PydanticCustomError("names.shape", "", {"at": at})
    return tuple(names)
