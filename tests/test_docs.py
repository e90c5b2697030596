"""The docs say what is so: what follows from the code is up to date, links lead somewhere, commands exist."""

import importlib
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
import yaml
from pydantic import BaseModel

from drws import __version__
from drws.cli import main
from drws.domains.registry import installed
from drws.kernel.entity import Part
from drws.kernel.language import Language
from drws.mkdocs.plugin import DirectoryConfig
from drws.say.catalogue import LANGUAGES, shipped
from drws.verify import VERIFIERS

from .documents import ROOT, anchors, code_of, headings_of, name, read, section, targets, without_code

if TYPE_CHECKING:
    from tests.example import Example

GENERATOR = ROOT / "generator"
MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
HEADINGS = ["Decision", "Rationale", "Risks and constraints", "Alternatives considered", "Implications"]


@cache
def made() -> dict[str, str]:
    """What `make docs` would write."""
    sys.path.insert(0, str(ROOT / "tools"))
    return importlib.import_module("write_docs").documents()  # type: ignore[no-any-return]  # found when the test runs


# ── what follows from the code ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_made_docs_are_up_to_date() -> None:
    """Every file that `make docs` writes is in the repository as it would write it, and no schema is left over."""
    stale = [path for path, words in made().items() if not (ROOT / path).is_file() or read(path) != words]
    left_over = {name(path) for path in (ROOT / "docs/schema").iterdir()} - made().keys()
    assert not stale, f"run make docs: {stale}"
    assert not left_over, f"run make docs: {left_over}"


def test_every_field_is_in_the_data_dictionary() -> None:
    """A field can be looked up under the name that an editor types."""
    listed = set(re.findall(r"^\| `(\w+)` \|", read("docs/data-dictionary.md"), re.MULTILINE))
    parts = [
        part
        for part in kinds_of(Part)
        if not part.__module__.endswith(("authored", "page_block", "queries", "targets"))
    ]
    models: list[Any] = [*installed().entities, installed().partnership, Language, *parts]
    assert {field for model in models for field in model.model_fields} <= listed


def test_every_rule_and_every_message_is_explained() -> None:
    """Whatever Drws says can be looked up in `docs/checks.md`, or in `docs/ready.md`, in the language in which it was said."""
    document = read("docs/checks.md") + read("docs/ready.md")
    headings = [title for _, title in headings_of(document)]
    messages: Any = shipped()
    keys = [key for key in messages if not key.startswith("tool.")]
    assert {key.partition(".")[0] for key in keys} <= set(headings)
    assert {f"launch: {check.ID}" for check in installed().launch_checks} <= set(headings)
    assert {check.ID for check in installed().checks} | {f"verify: {verifier.ID}" for verifier in VERIFIERS} <= set(
        headings
    )
    written = importlib.import_module("made_docs.markdown").literal
    unsaid = [
        key
        for key in keys
        for code in LANGUAGES
        if written(re.sub(r"(?<!{){\w+}(?!})", "…", messages[key]["message"][code])) not in document.replace("\\|", "|")
    ]
    assert unsaid == []


def test_every_command_and_every_option_is_documented() -> None:
    """`docs/command-line.md` has them all."""
    document = read("docs/command-line.md")
    for command in main.commands.values():
        assert f"## drws {command.name}\n" in document
        for option in (each for each in command.params if isinstance(each, click.Option)):
            assert any(each in document for each in option.opts), option.opts
    assert re.findall(r"^\| `make (\w+)`", document, re.MULTILINE) == targets()


def test_every_page_type_and_every_export_is_documented() -> None:
    """`docs/pages.md` has them all."""
    document = read("docs/pages.md")
    pages = [page for domain in installed() for page in (*domain.pages, *domain.documents)]
    modules = {f"generator/{function.__module__.replace('.', '/')}.py" for function in (*pages, *installed().exports)}
    assert [module for module in modules if f"`{module}`" not in document] == []


def test_every_option_of_the_plugin_is_documented() -> None:
    """What `mkdocs.yml` can say to the plugin is in `docs/architecture.md`."""
    options = [key for key, _ in DirectoryConfig._schema]  # noqa: SLF001  MkDocs has no other way to ask
    assert [option for option in options if f"`{option}`" not in read("docs/architecture.md")] == []


@pytest.mark.parametrize("data", ["data", "tests/examples/small/data"])
@pytest.mark.parametrize("loader", [yaml.CBaseLoader, yaml.CSafeLoader], ids=["text", "guessed"])
@pytest.mark.slow
def test_schemas_accept_every_record(data: str, loader: type) -> None:
    """What Drws accepts, an editor with our schemas does not underline, whether its YAML guesses types or not."""
    jsonschema = pytest.importorskip("jsonschema", reason="the schemas are not tried: jsonschema is not installed")
    wrong = []
    models: list[Any] = [*installed().entities, installed().partnership, Language]
    for model in models:
        kind = getattr(model, "KIND", "language").replace("_", "-")
        validator = jsonschema.Draft202012Validator(json.loads(read(f"docs/schema/{kind}.json")))
        files = (ROOT / data / model.FOLDER).glob("*.yml") if model.FOLDER else [ROOT / data / "site.yml"]
        for path in files:
            typed = json.loads(json.dumps(yaml.load(path.read_text("utf-8"), loader), default=str))
            wrong += [f"{name(path)} {error.json_path}: {error.message}" for error in validator.iter_errors(typed)]
    assert wrong == []


