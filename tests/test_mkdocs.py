"""MkDocs by itself, with the project's own `mkdocs.yml`, gives the same site as `drws build`."""

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build.output import gather_output
from drws.verify import verify

if TYPE_CHECKING:
    from tests.conftest import Example

pytestmark = pytest.mark.slow  # whole sites are built

ROOT = Path(__file__).parent.parent


@pytest.fixture
def settings(buildable: "Example") -> Path:
    """The project's `mkdocs.yml`, with the folders of the example in it."""
    return buildable.mkdocs()


def mkdocs(settings: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as somebody would who does not know Drws."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(settings), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=settings.parent)


@pytest.mark.slow
def test_mkdocs_gives_the_same_site(settings: Path, buildable: "Example", built: "Example") -> None:
    """Byte for byte, and file for file."""
    done = mkdocs(settings)
    assert done.returncode == 0, done.stderr
    assert buildable.digests() == built.digests()


def test_a_page_can_be_shown_without_mkdocs(buildable: "Example", built: "Example") -> None:
    """A hand-written page is its plan and its words. What MkDocs makes of them is the same."""
    output, problems = gather_output(buildable.load(), buildable.work)
    assert output, problems
    for (path, language), plan in output.authored.items():
        words = output.renderer.prose(output.site.authored[path].texts[language], language)
        template = output.renderer.environments[language].get_template(plan.template)
        html = template.render(output.renderer.context(plan, page_html=words))
        assert html.encode() == (built.site / plan.path).read_bytes()


@pytest.mark.slow
def test_problems_stop_mkdocs_too(settings: Path, buildable: "Example") -> None:
    """With the same words as `drws check`, and without a traceback."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    done = mkdocs(settings)
    assert done.returncode == 1
    assert (
        "grwp-rhieni.yml:23:12  statutory: only true or false can stand here, not ‘no’  [value]"
        in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stderr
    assert not (settings.parent / "site").exists()


LANGUAGES = re.compile(r"( +)- {locale: cy.*}\n +- {locale: en.*}\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    "languages",
    [
        "- {locale: cy, name: Cymraeg, default: true, build: true}",
        "- {locale: en, name: English, default: true, build: true}, {locale: cy, name: Cymraeg, build: true}",
    ],
    ids=["one is missing", "another is the first"],
)
def test_the_languages_of_mkdocs_are_those_of_the_data(settings: Path, languages: str) -> None:
    """Otherwise one of them would have no pages, or pages in the wrong place."""
    listed = "".join(f"        {each}\n" for each in languages.replace("}, {", "}\n- {").splitlines())
    text, found = LANGUAGES.subn(listed, settings.read_text("utf-8"))
    assert found
    settings.write_text(text, "utf-8")
    done = mkdocs(settings)
    assert done.returncode == 1
    line = next(number for number, line in enumerate(text.splitlines(), 1) if "- {locale" in line)
    assert f"mkdocs.yml:{line}:9  plugins.i18n.languages: the languages of mkdocs.yml are not those" in done.stdout
    assert "the languages, the default one first, are: cy, en" in done.stdout
    assert "Traceback" not in done.stderr


def test_the_same_goes_for_a_build_of_drws(settings: Path, buildable: "Example") -> None:
    """MkDocs is at work in another process there, and what it refuses comes back from it."""
    text, found = LANGUAGES.subn("        - {locale: en, name: English, default: true}\n", settings.read_text("utf-8"))
    assert found
    settings.write_text(text, "utf-8")
    report = buildable.build(mkdocs=settings)
    assert [problem.message for problem in report.problems] == ["settings.languages"]
    assert not buildable.site.exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"\n  - drws: .*\n", "\n", "mkdocs.yml:8:3  plugins: mkdocs.yml does not name the plugin ‘drws’"),
        (r"\n  - i18n:\n(     .*\n)*", "\n", "mkdocs.yml:8:3  plugins: mkdocs.yml does not name the plugin ‘i18n’"),
        (r"\nplugins:\n", "\nplugins: ]\n", "mkdocs.yml:7:10  MkDocs cannot use these settings: "),
        (r"\nplugins:\n", "\ntheme: nobody\nplugins:\n", "mkdocs.yml:1:1  MkDocs cannot use these settings: "),
    ],
)
def test_settings_that_cannot_be_used_are_a_problem(
    settings: Path, buildable: "Example", old: str, new: str, said: str
) -> None:
    """With the line where there is one, and the way to do without."""
    text, found = re.subn(old, new, settings.read_text("utf-8"))
    assert found
    settings.write_text(text, "utf-8")
    told = buildable.lines(buildable.build(mkdocs=settings).problems)
    assert told[0].startswith(said)
    assert "‘drws build’ does without" in told[0]


def test_a_build_does_without_mkdocs_yml(buildable: "Example", built: "Example") -> None:
    """The file is there for MkDocs itself: the site is the same."""
    assert buildable.build(mkdocs=buildable.root / "mkdocs.yml").is_published
    assert buildable.digests() == built.digests()


def test_serving_needs_it(tmp_path: Path) -> None:
    """MkDocs reads it anew before each build."""
    command = [sys.executable, "-m", "drws", "serve"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("mkdocs.yml:1:1  this file does not exist")


def test_what_mkdocs_wrote_is_signed_and_hidden_files_of_others_are_not(settings: Path, buildable: "Example") -> None:
    """MkDocs leaves hidden files where they are. The next build takes the site for ours, unless there is something of somebody else."""
    assert buildable.build().is_published
    buildable.change({"data/services/grwp-rhieni.yml": {"name": {"cy": "Grŵp arall", "en": "Other group"}}})
    done = mkdocs(settings)
    assert done.returncode == 0, done.stderr
    assert verify(buildable.site) == []
    (buildable.site / ".cudd").touch()
    assert mkdocs(settings).returncode == 0
    assert [each.message for each in buildable.build().problems] == ["publish.foreign-file"]
    (buildable.site / ".cudd").unlink()
    assert buildable.build().is_published
