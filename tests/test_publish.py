"""The finished site takes the place of the old one in one step: whole, on the disk, and for everybody to read."""

import os
import resource
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build import run
from drws.build.publish import MARK
from drws.system import at_rest

if TYPE_CHECKING:
    from tests.conftest import Drws, Example

pytestmark = pytest.mark.slow  # whole sites are built


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


def _beside(example: "Example") -> list[str]:
    """What stands beside the site and looks like a build's."""
    return sorted(path.name for path in example.root.iterdir() if path.name.startswith(".drws"))


def _page(words: str) -> str:
    return f"---\ntitle: T\nslug: amdanom-ni\ndescription: D\ntranslation: draft\n---\n\n{words}\n"
