"""Which part of the generator may import what. Arrows point one way: towards `kernel`."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from layers import LAYERS, STANDARD_DOORS

DRWS = Path(__file__).parent.parent / "generator" / "drws"
FILES = sorted(DRWS.rglob("*.py"))


def _layer_of(path: Path) -> str:
    """A folder of the package, a module beside them, or a subject: `domains.law`."""
    parts = path.relative_to(DRWS).with_suffix("").parts
    return f"domains.{parts[1]}" if parts[0] == "domains" and parts[1] != "__init__" else parts[0]


THERE = sorted({_layer_of(path) for path in FILES} - {"__init__", "domains"})


@pytest.mark.parametrize("layer", THERE)
def test_a_module_imports_what_its_layer_may(layer: str) -> None:
    """Every import of the modules of a layer is one that the layer is for."""
    assert layer in LAYERS, (
        f"generator/drws/{layer} is new: say in tests/test_layers.py what it is for and what it may import"
    )
    wrong = [
        f"{path.relative_to(DRWS)}: {_advice(layer, name)}"
        for path in FILES
        if _layer_of(path) == layer
        for name in _imports(path)
        if not _may(layer, name)
    ]
    assert wrong == [], "\n".join(wrong)


def test_only_the_clock_asks_what_day_it_is() -> None:
    """Dates are handed in, so that a build can be repeated. How long a phase took is another matter."""
    asks = [
        f"{path.relative_to(DRWS)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("now", "today", "utcnow", "time", "time_ns")
        and path.stem not in ("clock", "values")
    ]
    assert asks == [], "generator/drws/system/clock.py asks, and everyone else is told: " + ", ".join(asks)


def test_every_layer_is_there() -> None:
    """A layer that is gone is taken out of the table."""
    assert set(LAYERS) - set(THERE) == set()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "drws":
            yield from (f"drws.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _may(layer: str, name: str) -> bool:
    top, _, rest = name.partition(".")
    if top == "drws":
        own = rest == layer or rest.startswith(f"{layer}.") or rest == "__version__"
        return own or any(rest == each or rest.startswith(f"{each}.") for each in LAYERS[layer].ours.split())
    if top in STANDARD_DOORS:
        return layer in STANDARD_DOORS[top].split()
    known = {package for each in LAYERS.values() for package in each.outside.split()}
    return top not in known or top in LAYERS[layer].outside.split()


def _advice(layer: str, name: str) -> str:
    belongs = [each for each in LAYERS if each != layer and _may(each, name)]
    return (
        f"`{layer}` is {LAYERS[layer].purpose}; it may import {LAYERS[layer].ours or 'nothing of ours'}, and not {name}. "
        f"Code that needs that probably belongs in: {', '.join(belongs) or 'a layer of its own'}."
    )
