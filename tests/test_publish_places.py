"""Drws replaces and clears only folders that it made: where a site and a work folder may be."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.build.publish import MARK, refuse_foreign, refuse_place
from drws.build.work_folder import TAG, refuse_work_folder
from drws.kernel.problem import Refused
from drws.system.signature import FILES

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # whole sites are built


def said(site: Path, *sources: Path, work: Path = Path("/nonexistent")) -> str:
    """The message with which a place for the site is refused, or the empty string."""
    try:
        refuse_place(site, sources, work)
        refuse_foreign(site)
    except Refused as refused:
        return refused.problem.message
    return ""


def test_free_and_empty_places_and_our_own_sites_are_taken(built: "Example", tmp_path: Path) -> None:
    """Nothing is there that anybody could miss."""
    (tmp_path / "gwag").mkdir()
    assert said(tmp_path / "newydd") == said(tmp_path / "gwag") == said(built.site) == ""


def test_a_folder_that_drws_did_not_make_is_refused(tmp_path: Path) -> None:
    """Whatever is in it: a file, a hidden file, a folder, a repository."""
    for name in ("llyfr.txt", ".cudd", "ffolder/", ".git/"):
        site = tmp_path / name.strip("./") / "site"
        site.mkdir(parents=True)
        (site / name).mkdir() if name.endswith("/") else (site / name).touch()
        assert said(site) == "publish.not-ours", name


@pytest.mark.parametrize("says", ["{}", "no JSON", "as it was"])
@pytest.mark.parametrize("signed", [False, True])
def test_a_folder_is_ours_when_its_list_has_what_it_says_of_itself(
    built: "Example", tmp_path: Path, says: str, *, signed: bool
) -> None:
    """Anybody may have a file called `build-info.json`."""
    site = tmp_path / "site"
    site.mkdir()
    shutil.copy(built.site / MARK, site / MARK)
    if signed:
        shutil.copy(built.site / FILES, site / FILES)
    if says != "as it was":
        (site / MARK).write_text(says)
    assert said(site) == ("" if signed and says == "as it was" else "publish.not-ours")


def test_a_file_that_somebody_put_into_a_site_is_refused(built: "Example", tmp_path: Path) -> None:
    """The next build would remove it."""
    for name in ("CNAME", ".git/HEAD", "cy/llun.png", "assets/dolen"):
        site = tmp_path / name.replace("/", "-")
        shutil.copytree(built.site, site)
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).symlink_to("nowhere") if name.endswith("dolen") else (site / name).touch()
        assert said(site) == "publish.foreign-file", name


def test_places_that_hold_more_than_a_site_are_refused(example: "Example", monkeypatch: pytest.MonkeyPatch) -> None:
    """The root of the disk, a person's home, and whatever the sources are in, also through a link."""
    data = example.root / "data"
    monkeypatch.setenv("HOME", str(example.root / "cartref"))
    (example.root / "cartref").mkdir()
    (example.root / "dolen").symlink_to(data)
    inside = (data / "services", data / "newydd" / "site", example.root / "dolen" / "site")
    around = (Path("/"), example.root / "cartref", example.root, data, example.root / "dolen", data / ".." / "data")
    for site in (*around, *inside):
        assert said(site, data) == "publish.inside-sources", site
        assert said_of_work(site, data) == "publish.work-inside-sources", site
    work = example.root / "work"
    assert {said(work, data, work=work), said(work / "site", data, work=work)} == {"publish.inside-sources"}


def said_of_work(work: Path, *sources: Path) -> str:
    """The message with which a work folder is refused, or the empty string."""
    try:
        refuse_work_folder(work, sources)
    except Refused as refused:
        return refused.problem.message
    return ""


def test_a_work_folder_is_free_or_empty_or_marked_as_ours(buildable: "Example", tmp_path: Path) -> None:
    """What Drws needs in between it also removes: a folder of the same name may be somebody's own."""
    for name in ("docs/llyfr.md", "templates", "CACHEDIR.TAG"):
        (tmp_path / name.partition("/")[0]).mkdir(exist_ok=True)
        work = tmp_path / f"of-{name.partition('/')[0]}"
        (work / name).parent.mkdir(parents=True)
        (work / name).write_text("Signature: 8a477f597d28d172789f06886806bc55\n")
        assert said_of_work(work) == "publish.work-not-ours", name
    (tmp_path / "ffeil").touch()
    assert said_of_work(tmp_path / "ffeil") == "publish.work-not-ours"
    (tmp_path / "gwag").mkdir()
    assert said_of_work(tmp_path / "gwag") == said_of_work(tmp_path / "newydd") == ""
    assert buildable.build().is_published
    assert said_of_work(buildable.work) == ""
    (buildable.work / TAG).unlink()
    before = sorted(path for path in buildable.work.rglob("*"))
    assert [each.message for each in buildable.build().problems] == ["publish.work-not-ours"]
    assert sorted(path for path in buildable.work.rglob("*")) == before


def test_a_link_or_a_file_is_not_a_place(example: "Example", tmp_path: Path) -> None:
    """A site is a folder of its own; links that lead in a circle lead to no place."""
    (tmp_path / "dolen").symlink_to(tmp_path / "nowhere")
    (tmp_path / "cylch").symlink_to(tmp_path / "cylch")
    (tmp_path / "ffeil").touch()
    assert said(tmp_path / "dolen") == said(tmp_path / "ffeil") == "publish.not-ours"
    assert said(tmp_path / "cylch") == "publish.impossible"
