"""A named thing in a short list of `data/site.yml`: a tier, a purpose, a theme."""

from collections.abc import Iterable

from drws.kernel.entity import Part
from drws.kernel.text import Text
from drws.kernel.values import Id


class Term(Part):
    """A named thing in a short list."""

    id: Id
    """The name by which records refer to it."""
    name: Text
    """What visitors read."""
    description: Text | None = None
    """What it means."""


def term(terms: Iterable[Term], id_: str | None) -> Term | None:
    """The term of a list that an id names. None when it names none: a check reports it."""
    return next((each for each in terms if each.id == id_), None)
