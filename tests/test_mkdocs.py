"""MkDocs by itself, with the project's own `mkdocs.yml`, gives the same site as `drws build`."""

import os
import re
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.request import urlopen

import pytest
from mkdocs.config import load_config

from drws.build.output import Output, gather_output
from drws.build.publish import refuse_foreign
from drws.kernel.problem import Refused
from drws.mkdocs.plugin import PreparedBuild, build_with_mkdocs
from drws.system.signature import sign

from .forks import Begun, begin, run

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # whole sites are built


@pytest.fixture
def settings(example: "Example") -> Path:
    """The project's `mkdocs.yml`, with the folders of the example in it."""
    return example.mkdocs()


# ── a site that MkDocs made ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def by_mkdocs(built: "Example", tmp_path_factory: pytest.TempPathFactory) -> "Example":
    """The example as MkDocs makes it, run by somebody who does not know Drws, over an earlier site of ours that said something else. In it is a hidden file of somebody else. Look at it, and leave it as it is."""
    example = type(built)(tmp_path_factory.mktemp("by-mkdocs"))
    example.copy(built)
    example.site.mkdir()
    (example.site / "index.html").write_text("something else")
    sign(example.site)
    (example.site / ".cudd").touch()
    done = run("mkdocs", "build", "--strict", "--config-file", example.mkdocs(), inside=example.root)
    assert done.returncode == 0, done.stderr
    return example


def test_mkdocs_gives_the_same_site(by_mkdocs: "Example", built: "Example") -> None:
    """Byte for byte, and file for file, and so is what the site says of its files. MkDocs leaves hidden files of others where they are."""
    made = by_mkdocs.digests()
    assert made.pop(".cudd")
    assert made == built.digests()


def test_what_mkdocs_wrote_is_ours_and_hidden_files_of_others_are_not(by_mkdocs: "Example") -> None:
    """The next build takes the site for ours, unless there is something of somebody else."""
    [told] = by_mkdocs.build().problems
    assert (told.message, told.values) == ("publish.foreign-file", {"name": ".cudd"})
    (by_mkdocs.site / ".cudd").unlink()
    try:
        refuse_foreign(by_mkdocs.site)
    finally:
        (by_mkdocs.site / ".cudd").touch()


