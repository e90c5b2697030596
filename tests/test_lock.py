"""Two builds in the same folders come one after the other, and what is published is the work of one of them."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from drws.say.catalogue import LANGUAGES
from drws.system.lock import Holder, alone

if TYPE_CHECKING:
    from .conftest import Drws, Example

pytestmark = pytest.mark.slow  # whole sites are built

ROOT = Path(__file__).parent.parent
AT_ONCE = 4
"""Builds. Without a lock two are enough for a mixture, though not each time."""

HOLDER = """
import sys
from pathlib import Path
from drws.system.lock import alone
with alone(Path(sys.argv[1]), Path(sys.argv[2]), "drws serve", print):
    print("locked", flush=True)
    sys.stdin.read()
"""
ORPHAN = """
import os, signal, sys, time
from pathlib import Path
from drws.system.lock import alone
from drws.system.parallel import meanwhile
parent = os.getpid()
def work():
    print("at work", flush=True)
    os.kill(parent, signal.SIGKILL)
    time.sleep(1000)
with alone(Path(sys.argv[1]), Path(sys.argv[2]), "drws build", print), meanwhile(work):
    time.sleep(1000)
"""


@contextmanager
def held(site: Path, work: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process builds in these folders, until its standard input is closed."""
    program = [sys.executable, "-c", HOLDER, str(site), str(work)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as holder:
        try:
            assert holder.stdout
            assert holder.stdout.readline() == "locked\n"
            yield holder
        finally:
            holder.kill()


def let_go(holder: subprocess.Popen[str]) -> None:
    """It is done."""
    assert holder.stdin
    holder.stdin.close()


def waited(command: list[str], holder: subprocess.Popen[str], cwd: Path = ROOT) -> tuple[str, int]:
    """What a command says while somebody else is at work, and how it ends after that."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=cwd) as waiting:
        assert waiting.stderr
        said = next(line for line in waiting.stderr if str(holder.pid) in line)
        let_go(holder)
        rest = waiting.stderr.read()
        assert "Traceback" not in rest
        return said, waiting.wait()


def left_over(root: Path) -> list[str]:
    """Locks and unfinished builds in a folder and below."""
    return sorted(str(path.relative_to(root)) for path in root.rglob(".drws*") if path.name != ".drws-files")


def test_many_builds_at_the_same_moment_publish_one_whole_site(buildable: "Example", drws: "Drws") -> None:
    """From two states of the data, into the same folders: every build succeeds, and the site is that of one state."""
    whole, commands = [], []
    for state in ("one", "other"):
        buildable.change({"data/services/grwp-rhieni.yml": {"fees_description": {"cy": state, "en": state}}})
        assert buildable.build().is_published
        whole.append(buildable.digests())
        data = shutil.copytree(buildable.root / "data", buildable.root / state)
        commands.append(drws.command("build", *buildable.options(), "--no-search", "--data", data))
    assert whole[0] != whole[1]
    builds = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        for command in commands * (AT_ONCE // 2)
    ]
    said = [build.communicate()[0] for build in builds]
    assert [build.returncode for build in builds] == [0] * AT_ONCE, "\n".join(said)
    assert "Traceback" not in "".join(said)
    assert buildable.digests() in whole
    assert left_over(buildable.root) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_build_waits_and_says_for_whom(buildable: "Example", drws: "Drws", language: str) -> None:
    """For which command, since when, and that it goes on by itself: here only to find that something is wrong, which is quicker."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    with held(buildable.site, buildable.work) as holder:
        said, ended = waited(drws.command("build", *buildable.options(), "--lang", language), holder)
    assert {"cy": "Yn aros", "en": "Waiting"}[language] in said
    assert "drws serve" in said
    assert ended == 1


def test_mkdocs_waits_as_well(buildable: "Example") -> None:
    """It writes into the same folders, whether it builds or serves."""
    settings = buildable.mkdocs()
    with held(buildable.site, buildable.work) as holder:
        command = [sys.executable, "-m", "mkdocs", "build", "--config-file", str(settings)]
        said, ended = waited(command, holder, cwd=buildable.root)
    assert "Waiting" in said
    assert ended == 0
    assert (buildable.site / "index.html").is_file()


def test_mkdocs_lets_others_build_after_a_mistake(buildable: "Example") -> None:
    """While it serves it goes on living."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    with pytest.raises(Abort):
        mkdocs_build(load_config(str(buildable.mkdocs())))
    with held(buildable.site, buildable.work) as holder:
        let_go(holder)


@pytest.mark.parametrize("shared", ["site", "work"])
def test_one_shared_folder_is_enough_to_wait(tmp_path: Path, shared: str) -> None:
    """One site from two work folders, or two sites whose things in between would be those of both. Other folders are nobody's business."""
    heard: list[Holder] = []
    folders = {name: tmp_path / name if name == shared else tmp_path / f"other-{name}" for name in ("site", "work")}
    with held(tmp_path / "site", tmp_path / "work") as holder:

        def hear(waited_for: Holder) -> None:
            heard.append(waited_for)
            let_go(holder)

        with alone(tmp_path / "a", tmp_path / "b", "drws build", hear):
            assert heard == []
        with alone(folders["site"], folders["work"], "drws build", hear):
            assert [(each.folder, each.process) for each in heard] == [(tmp_path / shared, str(holder.pid))]


@pytest.mark.skipif(sys.platform == "win32", reason="only where there is fork")
def test_a_build_that_is_killed_holds_nothing_and_nobody(tmp_path: Path) -> None:
    """Neither does a process that it left behind: that ends as well, and its pipe with it."""
    program = [sys.executable, "-c", ORPHAN, str(tmp_path / "site"), str(tmp_path / "work")]
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (-9, "at work\n", "")
    with held(tmp_path / "site", tmp_path / "work") as holder:
        let_go(holder)
        assert holder.wait() == 0
    assert left_over(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a file system in which nobody can write")
def test_a_folder_that_cannot_be_locked_is_a_problem(buildable: "Example", drws: "Drws") -> None:
    """Where nobody may write; where the lock's name is taken by a folder, or by a link that leads away."""
    done = drws("build", *buildable.options(), "--no-search", "--work-dir", "/proc/drws")
    assert done.returncode == 1
    assert done.stdout.startswith("/proc/drws:1:1  this folder cannot be locked")
    assert "Traceback" not in done.stderr
    for make in (Path.mkdir, lambda path: path.symlink_to(buildable.root / "elsewhere")):
        taken = buildable.root / ".drws-site.lock"
        make(taken)
        assert [problem.message for problem in buildable.build().problems] == ["publish.no-lock"]
        taken.unlink() if taken.is_symlink() else taken.rmdir()
    assert not (buildable.root / "elsewhere").exists()
