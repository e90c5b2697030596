"""The two ways in which services are sorted: who they are for, and what kind of help they give (HSDS `taxonomy_term`)."""

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.kernel.entity import Entity, Part, Source
from drws.kernel.ids import DrawingName
from drws.kernel.text import Text
from drws.kernel.values import Number


class TaxonomyTerm(Entity):
    """A topic by which services are sorted."""

    order: Number
    """Its place in lists, counted from 1."""
    description: Text
    """What a visitor finds here, in one to three sentences."""


class Basis(StrEnum):
    """Why we believe that people ask a question."""

    SOURCED = "sourced"
    INFERRED = "inferred"


class Question(Part):
    """Something that people of an audience ask."""

    question: Text
    """The question in the asker's words."""
    answer: Text | None = None
    """The answer, where a source gives one."""
    basis: Basis
    """`sourced`: a page shows people asking it. `inferred`: it follows from a duty or a service."""
    sources: tuple[Source, ...]
    """Where the question, and its answer, were read."""


class Audience(TaxonomyTerm):
    """A group of people who look for help."""

    FOLDER: ClassVar[str] = "audiences"
    KIND: ClassVar[str] = "audience"

    door: Text | None = None
    """The label of its door on the home page, in the visitor's own words. Without one it has no door."""
    drawing: DrawingName | None = None
    """The drawing on its door: `data/drawings/<drawing>.svg`, or `assets/drawing-<drawing>.svg` of the theme. A door
    has one."""
    questions: tuple[Question, ...] = ()
    """What its people ask, the most pressing first."""

    @model_validator(mode="after")
    def _door_has_a_drawing(self) -> "Audience":
        if self.door and not self.drawing:
            raise PydanticCustomError("fields.missing", "", {"name": "drawing"})
        return self


class KindOfHelp(TaxonomyTerm):
    """A kind of help that services give."""

    FOLDER: ClassVar[str] = "kinds_of_help"
    KIND: ClassVar[str] = "kind_of_help"
