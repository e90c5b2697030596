"""`docs/schema/*.json`: a JSON Schema for each type of record, for editors that complete field names and underline mistakes.

An editor reads `2014` as a number and `9:00` perhaps as one too, where Drws reads text. So each value may have every type that an
editor's YAML may give it. What a schema cannot see, `drws check` does.
"""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from drws.domains.directory.finder.geography import AreaMap, Finder, PlaceTable, PostcodeTable
from drws.domains.registry import installed
from drws.domains.website.search.words import BestBets, SearchTopics, SearchWords
from drws.kernel import values
from drws.kernel.authored import FrontMatter
from drws.kernel.language import Language
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from made_docs.markdown import languages, sentence
from made_docs.types import ANY_SCALAR, BY_LANGUAGE, ValueType, fields_of, inner, parts_of, value_type

if TYPE_CHECKING:
    from drws.kernel.entity import Entity


def schemas(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each type of record with its name."""
    by_language = dict(_by_language(languages(root)))
    records: tuple[type[Entity], ...] = (*installed().entities, installed().partnership)
    for model in records:
        yield model.KIND.replace("_", "-"), _schema(model, by_language)
    yield "language", _schema(Language, by_language)
    for part in (Finder, PostcodeTable, PlaceTable, AreaMap):
        yield Path(part.FILE).stem, _schema(part, by_language)
    yield "front-matter", _schema(FrontMatter, by_language)
    yield "search-words", _schema(SearchWords, by_language)
    yield "best-bets", _schema(BestBets, by_language)
    yield "search-topics", _schema(SearchTopics, by_language)


def _schema(model: type[BaseModel], by_language: dict[str, Any]) -> dict[str, Any]:
    """A type of record with all its parts."""
    parts = {part.__name__: _object(part) for part in parts_of([model])}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Made by `make docs`.",
        **_object(model),
        "$defs": dict(sorted({**parts, **by_language}.items())),
    }


def _object(model: type[BaseModel]) -> dict[str, Any]:
    """What pydantic says of a model, each property in our own types."""
    made = model.model_json_schema()
    return {
        "title": model.__name__,
        "description": sentence(model),
        "type": "object",
        "properties": {
            field.name: {**_type(field.annotation), "description": field.meaning} for field in fields_of(model)
        },
        "required": made.get("required", []),
        "additionalProperties": made["additionalProperties"],
    }


def _type(annotation: Any) -> dict[str, Any]:  # noqa: ANN401  an annotation is whatever Python allows
    if NoneType in get_args(annotation):
        return _type(inner(annotation))
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _type(inner(annotation))}
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return {"enum": [choice.value for choice in annotation]}
    if annotation in BY_LANGUAGE or (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    return _value(value_type(annotation))


def _value(found: ValueType) -> dict[str, Any]:
    """Every type that an editor's YAML may take a value for. A pattern binds only what is text to it as well."""
    pattern = {"pattern": f"^(?:{found.pattern})$"} if found.pattern else {}
    return {"type": list(found.typed), **pattern}


def _by_language(codes: tuple[str, ...]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The types that hold something for each language."""
    words = {"type": list(ANY_SCALAR)}
    since = _value(value_type(values.Day))
    why = _closed({"reason": {"$ref": "#/$defs/Text"}, "since": since}, required=["reason", "since"])
    awaited = _closed(dict.fromkeys(codes, why), minProperties=1)
    familiar = _closed(dict.fromkeys(codes, words), minProperties=1)
    yield (
        "Text",
        {
            "description": "One thing in every language; `same` for a proper name that is the same in all of them; `awaited` for one without an official form; `familiar` for the words to somebody whom the page calls by the familiar form.",
            **_closed({**dict.fromkeys(codes, words), "same": words, "awaited": awaited, "familiar": familiar}),
            "anyOf": [
                {"required": list(codes)},
                {"required": ["same"], "maxProperties": 1},
                {"required": ["awaited"], "minProperties": 2},
            ],
        },
    )
    address = _value(value_type(values.WebAddress))
    yield "Link", {"description": sentence(Link), **_closed(dict.fromkeys(codes, address), minProperties=1)}
    names = {"type": "array", "items": words}
    yield "AlternateNames", {"description": sentence(AlternateNames), **_closed(dict.fromkeys(codes, names))}


def _closed(properties: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401  words of JSON Schema
    """An object with these properties and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False, **more}
