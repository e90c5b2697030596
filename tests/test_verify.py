"""What `drws verify` says of a folder, a page and its counterpart, and of files that are not as they were. In which other ways a site can be broken stands in `site_breaks.py`."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from drws.say.messages import as_text, sentences
from drws.system.signature import FILES, sign
from drws.verify import VERIFIERS, verify

if TYPE_CHECKING:
    from tests.example import Example

PAGE = "cy/gwasanaethau/grwp-rhieni/index.html"
TWIN = "en/services/parents-group/index.html"


@pytest.fixture
def site(built: "Example", tmp_path: Path) -> Path:
    """A copy of the built example, to break. It is not signed: each test is about one rule."""
    shutil.copytree(built.site, tmp_path / "site")
    (tmp_path / "site" / FILES).unlink()
    return tmp_path / "site"


def found(site: Path) -> list[tuple[str, str, object]]:
    """What the verifiers say: message, page and value."""
    return [(each.message, each.place.file.removeprefix("site/"), each.values.get("value")) for each in verify(site)]


def replace(path: Path, pattern: str, by: str) -> None:
    """Change a page in one place that is there."""
    html = path.read_text("utf-8")
    changed = re.sub(pattern, by, html, count=1, flags=re.DOTALL)
    assert changed != html, f"nothing in {path} looks like {pattern}"
    path.write_text(changed, "utf-8")


def test_the_built_example_is_sound(built: "Example") -> None:
    """Otherwise it would not have been published."""
    assert found(built.site) == []


def test_a_page_without_its_counterpart_is_found(site: Path) -> None:
    """When the page in the other language is gone, every link to it is broken, and nothing points back."""
    (site / TWIN).unlink()
    messages = {each[0] for each in found(site) if each[1] == PAGE}
    assert messages == {"verify.broken-link", "verify.alternate"}


def test_a_counterpart_that_does_not_point_back_is_found(site: Path) -> None:
    """On both pages: each names the other, and the other does not name it."""
    replace(site / TWIN, '<link rel="alternate" hreflang="cy"[^>]*>', "")
    assert {each[:2] for each in found(site)} == {("verify.alternate", PAGE), ("verify.alternate", TWIN)}


def test_a_page_without_alternates_is_found(site: Path) -> None:
    """Whatever its counterpart says."""
    replace(site / PAGE, '<link rel="alternate".*hreflang="en"[^>]*>', "")
    assert ("verify.alternate", PAGE, "en") in found(site)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"url": 1, "languages": null}', "\udc00"])
def test_a_folder_that_is_not_a_site_is_said_to_be_none(tmp_path: Path, text: str) -> None:
    """No file of ours, or one that makes no sense."""
    assert found(tmp_path) == [("verify.unreadable", "site", None)]
    (tmp_path / "build-info.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert found(tmp_path) == [("verify.unreadable", "site", None)]


def test_files_that_are_not_as_they_were_are_found(site: Path) -> None:
    """Missing, added, or changed although nothing else is wrong with them; nothing is said of the others."""
    sign(site)
    (site / "robots.txt").unlink()
    (site / "llun.txt").write_text("x")
    replace(site / PAGE, "</main>", "</main >")
    assert [each for each in found(site) if each[0] != "verify.absent"] == [
        ("verify.changed-file", PAGE, None),
        ("verify.added-file", "llun.txt", None),
        ("verify.missing-file", "robots.txt", None),
    ]


def test_a_site_with_the_pages_of_another_is_not_sound(published: "Example") -> None:
    """Two states of the data, each whole, whose pages were mixed."""
    mixed = shutil.copytree(published.site, published.root / "mixed")
    published.change({"data/services/grwp-rhieni.yml": {"fees_description": {"cy": "£2", "en": "£2"}}})
    published.show([PAGE, TWIN])
    shutil.copy(published.site / PAGE, mixed / PAGE)
    assert found(mixed) == [("verify.changed-file", PAGE, None)]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="a program of Linux")
def test_the_list_is_one_that_sha256sum_reads(built: "Example") -> None:
    """Whoever has a copy of the site and no Drws can look for themselves."""
    done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", FILES], cwd=built.site, check=False)
    assert done.returncode == 0


def test_every_fault_can_be_told(site: Path) -> None:
    """In words, with the page's file."""
    replace(site / PAGE, "</main>", '<a href="#dim">x</a></main>')
    told = as_text(sentences(verify(site), (), "cy"))
    assert told.startswith(f"site/{PAGE}:1:1  nid oes dim byd o’r enw hwn ar y dudalen: #dim  [verify]")


def test_every_verifier_explains_itself() -> None:
    """Its docstring is its part of the list of checks."""
    assert all(verifier.__doc__ and verifier.ID for verifier in VERIFIERS)
