"""MkDocs by itself, with the project's own `mkdocs.yml`, gives the same site as `drws build`."""

import hashlib
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build.output import gather_output
from drws.render.prose import prose

if TYPE_CHECKING:
    from tests.conftest import Example

ROOT = Path(__file__).parent.parent
OURS = {".drws-files"}
"""What only publishing adds."""


@pytest.fixture
def settings(buildable: "Example") -> Path:
    """The project's `mkdocs.yml`, with the folders of the example in it."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    folders = f"data_dir: {buildable.root}/data, content_dir: {buildable.root}/content, theme_dir: {ROOT}/theme, work_dir: {buildable.work}"
    for old, new in (
        ("\n  - drws\n", f"\n  - drws: {{{folders}, as_of: '2025-11-21', search: false}}\n"),
        ("\n  custom_dir: theme\n", f"\n  custom_dir: {ROOT}/theme\n"),
    ):
        assert old in text
        text = text.replace(old, new)
    path = buildable.root / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return path


def mkdocs(settings: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs as somebody would who does not know Drws."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(settings), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=settings.parent)


def test_mkdocs_gives_the_same_site(settings: Path, built: "Example") -> None:
    """Byte for byte, and file for file."""
    done = mkdocs(settings)
    assert done.returncode == 0, done.stderr
    assert _digests(settings.parent / "site") == {
        name: digest for name, digest in _digests(built.site).items() if name not in OURS
    }


def test_a_page_can_be_shown_without_mkdocs(buildable: "Example", built: "Example") -> None:
    """A hand-written page is its plan and its words. What MkDocs makes of them is the same."""
    output, problems = gather_output(buildable.load(), buildable.sources, buildable.work)
    assert output, problems
    for (path, language), plan in output.authored.items():
        words = prose(output.site.authored[path].texts[language], language, output.addresses)
        template = output.renderer.environments[language].get_template(plan.template)
        html = template.render(output.renderer.context(plan, page_html=words))
        assert html.encode() == (built.site / plan.path).read_bytes()


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
    assert "the languages of mkdocs.yml are not those of data/site.yml" in done.stdout
    assert "the languages, the default one first, are: cy, en" in done.stdout
    assert "Traceback" not in done.stderr


def _digests(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file()
    }