def test_every_type_of_record_has_a_schema_for_editors() -> None:
    """The setting that the data dictionary shows names every schema and every folder of data."""
    [setting] = re.findall(r"```json\n(.*?)```", read("docs/data-dictionary.md"), re.DOTALL)
    named: dict[str, str] = json.loads(setting)["yaml.schemas"]
    assert {*named, "docs/schema/front-matter.json"} == {name(path) for path in (ROOT / "docs/schema").iterdir()}
    folders = {f"data/{path.name}/*.yml" for path in (ROOT / "data").iterdir() if path.is_dir()}
    folders |= {f"data/{model.FOLDER}/*.yml" for model in installed().entities}  # one may have no record yet
    single = {
        name(path)
        for path in (
            ROOT / "data/site.yml",
            ROOT / "data/search/best_bets.yml",
            ROOT / "data/search/topics.yml",
            ROOT / "data/search/words.yml",
            *(ROOT / "data/geography").iterdir(),
        )
    }
    assert folders & set(named.values()) == set(named.values()) - single
    assert single <= set(named.values())


# ── links ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", MARKDOWN, ids=name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link and every picture of a page is there, and every anchor is a heading."""
    broken = []
    for target in re.findall(r"(?<!\\)\]\(([^)\s]+)\)", without_code(read(name(path)))):
        file, _, fragment = target.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        found = (path.parent / file).resolve() if file else path
        if not found.exists() or (fragment and fragment not in anchors(found)):
            broken.append(target)
    assert broken == []


def test_files_that_code_and_docs_name_exist() -> None:
    """A comment that sends its reader to a page of the docs sends them to one that is there."""
    sources = [
        path
        for folder in ("generator", "theme", "tools", "benchmarks")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".py", ".yml", ".html", ".scss", ".js", ".sh") and "node_modules" not in path.parts
    ]
    named = [
        (name(path), found)
        for path in [*sources, ROOT / "Makefile", *MARKDOWN]
        for found in re.findall(r"\bdocs/[\w./-]+\b", path.read_text("utf-8"))
        if not re.search(rf"(?:build|https?:\S*)/?{re.escape(found)}", path.read_text("utf-8"))
    ]
    missing = [
        (file, found) for file, found in named if not list(ROOT.glob(f"{found}*")) and not staged_or_pictured(found)
    ]
    assert missing == []


def staged_or_pictured(found: str) -> bool:
    """Is it a page as MkDocs sees it (`docs/cy/…`), or a picture, which is looked for as a link?"""
    return re.match(r"docs/(?:[a-z]{2}|images)/", found) is not None


# ── commands ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", MARKDOWN, ids=name)
def test_commands_exist(path: Path) -> None:
    """Every target of make, every command of Drws and every option that a page names can be typed."""
    code = "\n".join(code_of(read(name(path))))
    assert set(re.findall(r"\bmake ([a-z]+)\b", code)) <= set(targets())
    assert set(re.findall(r"\bdrws ([a-z]+(?:-[a-z]+)*)\b", code)) <= set(main.commands)
    known = {option for command in (main, *main.commands.values()) for each in command.params for option in each.opts}
    lines = [line for line in code.splitlines() if re.match(r"--|.*\b(?:drws|ARGS)\b", line)]
    assert set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*)", "\n".join(lines))) <= known | {"--help", "--version"}


def test_the_readme_begins_with_two_commands() -> None:
    """A newcomer has `make site` and `make test`."""
    block, *_ = re.findall(r"```sh\n(.*?)```", read("README.md"), re.DOTALL)
    assert [line.split("#")[0].strip() for line in block.splitlines()] == ["make site", "make test"]


# ── architecture and decisions ───────────────────────────────────────────────────────────────────────────────────────


def test_the_service_that_architecture_follows_goes_where_it_says(example: "Example") -> None:
    """If its name has changed, so have its addresses: mend “One service, all the way through” in `docs/architecture.md`."""
    loaded = example.load()
    assert loaded.addresses
    followed = section("docs/architecture.md", "One service, all the way through")
    for code in ("cy", "en"):
        assert f"{loaded.addresses.path('service:blwch-llythyrau', code)}index.html" in followed


def test_decisions_are_numbered_listed_and_whole() -> None:
    """No number is left out, every page has all headings and is in the index."""
    assert [path.name[:4] for path in DECISIONS] == [f"{number:04}" for number in range(1, len(DECISIONS) + 1)]
    for path in DECISIONS:
        words = read(name(path))
        assert words.startswith(f"# {path.name[:4]} – "), path.name
        assert [title for level, title in headings_of(words) if level == 2] == HEADINGS, path.name
        title = words.partition("\n")[0].partition(" – ")[2]
        assert f"| [{path.name[:4]}](decisions/{path.name}) | {title} |" in read("docs/README.md")


def test_the_changelog_has_this_version() -> None:
    """Its newest entry is the version that `drws --version` says."""
    assert re.findall(r"^## \[([\d.]+)\] - \d{4}-\d{2}-\d{2}$", read("CHANGELOG.md"), re.MULTILINE)[0] == __version__


def kinds_of(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Every type that is made from another."""
    for kind in model.__subclasses__():
        yield kind
        yield from kinds_of(kind)
