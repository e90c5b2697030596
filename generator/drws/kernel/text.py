"""One thing said in each language of the site."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from drws.kernel.characters import is_blank
from drws.kernel.form_of_address import FormOfAddress
from drws.kernel.pickled import PickledByValues
from drws.kernel.values import languages_of, parse_day, parse_words, partial_of


@dataclass(frozen=True, slots=True)
class Awaited:
    """Why a proper name has no form in one language yet. It is published in the parity record."""

    reason: "Text"
    since: date


@dataclass(frozen=True, slots=True)
class Said:
    """Words, and the language they are in: None where they are the same in every language."""

    words: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Text(PickledByValues):
    """One thing said in every language: `{cy: Caerdydd, en: Cardiff}`.

    A proper name that is the same everywhere is written `{same: Powys}`. One that has no official form in a language yet is
    `{en: New Family Social, awaited: {cy: {reason: {cy: …, en: …}, since: 2026-11-21}}}`. On a site in one language the words alone will do.
    What is also said to a reader whom a page calls by the familiar form has those words as well:
    `{cy: Ffoniwch ni., en: Ring us., familiar: {cy: Ffonia ni.}}`.
    """

    words: Mapping[str, str]
    same: str = ""
    awaited: Mapping[str, Awaited] | None = None
    familiar: Mapping[str, str] | None = None
    """The words in the familiar form, in the languages in which they differ."""

    def spoken(self, form: FormOfAddress) -> "Text":
        """The text as a page says it that speaks to its reader in this form."""
        if form is FormOfAddress.FAMILIAR and self.familiar:
            return replace(self, words={**self.words, **self.familiar})
        return self

    def in_language(self, language: str) -> Said:
        """The words for a page in `language`; for an awaited name, the words there are, with their own language."""
        if self.same:
            return Said(self.same, None)
        if language in self.words:
            return Said(self.words[language], language)
        other, words = next(iter(self.words.items()))
        return Said(words, other)

    def is_in(self, language: str) -> bool:
        """Is it said in `language`?"""
        return bool(self.same) or language in self.words

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(_text)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {
            "type": ["object", "string"],
            "additionalProperties": {"type": ["string", "object"]},
            "minProperties": 1,
        }


def _text(value: Any, info: ValidationInfo) -> Text:  # noqa: ANN401  pydantic hands over whatever was typed
    languages = languages_of(info)
    if isinstance(value, str) and len(languages) == 1:
        return Text({languages[0]: parse_words(value)})
    if not isinstance(value, dict):
        raise PydanticCustomError("text.one-language", "a text in one language only")
    if "same" in value:
        return _same(value)
    words = _words(value, languages)
    awaited = _awaited(value.get("awaited", {}), info)
    for code in languages:
        if code not in words and (code not in awaited or not words) and code not in partial_of(info):
            raise PydanticCustomError("text.missing-language", "", {"language": code})
        if code in words and code in awaited:
            raise PydanticCustomError("text.not-awaited", "", {"at": "awaited", "language": code})
    return Text(
        words={code: words[code] for code in languages if code in words},
        awaited=awaited or None,
        familiar=_familiar(value.get("familiar", {}), languages) or None,
    )


def _words(value: dict[str, Any], languages: tuple[str, ...]) -> dict[str, str]:
    """What is said in each language."""
    words = {code: value[code] for code in value if code not in ("awaited", "familiar", "same")}
    for code, said in words.items():
        if code not in languages:
            raise PydanticCustomError(
                "text.unknown-language", "", {"at": code, "on_key": True, "name": code, "known": ", ".join(languages)}
            )
        if not isinstance(said, str):
            raise PydanticCustomError("type.text", "", {"at": code})
        if is_blank(said):
            raise PydanticCustomError("text.empty", "", {"at": code, "language": code})
    return words


def _same(value: dict[str, Any]) -> Text:
    said = value["same"]
    if len(value) > 1:
        raise PydanticCustomError("text.same-alone", "")
    if not isinstance(said, str) or is_blank(said):
        raise PydanticCustomError("type.empty" if isinstance(said, str) else "type.text", "", {"at": "same"})
    return Text(words={}, same=said)


def _familiar(value: Any, languages: tuple[str, ...]) -> dict[str, str]:  # noqa: ANN401
    """What is said in the familiar form."""
    if not isinstance(value, dict):
        raise PydanticCustomError("text.familiar-shape", "", {"at": "familiar"})
    with _inside("familiar"):
        return _words(value, languages)


def _awaited(value: Any, info: ValidationInfo) -> dict[str, Awaited]:  # noqa: ANN401
    if not isinstance(value, dict):
        raise PydanticCustomError("text.awaited-shape", "", {"at": "awaited"})
    languages = languages_of(info)
    awaited = {}
    for code, why in value.items():
        if code not in languages:
            raise PydanticCustomError(
                "text.unknown-language", "", {"at": "awaited", "name": code, "known": ", ".join(languages)}
            )
        if not isinstance(why, dict) or set(why) != {"reason", "since"}:
            raise PydanticCustomError("text.awaited-shape", "", {"at": "awaited"})
        with _inside("awaited", code, "reason"):
            reason = _text(why["reason"], info)
        with _inside("awaited", code, "since"):
            awaited[code] = Awaited(reason, parse_day(why["since"]))
    return awaited


@contextmanager
def _inside(*path: str) -> Iterator[None]:
    """A failure in here is that much further inside."""
    try:
        yield
    except PydanticCustomError as error:
        values = dict(error.context or {})
        at = values.pop("at", ())
        inner = (at,) if isinstance(at, str) else tuple(at)
        raise PydanticCustomError(error.type, "", {**values, "at": (*path, *inner)}) from None
