"""The theme's components: every example of each is rendered by the real environment, looks as it did, is sound HTML, and escapes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser

from drws.build.output import gather_output
from drws.render.renderer import Renderer

from .html_layout import lay_out
from .html_validate import html_problems

if TYPE_CHECKING:
    from tests.example import Example
    from tests.golden import Golden

ROOT = Path(__file__).parent.parent
COMPONENTS = sorted(path.parent for path in (ROOT / "theme" / "components").glob("*/macro.html"))
LANGUAGES = ("cy", "en")
HOSTILE = "\"' x=y><script>alert(1)</script>{{ 7 * 7 }}</p>"


@pytest.fixture(scope="module")
def renderer(built: "Example") -> Renderer:
    """What pages are rendered with."""
    output, _ = gather_output(built.load(), built.work)
    assert output
    return output.renderer


def test_components_look_as_they_did(renderer: Renderer, golden: "Golden") -> None:
    """Every example of each, in both languages, is what the golden file holds."""
    shown = {
        f"{folder.name}.html": "\n".join(f"{name}\n{lay_out(html)}" for name, html in _rendered(folder, renderer))
        for folder in COMPONENTS
    }
    golden.compare_all("golden/components", shown)


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_explains_itself(folder: Path) -> None:
    """It says what it is for, and describes exactly the parameters that its macro has, in their order."""
    about = _about(folder)
    macro = re.search(rf"macro {_macro(folder)}\((.*?)\) -%}}", (folder / "macro.html").read_text("utf-8"), re.DOTALL)
    assert macro, "the macro has the component's name"
    named = re.findall(r"(\w+)(?:=\(\)|=[^,]+)?(?:,|$)", macro[1])
    assert [param["name"] for param in about["params"]] == named
    assert all(param["description"] and param["type"] for param in about["params"])
    assert about["description"]
    assert {name for example in about["examples"] for name in example["data"]} <= set(named)


def test_a_component_has_classes_of_its_own() -> None:
    """One whose name another has too would dress both. Styles are only there once, on every page."""
    owners: dict[str, set[str]] = {}
    for folder in COMPONENTS:
        for style in folder.glob("_*.scss"):
            for name in re.findall(r"(?m)^\.([a-z][\w-]*)", style.read_text("utf-8")):
                owners.setdefault(name, set()).add(folder.name)
    assert len(owners) > len(COMPONENTS) // 2
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_a_component_escapes(folder: Path, renderer: Renderer) -> None:
    """Whatever stands in any text of an example, the elements and attributes stay those of the same example with harmless text."""
    for example in _about(folder)["examples"]:
        for harmless, hostile in _variants(example["data"]):
            try:
                expected = _render(folder, harmless, "cy", renderer)
            except KeyError:
                continue  # a code that chooses words of the interface: it is the theme's own, not text
            html = _render(folder, hostile, "cy", renderer)
            assert _skeleton(html) == _skeleton(expected)
            assert "<script>" not in html


@pytest.mark.node
def test_components_are_sound_html(renderer: Renderer, tmp_path: Path) -> None:
    """html-validate finds nothing in any example, each on a page of its own."""
    for folder in COMPONENTS:
        for number, (name, html) in enumerate(_rendered(folder, renderer)):
            whole = f"<ul>{html}</ul>" if html.startswith("<li") else html
            head = '<!doctype html><html lang="cy"><head><meta charset="utf-8"><title>Esiampl</title></head>'
            page = f"{head}<body><main>\n<!-- {name} -->\n{whole}\n</main></body></html>\n"
            (tmp_path / f"{folder.name}-{number}.html").write_text(page, "utf-8")
    assert html_problems(tmp_path) == []


def _rendered(folder: Path, renderer: Renderer) -> list[tuple[str, str]]:
    return [
        (f"{example['name']} ({language})", _render(folder, example["data"], language, renderer))
        for example in _about(folder)["examples"]
        for language in LANGUAGES
    ]


def _render(folder: Path, data: dict[str, Any], language: str, renderer: Renderer) -> str:
    template = renderer.environments[language].get_template(f"components/{folder.name}/macro.html")
    html = getattr(template.module, _macro(folder))(**data)
    assert isinstance(html, Markup)
    return str(html)


def _about(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = yaml.safe_load((folder / f"{folder.name}.yml").read_text("utf-8"))
    return {**about, "examples": [{**each, "data": _with_none(each["data"])} for each in about["examples"]]}


def _with_none(value: Any) -> Any:
    """In examples `none` is Jinja's: nothing."""
    if isinstance(value, dict):
        return {name: _with_none(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_none(each) for each in value]
    return None if value == "none" else value


def _variants(data: Any) -> Iterator[tuple[Any, Any]]:
    """For each text in the data: the data with harmless words added to it, and the same with hostile ones."""
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        for harmless, hostile in _variants(value) if not isinstance(value, str) else [(f"{value} x", value + HOSTILE)]:
            yield _with(data, step, harmless), _with(data, step, hostile)


def _with(data: Any, step: Any, value: Any) -> Any:
    changed = data.copy()
    changed[step] = value
    return changed


def _skeleton(html: str) -> list[tuple[str | None, tuple[str, ...]]]:
    """Every element with the names of its attributes, in order."""
    body = LexborHTMLParser(html).body
    assert body
    return [(node.tag, tuple(sorted(node.attributes))) for node in body.css("*")]


def _macro(folder: Path) -> str:
    return folder.name.replace("-", "_")
