"""A project's own theme, over the package's: by name, and nothing else changes."""

from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build.run import Paths, build
from drws.read.theme import Theme
from drws.render.assets import gather

from .example import AS_OF

if TYPE_CHECKING:
    from .example import Example

OWN = {
    "theme/guidance/home.html": """\
{% extends "package/guidance/home.html" %}
{% block title %}My own title{% endblock %}
""",
    "theme/components/phase-banner/macro.html": """\
{% macro phase_banner(draft=false) %}<p class="mine">no banner</p>{% endmacro %}
""",
    "theme/strings.yml": """\
translation: reviewed
page.services: {en: What there is}
""",
    "theme/assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>mine</title></svg>',
    "theme/assets/paper.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "theme/extra.css": ".mine { background: url(paper.svg) }\n",
}


def test_what_a_project_has_takes_the_place_of_the_packages(buildable: "Example", built: "Example") -> None:
    """Templates, which can extend the package's; components; words, language by language; drawings; and styles after all others."""
    buildable.change(OWN)
    files = buildable.files()
    home = files["en/index.html"]().decode()
    assert "<title>My own title</title>" in home
    assert '<p class="mine">no banner</p>' in home
    assert "What there is" in home
    assert "Gwasanaethau" in files["cy/index.html"]().decode()

    def asset(name: str) -> str:
        return next(each for each in files if fnmatch(each, f"assets/{name}"))

    assert "<title>mine</title>" in files[asset("favicon.*.svg")]().decode()
    styles = files[asset("site.*.css")]().decode()
    before = next(built.site.glob("assets/site.*.css")).read_text("utf-8")
    paper = asset("paper.*.svg").removeprefix("assets/")
    assert styles == f"{before}.mine {{ background: url({paper}) }}\n"


@pytest.mark.parametrize(
    ("name", "template", "said"),
    [
        ("directory/services.html", "\n{% if %}", "theme/directory/services.html:2:1  this template does not work: "),
        ("directory/services.html", '{% extends "nowhere.html" %}', "theme/directory/services.html:1:1  "),
        (
            "components/footer/macro.html",
            "{% macro footer() %}{% endmacro %}",
            "this template does not work: macro 'footer'",
        ),
    ],
)
def test_a_template_that_does_not_work_is_a_problem(buildable: "Example", name: str, template: str, said: str) -> None:
    """With its line, or the line of the package's template that asks for something else."""
    buildable.change({f"theme/{name}": template})
    report = buildable.build()
    assert not report.is_published
    assert said in "\n".join(buildable.lines(report.problems))


def test_a_template_that_was_compiled_before_has_its_line(
    buildable: "Example", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever way led to it then: MkDocs says where the theme is, and `drws build` that it is here."""
    buildable.change({"theme/directory/services.html": "\n\n{{ nobody }}"})
    before = buildable.build().problems
    assert "theme/directory/services.html:3:1  this template does not work: " in buildable.lines(before)[0]
    monkeypatch.chdir(buildable.root)
    sources = replace(buildable.sources, own_theme=Path("theme"))
    paths = Paths(sources, buildable.site, buildable.work, buildable.root / "mkdocs.yml")
    again = build(paths, as_of=AS_OF, today=AS_OF, search=False, phase=lambda _: None)
    assert again.problems == before


SCRIPTS: tuple[tuple[dict[str, str], str], ...] = (
    (
        {"own.js": '// mine: tŷ\n\nimport { fold } from "./speling.js";\n'},
        "theme/assets/own.js:3:25  there is no file called ‘speling.js’ to import: it is not in theme/assets, nor among those of Drws  [theme] → did you mean ‘spelling.js’?",
    ),
    (
        {"own.js": 'import "./my-very-own-utilities.js";'},
        "theme/assets/own.js:1:11  there is no file called ‘my-very-own-utilities.js’ to import: it is not in theme/assets, nor among those of Drws  [theme] → put the file into theme/assets, or delete what imports it",
    ),
    (
        {"one.js": 'import "./two.js";', "two.js": '\nimport("./one.js");'},
        "theme/assets/one.js:1:11  scripts import each other in a circle: one.js → two.js → one.js  [theme] → move what more than one needs into a script of its own, and import that",
    ),
    (
        {"own.js": 'import "./own.js";'},
        "theme/assets/own.js:1:11  scripts import each other in a circle: own.js → own.js  [theme] → move what more than one needs into a script of its own, and import that",
    ),
    (
        {"spelling.js": 'import "./search-words.js";'},
        "theme/assets/spelling.js:1:11  scripts import each other in a circle: spelling.js → search-words.js → spelling.js  [theme] → move what more than one needs into a script of its own, and import that",
    ),
)


@pytest.mark.slow
@pytest.mark.parametrize(("scripts", "said"), SCRIPTS)
def test_a_script_that_imports_what_it_cannot_is_a_problem(
    buildable: "Example", scripts: dict[str, str], said: str
) -> None:
    """With its line, and beside no other: whatever follows from it is not told."""
    buildable.change({f"theme/assets/{name}": text for name, text in scripts.items()})
    report = buildable.build()
    assert not report.is_published
    assert [line for line in buildable.lines(report.problems) if "[theme]" in line] == [said]


@pytest.mark.slow
def test_a_script_may_import_what_is_no_script(buildable: "Example") -> None:
    """Under the name that it has in the site."""
    buildable.change(
        {
            "theme/assets/own.js": 'import names from "./names.json" with { type: "json" };',
            "theme/assets/names.json": "[]",
        }
    )
    assets, problems = gather(buildable.sources.theme, buildable.work)
    assert not problems
    assert assets
    assert f'"./{assets.names["names.json"]}"' in assets.contents["own.js"].decode()
    assert assets.imports["own.js"] == ()


def test_a_project_without_a_theme_has_the_packages(example: "Example") -> None:
    """And the folder need not be there."""
    assert [folder.name for folder in example.sources.theme.layers] == ["package-theme"]


def test_a_theme_over_itself_is_one(tmp_path: Path) -> None:
    """In a checkout the project's theme is the package's, whatever way leads there."""
    packaged = Theme.of(tmp_path / "none").layers[-1].path
    (tmp_path / "theme").symlink_to(packaged)
    assert [folder.name for folder in Theme.of(tmp_path / "theme").layers] == ["theme"]


@pytest.mark.slow
def test_hidden_files_are_no_part_of_it(buildable: "Example") -> None:
    """Those that editors and systems leave there are not published."""
    buildable.change({"theme/assets/.DS_Store": "left behind", "theme/.extra.css": "left behind"})
    assets, problems = gather(buildable.sources.theme, buildable.work)
    assert not problems
    assert assets
    assert [name for name, content in assets.contents.items() if b"left behind" in content] == []
