"""What one subject adds to the page of another's record: the page knows that it has panels, not whose they are."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from drws.kernel.entity import Entity

if TYPE_CHECKING:
    from drws.planning.plan import Planner


@dataclass(frozen=True, slots=True)
class Panel:
    """A part of a page that belongs to another domain than the page."""

    on: Collection[type[Entity] | str]
    """The types of record, or roles, on whose pages it stands; or the names of pages that exist once."""
    template: str
    """Its template under `theme/`, with a macro `panel(view)`."""
    view: Callable[[Any, "Planner"], Any | None]
    """What it prints about a record, or on the page of a name. None where there is nothing to say."""
    slot: str = "more"
    """Where on the page: the template of the page names its slots."""

    def stands_on(self, model: type[Entity]) -> bool:
        """Does it belong on pages of this type?"""
        types = (each for each in self.on if not isinstance(each, str))
        return any(model is each or ("ROLE" in vars(each) and issubclass(model, each)) for each in types)


class PanelView(NamedTuple):
    """A panel with what it prints on one page."""

    slot: str
    template: str
    view: Any | None
