"""What a reader can choose in a list that is narrowed down by facets. Each list says itself which facets it has, and what is found under them."""

from dataclasses import dataclass

from drws.kernel.text import Said, Text
from drws.planning.addresses import Target

NOT_RECORDED = "not-recorded"
"""The value of what is in the list and of which a facet is not known: it can be found, and is never dropped."""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One thing that can be chosen."""

    id: str
    """What stands in the address, the same in every language."""
    name: Text | Said
    count: int
    """How much is found under it when nothing else is chosen."""
    page: Target
    """The page with the same list, for whoever has no JavaScript."""
    also: tuple[str, ...] = ()
    """Other values whose members are found under it too."""


@dataclass(frozen=True, slots=True)
class FacetView:
    """One way to choose."""

    id: str
    values: tuple[FacetValue, ...]
