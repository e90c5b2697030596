"""The finished site takes the place of the old one in one step: whole, on the disk, and for everybody to read."""

import os
import random
import resource
import select
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build import run
from drws.build.publish import MARK
from drws.build.run import Paths, build
from drws.system import at_rest
from drws.system.signature import FILES

if TYPE_CHECKING:
    from tests.conftest import Drws, Example

pytestmark = pytest.mark.slow  # whole sites are built

KILLS = 20
AS_OF = date(2025, 11, 21)


def test_a_refused_place_is_as_it_was(buildable: "Example") -> None:
    """Not a byte changes, and nothing is left beside."""
    buildable.site.mkdir()
    (buildable.site / "llyfr.txt").write_text("pwysig")
    report = buildable.build()
    assert [problem.message for problem in report.problems] == ["publish.not-ours"]
    assert [path.name for path in buildable.site.iterdir()] == ["llyfr.txt"]
    assert _beside(buildable) == []


def test_problems_leave_the_old_site_as_it_was(buildable: "Example") -> None:
    """In the data, and in the built pages: neither is published."""
    assert buildable.build().is_published
    before = buildable.digests()
    buildable.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    assert not buildable.build().is_published
    buildable.change(
        {
            "data/services/grwp-rhieni.yml": {"statutory": "false"},
            "content/en/about.md": _page("[x](#nowhere)"),
            "content/cy/about.md": _page("[y](#nowhere)"),
        }
    )
    report = buildable.build()
    assert [problem.message for problem in report.problems] == ["verify.broken-fragment"] * 2
    assert buildable.digests() == before
    assert _beside(buildable) == []


@pytest.mark.slow
def test_a_full_disk_leaves_the_old_site_as_it_was(buildable: "Example", drws: "Drws") -> None:
    """It is said so, and not with a traceback."""
    assert buildable.build().is_published
    before = buildable.digests()
    done = subprocess.run(
        drws.command("build", *buildable.options(), "--no-search"),
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, 8_000)),
    )
    assert done.returncode == 1
    assert "the site cannot be written here" in done.stdout
    assert "Traceback" not in done.stderr
    assert buildable.digests() == before
    assert _beside(buildable) == []


def test_everybody_can_read_what_is_published(buildable: "Example") -> None:
    """Whatever the umask of whoever builds, and whatever became of the files of an earlier site."""
    umask = os.umask(0o077)
    try:
        for _ in range(2):
            assert buildable.build(search=True).is_published
            every = [buildable.site, *buildable.site.rglob("*")]
            assert {stat.S_IMODE(path.stat().st_mode) for path in every if path.is_dir()} == {0o755}
            assert {stat.S_IMODE(path.stat().st_mode) for path in every if path.is_file()} == {0o644}
            for path in every:  # the next build but one begins with this folder
                path.chmod(0o700)
    finally:
        os.umask(umask)


