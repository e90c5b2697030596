"""The finished site takes the place of the old one in one step: whole, on the disk, and for everybody to read."""

import os
import resource
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from click.testing import CliRunner

from drws.build import run
from drws.build.publish import MARK, beside
from drws.cli import main
from drws.system import at_rest

from .example import ROOT

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # whole sites are built


def test_a_refused_place_is_as_it_was(buildable: "Example") -> None:
    """Not a byte changes, and nothing is left beside."""
    buildable.site.mkdir()
    (buildable.site / "llyfr.txt").write_text("pwysig")
    report = buildable.build()
    assert [problem.message for problem in report.problems] == ["publish.not-ours"]
    assert [path.name for path in buildable.site.iterdir()] == ["llyfr.txt"]
    assert _beside(buildable) == []


HOME_WITH_A_BROKEN_LINK = """\
{% extends "package/guidance/home.html" %}
{% block main %}<a href="#nowhere">x</a>{% endblock %}
"""
"""A template that a project brings: nobody knows what becomes of it before there are pages."""


def test_problems_leave_the_old_site_as_it_was(published: "Example") -> None:
    """In the data, and in the built pages: neither is published."""
    before = published.digests()
    published.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    assert not published.build().is_published
    published.change(
        {
            "data/services/grwp-rhieni.yml": {"statutory": "false"},
            "theme/guidance/home.html": HOME_WITH_A_BROKEN_LINK,
        }
    )
    report = published.build()
    assert [problem.message for problem in report.problems] == ["verify.broken-fragment"] * 2
    assert published.digests() == before
    assert _beside(published) == []


def test_a_full_disk_leaves_the_old_site_as_it_was(published: "Example", monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said so, and not with a traceback."""
    before = published.digests()
    monkeypatch.chdir(ROOT)
    whole = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_000, whole[1]))
    try:
        done = CliRunner().invoke(main, ["build", *published.options(), "--no-search"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, whole)
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit), done.exc_info
    assert "the site cannot be written here" in done.output
    assert published.digests() == before
    assert _beside(published) == []


# ── one build, and what it leaves ────────────────────────────────────────────────────────────────────────────────────


class Seen(NamedTuple):
    """A step of publishing, and what was there before it."""

    step: str
    is_beside: bool
    """Is it done to the folder beside the site?"""
    is_site: bool
    """Is there a site already?"""


@pytest.fixture(scope="module")
def watched(built: "Example", searched: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple["Example", list[Seen]]:
    """The small example, built with search by somebody who lets nobody read anything, where folders of other builds stand; and what happened at the end.

    The build begins with files of an earlier site that nobody else can read either.
    """
    example = type(built)(tmp_path_factory.mktemp("watched"))
    example.copy(work_of=type(built)(searched.parent))
    spare = example.work / run.SPARE
    shutil.copytree(built.site, spare)
    for path in (spare, *spare.rglob("*")):
        path.chmod(0o700)
    for name in (".drws-site-abcd1234", ".drws-site-en-abcd1234", ".drws-site-en-old", ".drws-site-", "site-en"):
        (example.root / name).mkdir()
    seen: list[Seen] = []
    umask = os.umask(0o077)
    try:
        with pytest.MonkeyPatch.context() as patch:
            for step in ("settle", "publish", "settle_entry"):
                done = getattr(run, step)

                def noting(*paths: Path, step: str = step, done: Callable[..., None] = done) -> None:
                    seen.append(Seen(step, paths[0].name.startswith(".drws-"), (example.site / MARK).exists()))
                    done(*paths)

                patch.setattr(run, step, noting)
            report = example.build(search=True)
    finally:
        os.umask(umask)
    assert report.is_published, example.lines(report.problems)
    return example, seen


def test_everybody_can_read_what_is_published(watched: tuple["Example", list[Seen]]) -> None:
    """Whatever the umask of whoever builds, and whatever became of the files of an earlier site."""
    site = watched[0].site
    every = [site, *site.rglob("*")]
    assert site / "pagefind" in every
    assert {stat.S_IMODE(path.stat().st_mode) for path in every if path.is_dir()} == {0o755}
    assert {stat.S_IMODE(path.stat().st_mode) for path in every if path.is_file()} == {0o644}


def test_a_site_is_on_the_disk_before_it_has_its_name(watched: tuple["Example", list[Seen]]) -> None:
    """All of it, then the new name. Only then the build says that it is done."""
    assert watched[1] == [("settle", True, False), ("publish", True, False), ("settle_entry", False, True)]


def test_what_an_interrupted_build_left_is_swept_up_and_nothing_else(watched: tuple["Example", list[Seen]]) -> None:
    """Its folder beside the site goes; that of a site with a longer name, and what only looks like one, stay."""
    assert _beside(watched[0]) == [".drws-site-", ".drws-site-en-abcd1234", ".drws-site-en-old"]


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


def test_a_site_that_was_moved_aside_comes_back(tmp_path: Path) -> None:
    """Where two folders cannot change places in one step, a build may die between the two. The next one puts it back before it does anything else."""
    site, aside = tmp_path / "site", tmp_path / ".drws-site-old"
    aside.mkdir()
    (aside / "index.html").write_text("whole")
    with beside(site, tmp_path / "spare"):
        assert (site / "index.html").read_text() == "whole"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "spare"]


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
