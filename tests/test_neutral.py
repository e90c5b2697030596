"""The package is about any partnership, in any languages: what is about one of them is its data."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
THEME, DRWS = ROOT / "theme", ROOT / "generator" / "drws"

OURS = re.compile(
    r"wales|welsh|\b[cgn]?[cgn]h?ymru\b|\bg?ch?ymraeg|gymraeg|\benglish\b|\bsaes|england|lloegr"
    r"|adopt(?!edStyleSheets\b)|[mf]abwys"  # the name that the DOM has for stylesheets of a tree
    r"|kingdom|deyrnas|open government|llywodraeth agored"
    r"|(?<!data-)\b(llyn|mawn|tywod|ewyn|cennin|grug|rhedyn|eithin|draig|llechi|gwyn)\b"
    r"""|lang\((cy|en)\)|lang="(cy|en)\"""",
    re.IGNORECASE,
)
"""Words about this site's country, languages, work and licence, and the names of its colours."""
SAID = re.compile(rf"{OURS.pattern}|\bcouncil|\bn?[cg]h?yngh?or(?!i\b| cyfreithiol)", re.IGNORECASE)
"""The same, and what it calls its authorities. In code that is a word like any other."""

EXCEPTIONS = {
    "theme/strings.yml: language_navigation.switch_to": "each language says its own name",
    "theme/website/strings.yml: choice.enter": "each language says its own name",
    "drws/domains/directory/contact/holidays.py": "the names of gov.uk's calendars of bank holidays",
    "drws/domains/directory/messages.yml: schedules.no-calendar": "the name of such a calendar",
}
"""Where such a word has to stand, and why."""


def _texts() -> Iterator[tuple[str, str]]:
    """Everything in the package that can reach a page, a person or a stylesheet, with the place it stands in. Comments reach nobody."""
    for path in sorted(THEME.rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        match path.suffix:
            case ".yml" if path.name == "strings.yml":
                yield from ((f"{name}: {key}", str(said)) for key, said in _entries(path).items())
            case ".html":
                yield name, re.sub(r"\{#.*?#\}", "", path.read_text("utf-8"), flags=re.DOTALL)
            case ".scss" | ".js":
                yield name, re.sub(r"//.*", "", path.read_text("utf-8"))
            case ".svg":
                yield name, f"{path.name} {path.read_text('utf-8')}"
    for path in sorted(DRWS.rglob("*.py")):
        yield path.relative_to(DRWS.parent).as_posix(), " ".join(_strings_of(ast.parse(path.read_text("utf-8"))))
    for path in sorted(DRWS.rglob("messages.yml")):
        name = path.relative_to(DRWS.parent).as_posix()
        for key, entry in _entries(path).items():
            yield f"{name}: {key}", str(entry)


def _entries(path: Path) -> dict[str, Any]:
    """What a file of words or messages holds, read with libyaml."""
    entries: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return entries


def _strings_of(tree: ast.AST) -> Iterator[str]:
    """The strings of a module without its docstrings, which may give examples."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.fixture(scope="module")
def found() -> Mapping[str, str]:
    """Such a word of each place that has one. Looked for where the tests run, and not by everyone who only collects them."""
    looked = ((place, (SAID if ".yml: " in place else OURS).search(text)) for place, text in _texts())
    return {place: word[0] for place, word in looked if word}


@pytest.mark.slow
def test_the_package_is_about_nobody_in_particular(found: Mapping[str, str]) -> None:
    """Its words, templates, styles, drawings and messages. What one site says stands in its `data/`."""
    assert {place: word for place, word in found.items() if place not in EXCEPTIONS} == {}


@pytest.mark.parametrize("place", EXCEPTIONS)
def test_every_exception_is_needed(place: str, found: Mapping[str, str]) -> None:
    """A word that is gone is taken out of the list."""
    assert place in found
