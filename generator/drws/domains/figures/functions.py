"""What templates can call to say a figure."""

from collections.abc import Callable, Mapping
from typing import Any

from drws.domains.figures.measure.speech import FigureSpeech
from drws.planning.plan import Planner


def functions(planner: Planner) -> Mapping[str, Callable[..., Any]]:
    """By the names that templates use."""
    speech = FigureSpeech(planner.code, planner.strings)
    return {"amount": speech.amount, "figure": speech.figure}
