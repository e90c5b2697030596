"""Which part of the generator may import what. Arrows point one way: towards `model` and `problems`."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"


@dataclass(frozen=True)
class Layer:
    """A module or a folder of the generator."""

    purpose: str
    ours: str = ""
    """The layers that it may import; `pages.plan` means that one module only."""
    outside: str = ""
    """The packages from elsewhere that it knows; nobody else does, unless their layer says so too."""


LAYERS = {
    "problems": Layer("the one way in which anything says that something is wrong"),
    "clock": Layer("the one place that asks what day it is"),
    "policy": Layer("what a browser may do with the pages"),
    "parallel": Layer("work shared between processes"),
    "filling": Layer("exactly the files of a site in a folder", "parallel"),
    "model": Layer(
        "what the data is about, as frozen types: no YAML, no Jinja, no disk, no clock",
        "problems",
        "pydantic pydantic_core phonenumbers email_validator dateutil",
    ),
    "source": Layer("from files to typed entities", "model parallel problems", "yaml pydantic pydantic_core"),
    "wording": Layer("problems as sentences", "problems source"),
    "holidays": Layer("the public holidays that packages bring along", "model problems", "govuk_bank_holidays"),
    "words": Layer("the words of the interface", "problems source.reader", "babel"),
    "addresses": Layer("the one place that makes addresses", "model words", "slugify"),
    "checks": Layer("rules over the whole Site", "addresses model problems"),
    "geography": Layer(
        "postcodes and outlines of a country to data/geography/: run by hand, once for each edition",
        "load model problems source",
        "brotli msgpack shapely",
    ),
    "load": Layer("data/ and content/ to a checked Site", "addresses checks holidays model problems source words"),
    "pages": Layer("page types: Site to PagePlans, as values", "addresses model problems words"),
    "exports": Layer(
        "file formats: Site to files, as values",
        "addresses model pages.calendars pages.duties pages.plan policy",
        "icalendar",
    ),
    "node": Layer("where Node.js is"),
    "assets": Layer("stylesheet, scripts, drawings and fonts", "node problems source.reader", "rjsmin"),
    "speech": Layer("how templates say things", "addresses languages model words", "babel markupsafe"),
    "templates": Layer("Jinja without what our templates do not need", "", "jinja2"),
    "render": Layer(
        "PagePlans to HTML through theme/",
        "addresses assets model pages.plan policy source.reader speech templates words",
        "jinja2 govuk_frontend_jinja",
    ),
    "output": Layer(
        "everything that goes into a site folder", "addresses assets exports load model pages problems render"
    ),
    "staging": Layer("hand-written pages, where MkDocs looks for them", "addresses model source.content"),
    "languages": Layer("what is known of a language beyond its words"),
    "search": Layer(
        "Pagefind's door, and what its index is made of",
        "languages model pages.plan parallel problems",
        "pagefind_bin selectolax",
    ),
    "search_test": Layer("real questions to a built site", "model node problems source wording"),
    "verify": Layer("rules over the built HTML", "parallel problems", "selectolax"),
    "publish": Layer("a finished site in the place of the old one", "filling problems"),
    "mkdocs_plugin": Layer(
        "MkDocs' door",
        "clock filling load model output pages.plan problems search staging wording",
        "jinja2 markupsafe mkdocs nh3",
    ),
    "build": Layer("the whole run", "filling load mkdocs_plugin output parallel problems publish search verify"),
    "progress": Layer("how a build is going, for people", "build wording", "rich"),
    "__main__": Layer(
        "the command line",
        "build clock load mkdocs_plugin problems progress search_test source.reader verify wording geography",
        "click",
    ),
}

STANDARD_DOORS = {
    "subprocess": "assets search search_test",
    "shutil": "filling node publish search staging",
    "tempfile": "publish",
    "ctypes": "publish",
    "os": "clock filling node parallel publish source verify",
    "pickle": "parallel",
}
"""Parts of the standard library that reach outside, and who may."""

FILES = sorted(GENERATOR.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(GENERATOR).as_posix())
def test_a_module_imports_what_its_layer_may(path: Path) -> None:
    """Every import of a module is one that its layer is for."""
    layer = path.relative_to(GENERATOR).with_suffix("").parts[0]
    if layer == "__init__":
        return
    assert layer in LAYERS, (
        f"generator/{layer} is new: say in tests/test_layers.py what it is for and what it may import"
    )
    wrong = [_advice(layer, name) for name in _imports(path) if not _may(layer, name)]
    assert wrong == [], "\n".join(wrong)


def test_only_the_clock_asks_what_day_it_is() -> None:
    """Dates are handed in, so that a build can be repeated. How long a phase took is another matter."""
    asks = [
        f"{path.relative_to(GENERATOR)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("now", "today", "utcnow", "time", "time_ns")
        and path.stem not in ("clock", "values")
    ]
    assert asks == [], "generator/clock.py asks, and everyone else is told: " + ", ".join(asks)


def test_every_layer_is_there() -> None:
    """A layer that is gone is taken out of the table."""
    there = {path.relative_to(GENERATOR).with_suffix("").parts[0] for path in FILES}
    assert set(LAYERS) - there == set()


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (f"generator.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def _may(layer: str, name: str) -> bool:
    top, _, rest = name.partition(".")
    if top == "generator":
        part = rest.partition(".")[0]
        return part in (layer, "__version__") or any(
            rest == each or rest.startswith(f"{each}.") for each in LAYERS[layer].ours.split()
        )
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
