"""Which fields of a type of record hold values of a kind: looked up once for each type."""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar, cast, get_args

from pydantic import BaseModel

from drws.kernel.entity import Entity
from drws.kernel.ids import pieces
from drws.kernel.site import Site

if TYPE_CHECKING:
    from collections.abc import Hashable

V = TypeVar("V")


def values_of(kind: type[V], site: Site) -> Iterator[tuple[Entity, tuple[str | int, ...], V]]:
    """Every value of a kind in the records, each with its record and the way from it to the value."""
    partnership = ((site.partnership, path, piece) for path, piece in pieces(site.partnership))
    for record, path, piece in chain(partnership, site.pieces):
        yield from ((record, (*path, *step), value) for step, value in _values(piece, kind))


def values_in(record: Entity, kind: type[V]) -> Iterator[tuple[tuple[str | int, ...], V]]:
    """Every value of a kind in one record, with the way to it."""
    for path, piece in pieces(record):
        yield from (((*path, *step), value) for step, value in _values(piece, kind))


def _values(piece: BaseModel, kind: type[V]) -> Iterator[tuple[tuple[str | int, ...], V]]:
    for name in _fields(type(piece), cast("Hashable", kind)):
        value = getattr(piece, name)
        if isinstance(value, kind):
            yield (name,), value
        elif isinstance(value, tuple):
            yield from (((name, index), each) for index, each in enumerate(value))


@cache
def _fields(model: type[BaseModel], kind: object) -> tuple[str, ...]:
    return tuple(name for name, field in model.model_fields.items() if _holds(field.annotation, kind))


def _holds(annotation: Any, kind: object) -> bool:  # noqa: ANN401  an annotation is whatever Python allows
    return annotation is kind or any(_holds(part, kind) for part in get_args(annotation))
