"""Compressed forms: of each text that gets smaller by it, the same each time, and made again only when it must be."""

import gzip
from pathlib import Path

import brotli
import pytest

from drws.build.compressed import FOLDER, compress
from drws.domains.website.hosting.describe import is_text

TEXT = "Mae’r gwasanaeth mabwysiadu yma i’ch helpu. " * 40


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder with a page, a table, a picture, and a page that is too short."""
    root = tmp_path / "site"
    (root / "cy").mkdir(parents=True)
    (root / "cy/index.html").write_text(TEXT, "utf-8")
    (root / "table.csv").write_text("a,b\n" * 99, "utf-8")
    (root / "picture.png").write_bytes(b"\0" * 999)
    (root / "short.html").write_text("<p>", "utf-8")
    return root


def _forms(root: Path) -> dict[str, bytes]:
    found = (path for path in root.rglob("*") if path.suffix in (".br", ".gz"))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}


def test_texts_have_forms_that_hold_the_same(site: Path, tmp_path: Path) -> None:
    """Pictures are compressed already, and a short page would be longer."""
    compress(site, tmp_path / "work", is_text)
    forms = _forms(site)
    assert sorted(forms) == ["cy/index.html.br", "cy/index.html.gz", "table.csv.br", "table.csv.gz"]
    assert brotli.decompress(forms["cy/index.html.br"]).decode() == TEXT
    assert gzip.decompress(forms["cy/index.html.gz"]).decode() == TEXT


def test_the_same_text_has_the_same_forms(site: Path, tmp_path: Path) -> None:
    """Whenever and wherever they are made: gzip would write down the time and the name."""
    compress(site, tmp_path / "work", is_text)
    first = _forms(site)
    site.rename(tmp_path / "elsewhere")
    compress(tmp_path / "elsewhere", tmp_path / "other-work", is_text)
    assert _forms(tmp_path / "elsewhere") == first
    assert first["table.csv.gz"][4:8] == bytes(4)


def test_what_is_unchanged_is_not_made_again(site: Path, tmp_path: Path) -> None:
    """It is taken from the work folder, where nothing stays that no text has any more."""
    kept = tmp_path / "work" / FOLDER
    compress(site, tmp_path / "work", is_text)
    assert len(list(kept.iterdir())) == 4
    [known] = [path for path in kept.glob("*.br") if path.read_bytes() == (site / "table.csv.br").read_bytes()]
    known.write_bytes(b"as it was kept")
    (site / "cy/index.html").write_text(f"{TEXT}!", "utf-8")
    compress(site, tmp_path / "work", is_text)
    assert (site / "table.csv.br").read_bytes() == b"as it was kept"
    assert brotli.decompress((site / "cy/index.html.br").read_bytes()).decode() == f"{TEXT}!"
    assert len(list(kept.iterdir())) == 4
