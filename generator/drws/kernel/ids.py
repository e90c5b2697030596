"""Ids by what they name, and every place of a record where one stands: one check can see that whatever is named exists."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

from pydantic import BaseModel

from drws.kernel.values import Id, Slug, Words


@dataclass(frozen=True, slots=True)
class Names:
    """Marks an id as the name of something that has to exist."""

    collections: tuple[str, ...]
    """Where to look for it: folders of `data/`, lists of `site.yml`, roles (kernel/roles.py), `drawings` of the site and of the theme, or
    `pages`."""


class Mention(NamedTuple):
    """A place where a record names something."""

    path: tuple[str | int, ...]
    """The way from the record to the id."""
    id: str
    collections: tuple[str, ...]


DocumentId = Annotated[Id, Names(("documents",))]
ActorId = Annotated[Id, Names(("actors",))]
"""Somebody who can owe, decide, sign or answer for something (kernel/roles.py)."""
SubjectId = Annotated[Id, Names(("subjects",))]
"""What a decision can change, and what an event can be about."""
DrawingName = Annotated[Slug, Names(("drawings",))]
PageName = Annotated[Words, Names(("pages",))]
"""A page of the site, as hand-written pages name it in links: `page:support/letterbox`, `page:contact`, `service:letterbox`. An anchor that
is the same in every language can follow: `page:rights#everyone`."""


def mentions(record: BaseModel) -> Iterator[Mention]:
    """Everything that a record names, the pieces that it is made of included."""
    for path, piece in pieces(record):
        yield from mentions_in(piece, path)


def mentions_in(piece: BaseModel, path: tuple[str | int, ...]) -> Iterator[Mention]:
    """What a piece of a record names itself. `path` is the way from the record to the piece."""
    for name, collections in _naming_fields(type(piece)):
        for step, id_ in _values(piece, name):
            if id_ is not None:
                yield Mention((*path, *step), id_, collections)


def pieces(part: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    """A record and every piece that it is made of, however deep, each with the way from the record to it."""
    yield path, part
    for name in _fields_of_pieces(type(part)):
        for step, each in _values(part, name):
            if isinstance(each, BaseModel):
                yield from pieces(each, (*path, *step))


def _values(part: BaseModel, name: str) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """What a field holds, one by one, with the steps that lead there."""
    value = getattr(part, name)
    if isinstance(value, tuple):
        yield from (((name, index), each) for index, each in enumerate(value))
    else:
        yield (name,), value


@cache
def _naming_fields(model: type[BaseModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that name something, with where to look for it."""
    hints = get_type_hints(model, include_extras=True)
    found = ((name, _collections(hints[name])) for name in model.model_fields)
    return tuple((name, collections) for name, collections in found if collections)


@cache
def _fields_of_pieces(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that hold pieces."""
    hints = get_type_hints(model)
    return tuple(name for name in model.model_fields if _has_pieces(hints[name]))


def _collections(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401  an annotation is whatever Python allows
    marks = (each.collections for each in getattr(annotation, "__metadata__", ()) if isinstance(each, Names))
    return next(marks, ()) or next((found for part in get_args(annotation) if (found := _collections(part))), ())


def _has_pieces(annotation: Any) -> bool:  # noqa: ANN401
    return (isinstance(annotation, type) and issubclass(annotation, BaseModel)) or any(
        _has_pieces(part) for part in get_args(annotation)
    )
