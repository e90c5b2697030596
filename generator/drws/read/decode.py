"""Plain values to frozen entities. Each failure keeps its place, and says what would be right."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from drws.kernel.problem import Place, Problem, nearest
from drws.read.tree import Value

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Context:
    """What a value needs to know about the site to be understood."""

    languages: tuple[str, ...]
    """The codes of the site's languages."""
    country: str
    """Two letters: the country whose telephone numbers are written without a country code."""
    financial_year_start: str = ""
    """The month on whose first day a financial year begins, as `site.yml` has it. Empty when it does not say; something else than
    a month when nobody can read it."""

    partial: tuple[str, ...] = ()
    """Those of the languages that are there in part."""

    @property
    def values(self) -> dict[str, object]:
        """The same as parsers of values get it."""
        return {
            "languages": self.languages,
            "partial": self.partial,
            "country": self.country,
            "financial_year_start": self.financial_year_start,
        }


def decode(model: type[M], value: Value, file: str, context: Context) -> tuple[M | None, list[Problem]]:
    """Make a record of plain values, or say everything that keeps it from being one."""
    if not isinstance(value, dict):
        return None, [Problem(Place(file), "type.record")]
    if len(context.languages) == 1 and "translation" in model.model_fields:
        value = {"translation": "reviewed", **value}  # there is nothing to translate
    try:
        return model.model_validate(value, context=context.values), []
    except ValidationError as error:
        return None, [_problem(detail, model, value, file) for detail in error.errors(include_url=False)]


_MESSAGES = {
    "missing": "fields.missing",
    "extra_forbidden": "fields.unknown",
    "tuple_type": "type.list",
    "model_type": "type.record",
    "model_attributes_type": "type.record",
    "string_type": "type.text",
    "enum": "value.choice",
}
"""Pydantic's own kinds of failure and what we call them. Our values raise failures that are already named after a message."""


def _problem(detail: ErrorDetails, model: type[BaseModel], value: Value, file: str) -> Problem:
    path: tuple[str | int, ...] = tuple(detail["loc"])
    given: dict[str, Any] = dict(detail.get("ctx") or {})
    inner = given.pop("at", ())
    path += (inner,) if isinstance(inner, str) else tuple(inner)
    on_key = bool(given.pop("on_key", False))
    kind = detail["type"]
    name = str(path[-1]) if path else ""
    match kind:
        case "missing":
            return Problem(Place(file, path[:-1]), "fields.missing", {"name": name})
        case "extra_forbidden":
            known = _fields_at(model, path[:-1])
            typed = _typed_at(value, path[:-1])
            return Problem(
                Place(file, path, key=True),
                "fields.unknown",
                {
                    "name": name,
                    "nearest": nearest(name, [each for each in known if each not in typed]),
                    "known": ", ".join(known),
                },
            )
        case "enum":
            known = [word.strip(" '") for word in str(given.get("expected", "")).replace(" or ", ",").split(",")]
            typed = str(detail["input"])
            return Problem(
                Place(file, path),
                "value.choice",
                {"value": typed, "nearest": nearest(typed, known), "known": ", ".join(known)},
            )
    return Problem(Place(file, path, key=on_key), _MESSAGES.get(kind, kind), {"name": name} | given)


def _typed_at(value: Value, path: tuple[str | int, ...]) -> Container[str]:
    """The keys that were typed where `path` leads: none of them is the one that was meant."""
    here: Any = value
    for step in path:
        here = here[step]
    return here if isinstance(here, dict) else ()


def _fields_at(model: type[BaseModel], path: tuple[str | int, ...]) -> list[str]:
    """The names of the fields that may stand where `path` leads."""
    here = model
    for step in path:
        if isinstance(step, int):
            continue
        field = here.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        here = inner
    return list(here.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  an annotation is whatever Python allows
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in getattr(annotation, "__args__", ()) if (found := _model_in(part))), None)
