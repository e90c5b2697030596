"""A build begins with the files of an earlier site and ends with its own, no more and no fewer."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build.publish import beside, publish
from drws.build.run import SPARE
from drws.system.signature import FILES
from drws.system.sync_folder import Files, fill, put

if TYPE_CHECKING:
    from tests.example import Change, Example


def files(**contents: str) -> Files:
    """Names, with `__` for a slash, and contents."""
    return {name.replace("__", "/"): partial(bytes, content.encode()) for name, content in contents.items()}


def held(root: Path) -> dict[str, str]:
    """Every file of a folder, and every folder in which there is nothing."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*")}
    empty = {f"{name}/": "" for name, path in found.items() if path.is_dir() and not any(path.iterdir())}
    return {name: path.read_text("utf-8", errors="replace") for name, path in found.items() if path.is_file()} | empty


def test_whatever_was_there_only_the_files_of_the_site_are_left(tmp_path: Path) -> None:
    """A folder where a file belongs, a file where a folder does, links in the place of either, and what has no place at all."""
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "same").write_text("same")
    for folder in ("file/in/a", "gone/deep", "empty"):
        (root / folder).mkdir(parents=True)
    (root / "file" / "in" / "a" / "folder").touch()
    (root / "folder").touch()
    (root / "gone" / "deep" / "page").touch()
    (root / "linked").symlink_to(elsewhere, target_is_directory=True)
    (root / "same").symlink_to(elsewhere / "same")
    (root / "nowhere").symlink_to("nothing")
    (root / "stays").write_text("not ours to write")
    (root / "stray").write_text("x")

    wanted = files(file="1", folder__file="2", linked__same="same", same="same", new__deep__file="3")
    fill(root, wanted, keep=["stays"])

    contents = {name: content().decode() for name, content in wanted.items()}
    assert held(root) == contents | {"stays": "not ours to write"}
    assert not any(path.is_symlink() for path in root.rglob("*"))
    assert held(elsewhere) == {"same": "same"}


def test_a_file_that_is_the_same_is_left_alone_and_another_takes_the_place_of_one_that_differs(tmp_path: Path) -> None:
    """Whoever still reads the old file, or keeps it under a second name, has it whole."""
    (tmp_path / "site").mkdir()
    fill(tmp_path / "site", files(same="1", other="old"))
    os.link(tmp_path / "site" / "other", tmp_path / "kept")
    before = (tmp_path / "site" / "same").stat()
    with (tmp_path / "site" / "other").open() as reader:
        fill(tmp_path / "site", files(same="1", other="new"))
        assert reader.read() == (tmp_path / "kept").read_text() == "old"
    after = (tmp_path / "site" / "same").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert held(tmp_path / "site") == {"same": "1", "other": "new"}


def test_a_process_that_outlives_its_build_makes_no_folder_anew(tmp_path: Path) -> None:
    """The next build has removed it, and would find it again."""
    with pytest.raises(FileNotFoundError):
        put(tmp_path / "gone", "cy/index.html", b"")
    assert held(tmp_path) == {}


PAGE = "---\ntitle: Tudalen\nslug: {slug}\ndescription: Tudalen arall.\ntranslation: draft\n---\n\n## Rhywbeth\n"
OTHERWISE: "dict[str, Change]" = {
    "data/services/grwp-rhieni.yml": {"status": "defunct"},
    "content/cy/about.md": PAGE.format(slug="man-arall"),
    "content/en/about.md": PAGE.format(slug="elsewhere"),
}
"""A page that says something else, and one that is at another address."""


@pytest.mark.slow
def test_a_build_begins_with_the_site_before_the_published_one(published: "Example") -> None:
    """Pages that nothing changed are the very files of two builds before. Neither the build in between nor what anybody did to that folder leaves a trace: every byte is as it was."""
    first, contents = _files(published.site), published.digests()
    sources = {name: (published.root / name).read_text("utf-8") for name in OTHERWISE}
    published.change(OTHERWISE)
    assert published.build().is_published
    changed = published.digests()
    assert contents.keys() - changed.keys() >= {"en/about/index.html"}
    assert changed.keys() - contents.keys() >= {"en/elsewhere/index.html"}
    assert changed["en/services/parents-group/index.html"] != contents["en/services/parents-group/index.html"]
    previous = published.work / SPARE
    assert _files(previous) == first
    (previous / "en" / "index.html").write_text("overwritten")
    (previous / "cy" / "index.html").unlink()
    (previous / "stray").symlink_to(published.root)
    published.change(sources)
    assert published.build().is_published
    third = _files(published.site)
    assert published.digests() == contents
    anew = {name for name in third if third[name] != first[name]}
    assert anew >= {"cy/index.html", "en/index.html", FILES}
    assert len(anew) < len(third) / 20


def test_something_else_in_the_place_of_the_site_before_is_left_as_it_is(tmp_path: Path) -> None:
    """A build begins with nothing then, and leaves nothing beside the site."""
    (tmp_path / "spare").write_text("a file")
    for _ in range(2):
        with beside(tmp_path / "site", tmp_path / "spare") as fresh:
            assert held(fresh) == {}
            (fresh / "index.html").touch()
            publish(fresh, tmp_path / "site")
    assert held(tmp_path) == {"spare": "a file", "site/index.html": ""}


def _files(root: Path) -> dict[str, tuple[int, int]]:
    """Every file, and by what one knows that it is the same one."""
    return {
        path.relative_to(root).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in root.rglob("*")
        if path.is_file()
    }