def test_a_site_is_on_the_disk_before_it_has_its_name(buildable: "Example", monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it, then the new name. Only then the build says that it is done."""
    seen = []
    for name in ("settle", "publish", "settle_entry"):
        done = getattr(run, name)

        def noting(*paths: Path, name: str = name, done: Callable[..., None] = done) -> None:
            seen.append((name, paths[0].name.startswith(".drws-"), (buildable.site / MARK).exists()))
            done(*paths)

        monkeypatch.setattr(run, name, noting)
    assert buildable.build().is_published
    assert seen == [("settle", True, False), ("publish", True, False), ("settle_entry", False, True)]


def test_where_no_call_settles_all_each_file_and_folder_is_settled(
    built: "Example", monkeypatch: pytest.MonkeyPatch
) -> None:
    """Their names are in their folders, which are settled after them."""
    settled, flush = [], os.fsync

    def noting(opened: int) -> None:
        settled.append(os.fstat(opened).st_ino)
        flush(opened)

    monkeypatch.setattr(sys, "platform", "another")
    monkeypatch.setattr(os, "fsync", noting)
    folder = built.site / "assets"
    at_rest.settle(folder)
    assert {path.stat().st_ino for path in (folder, *folder.rglob("*"))} == {*settled}
    assert settled[-1] == folder.stat().st_ino


def test_what_an_interrupted_build_left_is_swept_up_and_nothing_else(buildable: "Example") -> None:
    """Its folder beside the site goes; that of a site with a longer name, and what only looks like one, stay."""
    for name in (".drws-site-abcd1234", ".drws-site-en-abcd1234", ".drws-site-en-old", ".drws-site-", "site-en"):
        (buildable.root / name).mkdir()
    assert buildable.build().is_published
    assert _beside(buildable) == [".drws-site-", ".drws-site-en-abcd1234", ".drws-site-en-old"]


def test_a_site_that_was_moved_aside_comes_back(buildable: "Example") -> None:
    """Where two folders cannot change places in one step, a build may die between the two."""
    assert buildable.build().is_published
    before = buildable.digests()
    buildable.site.rename(buildable.root / ".drws-site-old")
    buildable.change({"content/en/about.md": _page("[x](#nowhere)"), "content/cy/about.md": _page("[y](#nowhere)")})
    assert not buildable.build().is_published
    assert buildable.digests() == before
    assert _beside(buildable) == []


@pytest.mark.skipif(
    sys.platform not in ("linux", "darwin"), reason="no other system lets two folders change places in one step"
)
def test_there_is_a_site_at_every_moment(tmp_path: Path) -> None:
    """While sites change places three thousand times, whoever looks finds one of them."""
    for name in ("site", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name)
    program = (
        "import sys; from pathlib import Path; from drws.build.publish import publish\n"
        "for _ in range(3000): publish(Path(sys.argv[1]), Path(sys.argv[2]))"
    )
    process = subprocess.Popen([sys.executable, "-c", program, tmp_path / "other", tmp_path / "site"])
    seen = set()
    while process.poll() is None:
        seen.add((tmp_path / "site" / "index.html").read_text())
    assert process.returncode == 0
    assert seen == {"site", "other"}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="only where there is fork")
def test_a_build_that_is_killed_leaves_the_old_site_or_the_new_one(buildable: "Example") -> None:
    """Twenty kills, at random moments and while the site is being published: what stands there is whole, and a build then succeeds."""
    chance = random.Random(20)  # noqa: S311  it need not be hard to guess
    versions = [buildable.root / "hen", buildable.root / "newydd"]
    for version in versions:
        shutil.copytree(buildable.root / "data", version)
    service = versions[1] / "services" / "grwp-rhieni.yml"
    service.write_text(service.read_text("utf-8").replace("Grŵp rhieni", "Grŵp newydd"), "utf-8")
    whole = []
    start = time.monotonic()
    for version in versions:
        _build(buildable, version)
        whole.append(buildable.digests())
    lasts = (time.monotonic() - start) / 2
    assert whole[0] != whole[1]
    killed = 0
    with builds() as building:
        for kill in range(KILLS):
            process = building.begin(*buildable.options(), "--no-search", "--data", versions[kill % 2])
            if kill % 2:
                _wait_for_pages(buildable, building)
                time.sleep(chance.uniform(0, 0.3))
            else:
                time.sleep(chance.uniform(0, 0.3 + lasts))
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
            killed += building.how_it_ended() == -signal.SIGKILL
            assert buildable.digests() in whole
            if kill % 4 == 3:  # what several killed builds left behind is cleared away by one that ends
                _build(buildable, versions[kill // 4 % 2])
                assert buildable.digests() == whole[kill // 4 % 2]
                assert _beside(buildable) == []
    assert killed > KILLS // 2


BUILDS = """
import os, sys
from drws.cli import main
from drws.cli.build import build
from drws.mkdocs import plugin
for line in sys.stdin:
    process = os.fork()
    if not process:
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(nowhere, stream)
            main(["build", *line.rstrip("\\n").split("\\t")])
        finally:
            os._exit(1)
    print(process, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
"""
"""Starts `drws build` again and again as a process of its own, which is there at once: importing takes as long as building."""


@dataclass(frozen=True)
class Builds:
    """Builds that begin when they are told to."""

    starter: "subprocess.Popen[bytes]"

    def begin(self, *options: str | Path) -> int:
        """Begin a build: the number of its process."""
        assert self.starter.stdin
        self.starter.stdin.write("\t".join(map(str, options)).encode() + b"\n")
        return self._answer()

    def is_over(self) -> bool:
        """Has the build ended by itself?"""
        assert self.starter.stdout
        return bool(select.select([self.starter.stdout], [], [], 0)[0])

    def how_it_ended(self) -> int:
        """Wait for its end."""
        return self._answer()

    def _answer(self) -> int:
        assert self.starter.stdout
        return int(self.starter.stdout.readline())


@contextmanager
def builds() -> Iterator[Builds]:
    """What starts builds, for a while."""
    root = Path(__file__).parent.parent
    program = [sys.executable, "-c", BUILDS]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, cwd=root) as starter:
        yield Builds(starter)


def _build(example: "Example", data: Path) -> None:
    """Build to the end, with other data."""
    sources = type(example.sources)(data, example.sources.content, example.sources.own_theme)
    mkdocs = Path(__file__).parent.parent / "mkdocs.yml"
    report = build(
        Paths(sources, example.site, example.work, mkdocs),
        as_of=AS_OF,
        today=AS_OF,
        search=False,
        phase=lambda _: None,
    )
    assert report.is_published, report.problems


def _wait_for_pages(example: "Example", building: Builds) -> None:
    """Until pages are being written: soon come verifying and publishing. The list of files goes first, for it belongs to the earlier site."""
    while not building.is_over():
        if any(not (folder / FILES).exists() for folder in example.root.glob(".drws-site-????????")):
            return
        time.sleep(0.002)


def _beside(example: "Example") -> list[str]:
    """What stands beside the site and looks like a build's."""
    return sorted(path.name for path in example.root.iterdir() if path.name.startswith(".drws"))


def _page(words: str) -> str:
    return f"---\ntitle: T\nslug: amdanom-ni\ndescription: D\ntranslation: draft\n---\n\n{words}\n"
