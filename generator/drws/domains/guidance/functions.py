"""What templates can ask of guidance."""

from collections.abc import Callable, Mapping
from typing import Any

from drws.domains.guidance.guides import top_guides
from drws.planning.page_plan import Crumb
from drws.planning.plan import Planner
from drws.planning.way import Way, way


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""

    def guides_at_the_top() -> tuple[Crumb, ...]:
        return top_guides(planner)

    def way_to(target: str) -> Way:
        return way(target, None, planner)

    return {"guides_at_the_top": guides_at_the_top, "way_to": way_to}
