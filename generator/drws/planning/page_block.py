"""A kind of block that hand-written pages can have: how it is written, and what a page shows in its place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drws.kernel.page_block import BlockForm, PageBlock
from drws.kernel.site import Site

if TYPE_CHECKING:
    from drws.planning.plan import Planner


def _nothing(_block: PageBlock, _planner: "Planner") -> None:
    return None


def _always(_block: PageBlock, _site: Site) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A kind of block."""

    form: BlockForm
    """How it is written."""
    purpose: str
    """What it is for, in a sentence of `docs/blocks.md`."""
    template: str
    """Its template under `theme/`, with a macro `block(it)`: `it` is a `RenderedBlock` (render/page_blocks.py)."""
    view: Callable[[PageBlock, "Planner"], Any] = _nothing
    """What it prints besides the words that stand in it."""
    finds: Callable[[PageBlock, Site], bool] = _always
    """Has the data anything to show in its place? Its ids exist."""
    scripts: tuple[str, ...] = ()
    """Scripts that a page with it needs."""
