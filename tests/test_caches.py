"""What takes seconds to make is kept for all projects of an account, and a build that cannot keep it is as good."""

from pathlib import Path

import pytest

from drws.system.caches import remember, shared_caches


def test_all_projects_share_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the caches of the account, and nobody else can look into it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    folder = shared_caches(tmp_path / "one")
    assert folder == shared_caches(tmp_path / "other")
    assert folder.is_relative_to(tmp_path / "caches")
    assert folder.stat().st_mode & 0o077 == 0


def test_an_account_without_caches_keeps_it_in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where they cannot be made."""
    (tmp_path / "caches").write_text("a file")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    assert shared_caches(tmp_path / "one") == tmp_path / "one"


def test_what_is_remembered_is_whole(tmp_path: Path) -> None:
    """It takes the place of what was there, and nothing else is left in the folder."""
    file = tmp_path / "new" / "words"
    for content in (b"before", b"after"):
        remember(file, content)
        assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]


def test_what_cannot_be_remembered_stops_nobody(tmp_path: Path) -> None:
    """It is made again the next time."""
    (tmp_path / "folder").write_text("a file")
    remember(tmp_path / "folder" / "words", b"content")
    assert (tmp_path / "folder").read_text() == "a file"
