"""Ids by what they name, and every place of a record where one stands: one check can see that whatever is named exists."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_type_hints

from pydantic import BaseModel

from generator.model.values import Id, Slug


@dataclass(frozen=True, slots=True)
class Names:
    """Marks an id as the name of something that has to exist."""

    collections: tuple[str, ...]
    """Where to look for it: folders of `data/`, lists of `site.yml`, or `drawings` of the theme."""


class Mention(NamedTuple):
    """A place where a record names something."""

    path: tuple[str | int, ...]
    """The way from the record to the id."""
    id: str
    collections: tuple[str, ...]


ProviderId = Annotated[Id, Names(("regions", "authorities", "organizations"))]
AuthorityId = Annotated[Id, Names(("authorities",))]
RegionId = Annotated[Id, Names(("regions",))]
ContactId = Annotated[Id, Names(("contacts",))]
LocationId = Annotated[Id, Names(("locations",))]
AudienceId = Annotated[Id, Names(("audiences",))]
KindOfHelpId = Annotated[Id, Names(("kinds_of_help",))]
AreaId = Annotated[Id, Names(("areas", "regions", "authorities"))]
OrganizationTypeId = Annotated[Id, Names(("organization_types",))]
ContactPurposeId = Annotated[Id, Names(("contact_purposes",))]
DocumentId = Annotated[Id, Names(("documents",))]
ServiceId = Annotated[Id, Names(("services",))]
TierId = Annotated[Id, Names(("tiers",))]
BodyTypeId = Annotated[Id, Names(("body_types",))]
BodyId = Annotated[Id, Names(("bodies",))]
PostId = Annotated[Id, Names(("posts",))]
ActorId = Annotated[Id, Names(("bodies", "posts", "regions", "authorities", "organizations"))]
LegislationId = Annotated[Id, Names(("legislation",))]
AgreementId = Annotated[Id, Names(("agreements",))]
FunctionId = Annotated[Id, Names(("functions",))]
MeasureThemeId = Annotated[Id, Names(("measure_themes",))]
SubjectId = Annotated[
    Id,
    Names(
        (
            "duties",
            "services",
            "bodies",
            "posts",
            "agreements",
            "legislation",
            "regions",
            "authorities",
            "organizations",
        )
    ),
]
"""What a decision can change, and what an event can be about."""
DrawingName = Annotated[Slug, Names(("drawings",))]


def mentions(part: BaseModel, path: tuple[str | int, ...] = ()) -> Iterator[Mention]:
    """Everything that a record names, in the order of its fields, the pieces that it is made of included."""
    for name, collections in _naming_fields(type(part)):
        value = getattr(part, name)
        several = isinstance(value, tuple)
        for index, each in enumerate(value if several else (value,)):
            where = (*path, name, index) if several else (*path, name)
            if isinstance(each, BaseModel):
                yield from mentions(each, where)
            elif each is not None and collections:
                yield Mention(where, each, collections)


@cache
def _naming_fields(model: type[BaseModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields that name something, with where to look for it, and those that hold pieces which may."""
    hints = get_type_hints(model, include_extras=True)
    fields = ((name, _collections(hints[name]), _has_pieces(hints[name])) for name in model.model_fields)
    return tuple((name, collections) for name, collections, has_pieces in fields if collections or has_pieces)


def _collections(annotation: Any) -> tuple[str, ...]:  # noqa: ANN401  an annotation is whatever Python allows
    marks = (each.collections for each in getattr(annotation, "__metadata__", ()) if isinstance(each, Names))
    return next(marks, ()) or next((found for part in get_args(annotation) if (found := _collections(part))), ())


def _has_pieces(annotation: Any) -> bool:  # noqa: ANN401
    return (isinstance(annotation, type) and issubclass(annotation, BaseModel)) or any(
        _has_pieces(part) for part in get_args(annotation)
    )
