"""A site says what it was made of: the commit, the sources, and the versions of what made it."""

import hashlib
import json
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drws import __version__
from drws.build.materials import with_materials
from drws.build.output import gather_output
from drws.kernel.materials import Revision
from drws.read.reader import Folder
from drws.read.theme import Theme
from drws.render.assets import COMPILED, VERSIONS, compiled
from drws.render.theme_versions import theme_versions
from drws.system.git import revision
from drws.system.sync_folder import fill

if TYPE_CHECKING:
    from tests.example import Example

REPOSITORY = "https://git.example/bach/cyfeiriadur"
INFO = "build-info.json"
PAGES = ("cy/gwasanaethau/grwp-rhieni/index.html", "en/services/parents-group/index.html")

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs Git")


def git(folder: Path, *words: str) -> str:
    """Ask Git, as somebody with no settings of their own."""
    person = [word for what in ("name", "email") for word in ("-c", f"user.{what}=x@bach.example")]
    command = ["git", "-C", str(folder), *person, "-c", "commit.gpgsign=false", "-c", "init.defaultBranch=main", *words]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def commit(example: "Example") -> str:
    """Put the sources of the example into a repository. Returns the commit."""
    git(example.root, "init", "--quiet")
    git(example.root, "add", "data", "content")
    git(example.root, "commit", "--quiet", "--message", "x")
    return git(example.root, "rev-parse", "HEAD")


def info(example: "Example") -> Any:
    """What the site says of itself."""
    return json.loads((example.site / INFO).read_text("utf-8"))


def made(example: "Example") -> Any:
    """The same, of a site of which only that and two pages are made, as a build makes them now."""
    output, problems = gather_output(example.load(), example.work)
    assert output, example.lines(problems)
    files = with_materials(output, example.sources).files()
    example.site.mkdir(exist_ok=True)
    fill(example.site, {name: files[name] for name in (INFO, *PAGES)})
    return info(example)


def footer(example: "Example", page: str = PAGES[1]) -> str:
    """The foot of a page."""
    return (example.site / page).read_text("utf-8").partition("<footer")[2]


def test_a_site_says_which_commit_it_was_made_of(
    buildable: "Example", tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whoever has the same commit elsewhere makes the same bytes; what was not committed is told; a number leads to the commit."""
    buildable.change({"data/site.yml": {"repository": f"{REPOSITORY}/"}})
    at = commit(buildable)
    said = made(buildable)
    assert (said["commit"], said["has_changes"]) == (at, False)
    assert f'<a href="{REPOSITORY}/commit/{at}">{at[:8]}</a>' in footer(buildable)
    assert "Fersiwn: " in footer(buildable, PAGES[0])

    elsewhere = type(buildable)(tmp_path_factory.mktemp("elsewhere") / "clone")
    git(buildable.root, "clone", "--quiet", str(buildable.root), str(elsewhere.root))
    shutil.copytree(buildable.work, elsewhere.work)
    made(elsewhere)
    assert elsewhere.digests() == buildable.digests()

    buildable.change({"data/services/grwp-rhieni.yml": {"fees_description": {"cy": "£2", "en": "£2"}}})
    changed = made(buildable)
    assert (changed["commit"], changed["has_changes"]) == (at, True)
    assert changed["sources_sha256"] != said["sources_sha256"]
    assert "and changes that are not committed" in footer(buildable)
    git(buildable.root, "checkout", "--quiet", "data")
    buildable.change({"data/drawings/newydd.txt": "x"})  # a new file is a change as well
    assert revision(buildable.root / "data/site.yml", [buildable.root / "data"]) == Revision(at, is_changed=True)


def test_a_build_says_what_its_sources_are(built: "Example") -> None:
    """Anybody can work it out with `sha256sum`. With what it was made is said as well."""
    said = info(built)
    assert said["sources_sha256"] == summed(built.root)
    assert said["versions"]["drws"] == __version__
    assert {"python", "pagefind-bin", "sass", "govuk-frontend", "jinja2"} <= said["versions"].keys()


def test_a_site_without_a_repository_says_no_commit(buildable: "Example", monkeypatch: pytest.MonkeyPatch) -> None:
    """Its sources may lie in somebody's repository by chance, or there is no Git. Hidden files are no sources."""
    buildable.change({"data/.DS_Store": "x"})
    git(buildable.root, "init", "--quiet")
    git(buildable.root, "commit", "--quiet", "--allow-empty", "--message", "x")
    said = made(buildable)
    assert "commit" not in said
    assert "Version" not in footer(buildable)
    assert said["sources_sha256"] == summed(buildable.root)
    commit(buildable)
    monkeypatch.setenv("PATH", "")
    assert revision(buildable.root / "data/site.yml", [buildable.root / "data"]) is None


def summed(root: Path) -> str:
    """What stands for the sources, as `Materials` describes it. Hidden files do not count."""
    files = {
        path.relative_to(root).as_posix(): path.read_bytes()
        for folder in ("data", "content")
        for path in (root / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def test_an_installed_theme_says_with_which_versions_it_was_made(tmp_path: Path) -> None:
    """There is no Node.js where it is. The file that says so is not one of the site's."""
    made = tmp_path / COMPILED
    made.mkdir()
    (made / "site.css").write_text("p{}")
    (made / VERSIONS).write_text('{"sass": "1.2.3"}')
    theme = Theme((Folder(tmp_path, "package-theme"),))
    assert theme_versions(theme) == {"sass": "1.2.3"}
    assert compiled(theme, tmp_path / "work") == ({"site.css": made / "site.css"}, [])