# ── its problems ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_problems_stop_mkdocs_too(settings: Path, buildable: "Example") -> None:
    """With the same words as `drws check`, and without a traceback."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    done = run("mkdocs", "build", "--strict", "--config-file", settings, inside=buildable.root)
    assert done.returncode == 1
    assert (
        "grwp-rhieni.yml:23:12  statutory: only true or false can stand here, not ‘no’  [value]"
        in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stderr
    assert not buildable.site.exists()


LANGUAGES = re.compile(r"( +)- {locale: cy.*}\n +- {locale: en.*}\n")


@pytest.mark.parametrize(
    "languages",
    [
        "- {locale: cy, name: Cymraeg, default: true, build: true}",
        "- {locale: en, name: English, default: true, build: true}, {locale: cy, name: Cymraeg, build: true}",
    ],
    ids=["one is missing", "another is the first"],
)
def test_the_languages_of_mkdocs_are_those_of_the_data(settings: Path, buildable: "Example", languages: str) -> None:
    """Otherwise one of them would have no pages, or pages in the wrong place."""
    listed = "".join(f"        {each}\n" for each in languages.replace("}, {", "}\n- {").splitlines())
    text, found = LANGUAGES.subn(listed, settings.read_text("utf-8"))
    assert found
    settings.write_text(text, "utf-8")
    done = run("mkdocs", "build", "--strict", "--config-file", settings, inside=buildable.root)
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


# ── the part that `drws build` asks MkDocs for ───────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def output(built: "Example") -> Output:
    """What a build has put together when it asks."""
    output, problems = gather_output(built.load(), built.work)
    assert output, problems
    return output


@pytest.fixture
def prepared(output: Output, example: "Example") -> PreparedBuild:
    """The same, with a folder to work in."""
    return PreparedBuild(output, example.sources.content, example.work)


def test_a_page_can_be_shown_without_mkdocs(output: Output, built: "Example") -> None:
    """A hand-written page is its plan and its words. What MkDocs makes of them is the same."""
    for (path, language), plan in output.authored.items():
        words = output.renderer.prose(output.site.authored[path].texts[language], language)
        template = output.renderer.environments[language].get_template(plan.template)
        html = template.render(output.renderer.context(plan, page_html=words))
        assert html.encode() == (built.site / plan.path).read_bytes()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (r"\n  - drws: .*\n", "\n", "mkdocs.yml:8:3  plugins: mkdocs.yml does not name the plugin ‘drws’"),
        (r"\n  - i18n:\n(     .*\n)*", "\n", "mkdocs.yml:8:3  plugins: mkdocs.yml does not name the plugin ‘i18n’"),
        (r"\nplugins:\n", "\nplugins: ]\n", "mkdocs.yml:7:10  MkDocs cannot use these settings: "),
        (r"\nplugins:\n", "\ntheme: nobody\nplugins:\n", "mkdocs.yml:1:1  MkDocs cannot use these settings: "),
    ],
)
def test_settings_that_cannot_be_used_are_a_problem(  # noqa: PLR0913, PLR0917  fixtures come by name
    prepared: PreparedBuild, settings: Path, example: "Example", old: str, new: str, said: str
) -> None:
    """With the line where there is one, and the way to do without."""
    text, found = re.subn(old, new, settings.read_text("utf-8"))
    assert found
    settings.write_text(text, "utf-8")
    with pytest.raises(Refused) as refused:
        build_with_mkdocs(prepared, settings, example.site)
    told = example.lines([refused.value.problem])
    assert told[0].startswith(said)
    assert "‘drws build’ does without" in told[0]


def test_a_build_does_without_mkdocs_yml(prepared: PreparedBuild, example: "Example", built: "Example") -> None:
    """The file is there for MkDocs itself: each page that MkDocs makes is the same. The next build of this process has nothing of it."""
    build_with_mkdocs(prepared, example.root / "mkdocs.yml", example.site)
    pages = [plan.path for plan in prepared.output.authored.values()]
    assert pages
    assert [page for page in pages if (example.site / page).read_bytes() != (built.site / page).read_bytes()] == []
    plugin: Any = load_config(str(example.mkdocs())).plugins["drws"]
    assert plugin.prepared is None


# ── while somebody writes ────────────────────────────────────────────────────────────────────────────────────────────


SECONDS = 60
"""To wait for what is there after two on a quiet machine."""


@dataclass(frozen=True)
class Served:
    """The example, while MkDocs serves it."""

    server: Begun
    address: str

    def shows(self, path: str, words: str) -> bool:
        """Are these words on a page? While a site is built, and after a mistake, MkDocs does not answer."""
        with suppress(OSError), urlopen(f"http://{self.address}/{path}", timeout=1) as answer:
            return words in answer.read().decode()
        return False

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something. MkDocs looks for what was written twice a second."""
        last = time.monotonic() + SECONDS
        while not is_so():
            assert time.monotonic() < last, self.server.so_far()
            assert os.waitid(os.P_PID, self.server.process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None
            time.sleep(0.05)


@pytest.fixture
def served(settings: Path, buildable: "Example") -> Iterator[Served]:
    """The example that the test may change, as `drws serve` shows it, which is MkDocs."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = begin("drws", "serve", "--port", str(port), inside=settings.parent)
    try:
        yield Served(server, f"127.0.0.1:{port}")
    finally:
        os.kill(server.process, signal.SIGKILL)
        server.ended()


def test_what_is_written_is_served(served: Served, buildable: "Example") -> None:
    """A page by hand and a record, also after a mistake that was told and mended. Whoever writes is told where it is, and when it is there."""
    page, record = (buildable.root / name for name in ("content/en/about.md", "data/services/grwp-rhieni.yml"))
    written, before = page.read_text("utf-8"), record.read_text("utf-8")
    served.until(lambda: served.shows("en/about/", " makes"))
    served.until(lambda: served.server.so_far().count(f"http://{served.address}/") == 2)
    page.write_text(written.replace(" makes", " gladly makes"), "utf-8")
    served.until(lambda: served.shows("en/about/", "gladly makes"))
    record.write_text(f"{before}no_such_field: x\n", "utf-8")
    served.until(lambda: "no_such_field" in served.server.so_far())
    record.write_text(before.replace("a cup of tea.", "a large cup of tea."), "utf-8")
    served.until(lambda: served.shows("en/services/parents-group/", "a large cup of tea."))
    assert served.shows("en/about/", "gladly makes")
    served.until(lambda: served.server.so_far().count("Made again") == 2)


def test_a_port_that_is_taken_is_a_problem(settings: Path) -> None:
    """It is told before the site is made, with another one."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("drws", "serve", "--port", str(port), inside=settings.parent)
    assert (done.returncode, done.stderr) == (1, "")
    assert f"port {port} " in done.stdout
    assert f"--port {port + 1}" in done.stdout


def test_serving_needs_it(tmp_path: Path) -> None:
    """MkDocs reads it anew before each build."""
    done = run("drws", "serve", inside=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("mkdocs.yml:1:1  this file does not exist")
