"""The two ways in which services are sorted: who they are for, and what kind of help they give (HSDS `taxonomy_term`)."""

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from drws.domains.directory.contact.spoken_page import SpokenPage
from drws.domains.directory.ids import ContactId, KindOfHelpId
from drws.kernel.entity import Entity, Part, Source
from drws.kernel.ids import DrawingName, PageName
from drws.kernel.page_link import PageLink
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
    """The answer, in two sentences. A question without one is a problem."""
    more: tuple[PageLink, ...] = ()
    """Where it is told in full: pages of this site, the best one first. A question without any is a problem."""
    basis: Basis
    """`sourced`: a page shows people asking it. `inferred`: it follows from a duty or a service."""
    sources: tuple[Source, ...]
    """Where the question, and its answer, were read."""


class Task(Part):
    """Something that people of an audience come to do."""

    task: Text
    """What they want to do, in their words, as short as the words of a link."""
    description: Text
    """What they find there, in one sentence."""
    target: PageName
    """The page on which they do it, as links by name have it: `page:support`, `service:reflect`."""


class GuideGroup(Part):
    """Pages that belong together, such as the steps on a way."""

    heading: Text | None = None
    """What stands above them. An audience with a few pages needs none."""
    pages: tuple[PageLink, ...]
    """The pages, the first to read first."""


class Audience(TaxonomyTerm, SpokenPage):
    """A group of people who look for help."""

    FOLDER: ClassVar[str] = "audiences"
    KIND: ClassVar[str] = "audience"

    door: Text | None = None
    """The label of its door on the home page, in the visitor's own words. Without one it has no door."""
    drawing: DrawingName | None = None
    """The drawing on its door: `data/drawings/<drawing>.svg`, or `assets/drawing-<drawing>.svg` of the theme. A door
    has one."""
    tasks: tuple[Task, ...] = ()
    """What its people come to do, the first first. Three or four are enough."""
    contact_ids: tuple[ContactId, ...] = ()
    """Whom its people can ring, the best one first. Where none of them has a telephone, those of `fallback_contact_ids` in `data/site.yml`
    follow."""
    questions: tuple[Question, ...] = ()
    """What its people ask, the most pressing first."""
    guides: tuple[GuideGroup, ...] = ()
    """Pages for it, in groups: the one with its guide first, then what else its people look for."""
    kind_of_help_ids: tuple[KindOfHelpId, ...] = ()
    """The kinds of help that its people need, the most pressing first: its services stand in this order. Kinds that are left out come after
    these."""

    @model_validator(mode="after")
    def _door_has_a_drawing(self) -> "Audience":
        if self.door and not self.drawing:
            raise PydanticCustomError("fields.missing", "", {"name": "drawing"})
        return self


class KindOfHelp(TaxonomyTerm):
    """A kind of help that services give."""

    FOLDER: ClassVar[str] = "kinds_of_help"
    KIND: ClassVar[str] = "kind_of_help"
