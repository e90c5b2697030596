"""What tests can ask for: the small example to change as they like, the site it builds to, and golden files.

`pytest --rewrite-golden` (`make golden`) writes what came out where a golden file holds what should have. Read the difference like prose.
"""

import gc
import os
import pickle
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import yaml

from drws.build.run import SPARE
from drws.read import tree
from drws.system import parallel
from drws.system.kept import Kept

from .audit import AXE_RULES, AuditWriter
from .case_files import Case
from .example import EXAMPLE, ROOT, Example
from .golden import Golden
from .once import once

SLOW = ("browser", "nginx", "node", "package", "slow")
"""Marks of what `make quick` leaves out."""

# The same commit gives the same result, on a slow machine too.
hypothesis.settings.register_profile("drws", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("drws")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make golden` and `make audit` ask for these."""
    parser.addoption("--rewrite-golden", action="store_true", help="write expected results anew from what came out")
    parser.addoption("--write-audit", action="store_true", help="write down what was looked at: data/audits/")


def pytest_configure(config: pytest.Config) -> None:
    """Until all tests are collected, nothing that is made goes away. The rest is what `make audit` asks for."""
    gc.disable()
    if config.getoption("--write-audit"):
        config.pluginmanager.register(AuditWriter(AXE_RULES))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever needs the small example built is slow: `make quick` does not build it. Files with anything slow come first, then those with most
    tests: what is short fills the end, where a worker would have nothing else to do (`--no-loadscope-reorder` leaves it so).
    """
    for item in items:
        if "made_once" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)
    in_file = Counter(item.path for item in items)
    slow = {item.path for item in items if any(item.get_closest_marker(name) for name in SLOW)}
    items.sort(key=lambda item: (item.path not in slow, -in_file[item.path], item.path))


def pytest_collection_finish(session: pytest.Session) -> None:
    """What collecting has made stays until the end: nobody need look at it again and again for circles to be rid of."""
    gc.freeze()
    gc.set_threshold(500_000, 20, 100)
    gc.enable()


# ── the small example ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session", autouse=True)
def caches(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[None]:
    """What Drws keeps in the caches of an account is kept for all workers, and not in those of whoever runs the tests."""
    base = tmp_path_factory.getbasetemp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str((base if worker_id == "master" else base.parent) / "caches"))
        yield


@pytest.fixture(scope="session", autouse=True)
def one_processor_each(worker_id: str) -> Iterator[None]:
    """Where each processor has a worker of its own, what a worker makes is not divided: that would take more work, and nobody is idle.

    Commands in processes of their own are divided, and so are the releases of the drill: they give the same bytes (test_site.py).
    """
    with pytest.MonkeyPatch.context() as patch:
        if worker_id != "master":
            patch.setattr(parallel, "_processors", lambda: 1)
        yield


@pytest.fixture(scope="session")
def kept() -> Kept:
    """What the tests of this worker have read of files of the small example."""
    return Kept()


@pytest.fixture(scope="session")
def read_case() -> Callable[[str], Any]:
    """Reads the YAML of a case file, or of the `Refused` example in a check's docstring."""
    return lambda text: yaml.load(text, Loader=Case)


# ── the real site ────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the real site, built as `drws build` builds it. DRWS_BUILT_SITE names one that is built already."""
    if built := os.environ.get("DRWS_BUILT_SITE"):
        return (ROOT / built).resolve()
    return once("real-site", build_real_site, tmp_path_factory, worker_id) / "site"


def build_real_site(folder: Path) -> None:
    """Build the real site, with its index, in a folder inside of this one. What is kept of the last such build makes it quicker."""
    done = Drws()("build", "--site-dir", folder / "site", "--work-dir", ROOT / ".cache" / "tests" / "work")
    assert done.returncode == 0, f"The real site cannot be built:\n{done.stdout}{done.stderr}"


# ── the built example ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="session")
def built(made_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The small example, built. Look at it, and leave it as it is. Each worker has its own copy: what is compiled may be added to it."""
    example = Example(tmp_path_factory.mktemp("built") / "example")
    shutil.copytree(made_once / "example", example.root, symlinks=True)
    return example


@pytest.fixture(scope="session")
def searched(made_once: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site of the small example with its search index, for all workers. Look at it, and leave it as it is."""
    index = partial(build_index, made_once / "example")
    return once("searched-example", index, tmp_path_factory, worker_id) / "example" / "site"


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Where the example is built. Its index takes as long again, so that is made apart: few ask for it, and the others need not wait."""
    return once("built-example", build_example, tmp_path_factory, worker_id)


def build_example(folder: Path) -> None:
    """Build the small example in a folder inside of this one."""
    example = Example(folder / "example")
    shutil.copytree(EXAMPLE, example.root)
    build_whole(example, search=False)


def build_index(built: Path, folder: Path) -> None:
    """Build a built example once more with its index, in a folder inside of this one."""
    example = Example(folder / "example")
    shutil.copytree(built, example.root, symlinks=True)
    build_whole(example, search=True)


def build_whole(example: Example, *, search: bool) -> None:
    """Build the small example, without what the next build of it would begin with."""
    report = example.build(search=search)
    assert report.is_published, "\n".join(example.lines(report.problems))
    shutil.rmtree(example.work / SPARE, ignore_errors=True)


@pytest.fixture
def example(tmp_path: Path, kept: Kept) -> Example:
    """A copy of the small example that the test may change."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True, copy_function=shutil.copyfile)
    return Example(tmp_path, kept=kept)


@pytest.fixture
def buildable(example: Example, built: Example) -> Example:
    """A copy of the small example that is quick to build: the stylesheet and the compiled templates are there already."""
    shutil.copytree(built.work, example.work)
    return example


@pytest.fixture
def published(built: Example, tmp_path: Path, kept: Kept) -> Example:
    """A copy of the small example that the test may change, with its site: nothing has changed since that was built."""
    shutil.copytree(built.root, tmp_path, dirs_exist_ok=True, symlinks=True)
    return Example(tmp_path, kept=kept)


@dataclass(frozen=True)
class Drws:
    """Runs the command line as a person would, in the project's folder."""

    environment: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Run `drws` and wait."""
        return subprocess.run(
            self.command(*arguments),
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env={**os.environ, **self.environment},
        )

    def command(self, *arguments: str | Path) -> list[str]:
        """The words of the command."""
        return [sys.executable, "-m", "drws", *map(str, arguments)]


@pytest.fixture(scope="session")
def drws() -> Drws:
    """The command line."""
    return Drws()


# ── golden files ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Golden files, to compare with or to write anew."""
    return Golden(request.config.getoption("--rewrite-golden"))


@pytest.fixture(scope="session", autouse=True)
def yaml_parsed_once() -> Iterator[None]:
    """The same text is the same tree: hundreds of tests read the theme's words and the records of the example that they do not change."""
    parse = tree.parse

    @lru_cache(maxsize=4096)
    def parsed(text: str, file: str) -> bytes:
        return pickle.dumps(parse(text, file), pickle.HIGHEST_PROTOCOL)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tree, "parse", lambda text, file: pickle.loads(parsed(text, file)))  # noqa: S301  written above
        yield


@pytest.fixture(autouse=True)
def no_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens to be set on this machine does not decide a test."""
    for name in ("SOURCE_DATE_EPOCH", "LANGUAGE", "LC_ALL"):
        monkeypatch.delenv(name, raising=False)
