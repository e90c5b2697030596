"""What others install: the wheels, outside this checkout, where there is no Node.js."""

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = [pytest.mark.package, pytest.mark.node]


@dataclass(frozen=True)
class Installed:
    """An environment into which the wheels were installed, and a folder to work in."""

    environment: Path
    folder: Path

    def run(self, *command: str, inside: str = "") -> subprocess.CompletedProcess[str]:
        """Run a program of the environment, and of nothing else: no Node.js, no make. It has the caches of the account that tests it."""
        return subprocess.run(
            [str(self.environment / "bin" / command[0]), *command[1:]],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder / inside,
            env={
                "PATH": str(self.environment / "bin"),
                "HOME": str(self.folder),
                "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"],
            },
        )

    def drws(self, *arguments: str, inside: str = "") -> str:
        """Run `drws`, which has to end well; what it says."""
        done = self.run("drws", *arguments, inside=inside)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @property
    def distributions(self) -> dict[str, Distribution]:
        """What was installed here, by name."""
        return {each.name: each for each in distributions(path=[str(self.packages)])}

    @contextmanager
    def without(self, pattern: str) -> Iterator[None]:
        """For a while, what matches is not installed."""
        found = list(self.packages.glob(pattern))
        assert found
        for path in found:
            path.rename(path.with_name(f"not-{path.name}.away"))
        try:
            yield
        finally:
            for path in found:
                path.with_name(f"not-{path.name}.away").rename(path)

    @property
    def packages(self) -> Path:
        """Where it is."""
        return next(self.environment.glob("lib/python*/site-packages"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheels, each made from its sdist. What they need comes from this environment; drws and cymraeg themselves do not."""
    wheels, environment = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("environment")
    subprocess.run([str(ROOT / "tools" / "make_wheels.sh"), str(wheels)], check=True, capture_output=True, text=True)
    venv.create(environment, symlinks=True)
    made = Installed(environment, tmp_path_factory.mktemp("outside"))
    others = tmp_path_factory.mktemp("third-party")
    for path in Path(sysconfig.get_path("purelib")).iterdir():
        if not path.name.strip("_").startswith(("drws", "cymraeg")):
            (others / path.name).symlink_to(path)
    (made.packages / "third-party.pth").write_text(f"{others}\n")
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python"), "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*install, *map(str, wheels.glob("*.whl"))], check=True, capture_output=True, text=True)
    return made


def test_the_checkout_has_no_part_in_it(installed: Installed) -> None:
    """Or nothing below would prove anything."""
    done = installed.run("python", "-c", "import cymraeg, drws; print(cymraeg.__file__, drws.__file__, sep='\\n')")
    assert [Path(line).is_relative_to(installed.environment) for line in done.stdout.splitlines()] == [True, True]


RECORD = "data/contacts/valley-enquiries.yml"
OLD, NEW = "029 2018 0123", "029 2018 0456"


def begun(installed: Installed, name: str, languages: str) -> None:
    """A project that somebody began, with a number of their own in a record."""
    installed.drws("init", name, "--languages", languages)
    record = installed.folder / name / RECORD
    text = record.read_text("utf-8")
    assert OLD in text
    record.write_text(text.replace(OLD, NEW), "utf-8")


@pytest.fixture(scope="module")
def project(installed: Installed) -> str:
    """Such a project in two languages, built: its folder. Look at it, and leave it as it is."""
    begun(installed, "my-site", "cy,en")
    installed.drws("check", inside="my-site")
    installed.drws("build", inside="my-site")
    installed.drws("verify", "site", inside="my-site")
    return "my-site"


def is_whole(site: Path, *languages: str) -> None:
    """It has the number on its page, the languages that were asked for, styles and fonts."""
    page = (site / "en" / "services" / "drop-in-group" / "index.html").read_text("utf-8")
    assert NEW in page
    assert OLD not in page
    assert tuple(code for code in ("cy", "en") if (site / code).is_dir()) == languages
    styles = next(site.glob("assets/site.*.css")).read_text("utf-8")
    fonts = [path.name for path in site.glob("assets/*.woff2")]
    assert fonts
    assert [font for font in fonts if font not in styles] == []


def test_a_new_project_becomes_a_site(installed: Installed, project: str) -> None:
    """With a search index of each language."""
    site = installed.folder / project / "site"
    is_whole(site, "cy", "en")
    assert {path.name[:3] for path in site.rglob("*.pf_index")} == {"cy_", "en_"}


def test_a_new_project_in_one_language_becomes_a_site(installed: Installed, project: str) -> None:
    """Its pages are made with the same templates: what was compiled for another project serves this one."""
    begun(installed, "alone", "en")
    installed.drws("build", "--no-search", "--work-dir", f"../{project}/build", inside="alone")
    is_whole(installed.folder / "alone" / "site", "en")


def test_mkdocs_alone_builds_it(installed: Installed, project: str) -> None:
    """As somebody would do who knows MkDocs."""
    done = installed.run("python", "-m", "mkdocs", "build", "--strict", "--site-dir", "by-mkdocs", inside=project)
    assert done.returncode == 0, done.stderr
    assert (installed.folder / project / "by-mkdocs" / "en" / "about" / "index.html").is_file()


def test_asking_the_search_says_that_it_needs_nodejs(installed: Installed, project: str, tmp_path: Path) -> None:
    """It is the one thing that the package cannot do by itself."""
    (tmp_path / "queries.yml").write_text('- {lang: en, q: tea, expect: ["service:drop-in"]}\n', "utf-8")
    done = installed.run("drws", "search-test", str(tmp_path / "queries.yml"), inside=project)
    assert done.returncode == 1
    assert "needs Node.js" in done.stdout


def test_what_is_bundled_has_its_licence(installed: Installed) -> None:
    """In the form in which its own package has it, where it has one."""
    files = installed.distributions["drws"].files or []
    licences = {path.name: path.read_text("utf-8") for path in files if ".dist-info/licenses/" in path.as_posix()}
    assert "Crown Copyright" in licences["govuk-frontend.txt"]
    modules = ROOT / "node_modules"
    assert licences["figtree.txt"] == (modules / "@fontsource-variable" / "figtree" / "LICENSE").read_text("utf-8")
    assert licences["uqr.txt"] == (modules / "uqr" / "LICENSE").read_text("utf-8")
    assert licences["LICENSE"] == (ROOT / "LICENSE").read_text("utf-8")


def test_only_welsh_needs_the_welsh_package(installed: Installed) -> None:
    """`drws[cy]` brings it; `drws` alone does not."""
    needed = installed.distributions["drws"].requires or []
    assert [each.partition(";")[2].split("'")[1] for each in needed if each.startswith("cymraeg")] == ["cy"]


def test_without_a_theme_it_is_said_so(installed: Installed, project: str) -> None:
    """A wheel that was not made by `make wheel` has none."""
    with installed.without("drws/theme"):
        done = installed.run("drws", "check", inside=project)
    assert done.returncode == 1
    assert "has no theme" in done.stdout, done.stderr


def test_a_site_in_welsh_without_its_package_is_told(installed: Installed, project: str) -> None:
    """It is built all the same."""
    with installed.without("cymraeg*"):
        built = installed.run("drws", "build", "--no-search", "--site-dir", "without-cymraeg", inside=project)
    assert built.returncode == 0, built.stdout + built.stderr
    assert "data/languages/cy.yml:1:1  the package that knows the grammar" in built.stdout
    assert 'pip install "drws[cy]"' in built.stdout
    assert (installed.folder / project / "without-cymraeg" / "cy" / "index.html").is_file()
