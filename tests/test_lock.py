"""Two builds in the same folders come one after the other, and what is published is the work of one of them."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from drws.say.catalogue import LANGUAGES
from drws.system.lock import Holder, alone

from .example import ROOT
from .forks import Begun, Held, at_work, begin, fork, run

if TYPE_CHECKING:
    from .example import Example

pytestmark = pytest.mark.slow  # whole sites are built

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


def held(site: Path, work: Path) -> AbstractContextManager[Held]:
    """Another process serves these folders meanwhile, until it is let go."""

    def serve(hold: Callable[[], None]) -> None:
        with alone(site, work, "drws serve", print):
            hold()

    return at_work(serve)


def waited(command: Begun, holder: Held) -> tuple[str, int]:
    """What a command says while somebody else is at work, and how it ends after that."""
    while str(holder.process) not in (said := command.so_far()):
        assert os.waitid(os.P_PID, command.process, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None, said
        time.sleep(0.01)
    holder.let_go()
    done = command.ended()
    assert "Traceback" not in done.stderr
    return said, done.returncode


def left_over(root: Path) -> list[str]:
    """Locks and unfinished builds in a folder and below."""
    return sorted(str(path.relative_to(root)) for path in root.rglob(".drws*") if path.name != ".drws-files")


def test_two_builds_at_the_same_moment_publish_one_whole_site(published: "Example") -> None:
    """From two states of the data, into the same folders: every build succeeds, and the site is that of one state."""
    whole = [published.digests()]
    shutil.copytree(published.root / "data", published.root / "one")
    published.change({"data/services/grwp-rhieni.yml": {"fees_description": {"cy": "arall", "en": "other"}}})
    assert published.build().is_published
    whole.append(published.digests())
    assert whole[0] != whole[1]
    command = ["build", *published.options(), "--no-search", "--data"]
    builds = [begin("drws", *command, published.root / name) for name in ("one", "data")]
    done = [build.ended() for build in builds]
    assert [(each.returncode, "Traceback" in each.stderr) for each in done] == [(0, False)] * 2, done
    assert published.digests() in whole
    assert left_over(published.root) == []


def test_one_is_at_work_however_many_wait(tmp_path: Path) -> None:
    """Nobody gets in with a lock that another has just let go and removed."""

    def work() -> None:
        for _ in range(5):
            with alone(tmp_path / "site", tmp_path / "work", "drws build", lambda _: None):
                (tmp_path / "at-work").mkdir()
                time.sleep(0.02)
                (tmp_path / "at-work").rmdir()

    done = [each.ended() for each in [fork(work) for _ in range(5)]]
    assert [(each.returncode, each.stderr) for each in done] == [(0, "")] * 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_build_waits_and_says_for_whom(buildable: "Example", language: str) -> None:
    """For which command, since when, and that it goes on by itself: here only to find that something is wrong, which is quicker."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    with held(buildable.site, buildable.work) as holder:
        said, ended = waited(begin("drws", "build", *buildable.options(), "--lang", language), holder)
    assert {"cy": "Yn aros", "en": "Waiting"}[language] in said
    assert "drws serve" in said
    assert ended == 1


def test_mkdocs_waits_as_well(buildable: "Example") -> None:
    """It writes into the same folders, whether it builds or serves. It goes on as well, to find the same."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    settings = buildable.mkdocs()
    with held(buildable.site, buildable.work) as holder:
        said, ended = waited(begin("mkdocs", "build", "--config-file", settings, inside=buildable.root), holder)
    assert "Waiting" in said
    assert ended == 1


def test_mkdocs_lets_others_build_after_a_mistake(buildable: "Example") -> None:
    """While it serves it goes on living."""
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    with pytest.raises(Abort):
        mkdocs_build(load_config(str(buildable.mkdocs())))
    with held(buildable.site, buildable.work) as holder:
        holder.let_go()


@pytest.mark.parametrize("shared", ["site", "work"])
def test_one_shared_folder_is_enough_to_wait(tmp_path: Path, shared: str) -> None:
    """One site from two work folders, or two sites whose things in between would be those of both. Other folders are nobody's business."""
    heard: list[Holder] = []
    folders = {name: tmp_path / name if name == shared else tmp_path / f"other-{name}" for name in ("site", "work")}
    with held(tmp_path / "site", tmp_path / "work") as holder:

        def hear(waited_for: Holder) -> None:
            heard.append(waited_for)
            holder.let_go()

        with alone(tmp_path / "a", tmp_path / "b", "drws build", hear):
            assert heard == []
        with alone(folders["site"], folders["work"], "drws build", hear):
            assert [(each.folder, each.process) for each in heard] == [(tmp_path / shared, str(holder.process))]


@pytest.mark.skipif(sys.platform == "win32", reason="only where there is fork")
def test_a_build_that_is_killed_holds_nothing_and_nobody(tmp_path: Path) -> None:
    """Neither does a process that it left behind: that ends as well, and its pipe with it."""
    program = [sys.executable, "-c", ORPHAN, str(tmp_path / "site"), str(tmp_path / "work")]
    done = subprocess.run(program, capture_output=True, text=True, check=False, cwd=ROOT, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (-9, "at work\n", "")
    with held(tmp_path / "site", tmp_path / "work") as holder:
        holder.let_go()
    assert left_over(tmp_path) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a file system in which nobody can write")
def test_a_folder_that_cannot_be_locked_is_a_problem(buildable: "Example") -> None:
    """Where nobody may write; where the lock's name is taken by a folder, or by a link that leads away."""
    done = run("drws", "build", *buildable.options(), "--no-search", "--work-dir", "/proc/drws")
    assert done.returncode == 1
    assert done.stdout.startswith("/proc/drws:1:1  this folder cannot be locked")
    assert "Traceback" not in done.stderr
    for make in (Path.mkdir, lambda path: path.symlink_to(buildable.root / "elsewhere")):
        taken = buildable.root / ".drws-site.lock"
        make(taken)
        assert [problem.message for problem in buildable.build().problems] == ["publish.no-lock"]
        taken.unlink() if taken.is_symlink() else taken.rmdir()
    assert not (buildable.root / "elsewhere").exists()
