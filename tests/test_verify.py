"""Each verifier finds its fault in a copy of the built example in which something was broken."""

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
    from tests.conftest import Example

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


def test_the_built_example_is_sound(site: Path) -> None:
    """Otherwise it would not have been published."""
    assert found(site) == []


@pytest.mark.parametrize(
    ("pattern", "by", "message", "value"),
    [
        ("</main>", '<a href="/cy/nid-yw-yma/">x</a></main>', "broken-link", "/cy/nid-yw-yma/"),
        ("</main>", '<a href="../../nid-yw-yma/">x</a></main>', "broken-link", "../../nid-yw-yma/"),
        ("</main>", '<a href="https://bach.example/cy/nid-yw-yma/">x</a></main>', "broken-link", "https://bach.example/cy/nid-yw-yma/"),
        ("</main>", '<a href="/cy/gwasanaethau">x</a></main>', "broken-link", "/cy/gwasanaethau"),
        ("</main>", '<img src="/assets/dim.svg" alt=""></main>', "broken-link", "/assets/dim.svg"),
        ("</main>", '<form action="/cy/dim/"></form></main>', "broken-link", "/cy/dim/"),
        ("</main>", '<a href="#dim">x</a></main>', "broken-fragment", "#dim"),
        ("</main>", '<a href="/cy/a-i-y/#dim">x</a></main>', "broken-fragment", "/cy/a-i-y/#dim"),
        ('<html (.*?)lang="cy"', r'<html \1lang="en"', "language", "en"),
        ('<html (.*?)lang="cy"', r"<html \1", "language", ""),
        ("<title>.*?</title>", "<title> </title>", "no-title", None),
        ("<title>.*?</title>", "", "no-title", None),
        ("</main>", '<p id="main">x</p></main>', "duplicate-id", "main"),
        ("</head>", '<script src="https://elsewhere.example/x.js"></script></head>', "foreign", "https://elsewhere.example/x.js"),
        ("</head>", '<link rel="stylesheet" href="//elsewhere.example/x.css"></head>', "foreign", "//elsewhere.example/x.css"),
        ("</head>", '<link rel="preconnect" href="https://elsewhere.example"></head>', "foreign", "https://elsewhere.example"),
        ("</main>", '<img src="https://elsewhere.example/x.png" alt=""></main>', "foreign", "https://elsewhere.example/x.png"),
        ("</main>", '<img srcset="https://elsewhere.example/x.png 2x" src="/assets/mark.svg" alt=""></main>', "foreign", "https://elsewhere.example/x.png"),
        ("</main>", '<iframe src="https://elsewhere.example/"></iframe></main>', "foreign", "https://elsewhere.example/"),
        ("</main>", '<video poster="https://elsewhere.example/x.png"></video></main>', "foreign", "https://elsewhere.example/x.png"),
        ("</main>", '<object data="https://elsewhere.example/x"></object></main>', "foreign", "https://elsewhere.example/x"),
        ("</main>", '<svg><use href="https://elsewhere.example/x.svg#a"/></svg></main>', "foreign", "https://elsewhere.example/x.svg#a"),
        ("</main>", '<form action="https://elsewhere.example/"></form></main>', "foreign", "https://elsewhere.example/"),
        ("</main>", "<script>alert(1)</script></main>", "inline", "<script>"),
        ("</head>", "<style>p{}</style></head>", "inline", "<style>"),
        ("<main ", '<main style="color:red" ', "inline", "<main>"),
        ("<main ", '<main onclick="alert(1)" ', "inline", "<main>"),
        ("</main>", '<a href="javascript:alert(1)">x</a></main>', "inline", "javascript:alert(1)"),
        ("</head>", '<base href="https://elsewhere.example/"></head>', "foreign", "https://elsewhere.example/"),
        ("</head>", '<meta http-equiv="refresh" content="0; url=https://elsewhere.example/"></head>', "foreign", "https://elsewhere.example/"),
    ],
    ids=lambda each: None if each is None else re.sub(r"[^\w/.:# -]", "", str(each))[:40],
)  # fmt: skip
def test_a_fault_is_found(site: Path, pattern: str, by: str, message: str, value: str | None) -> None:
    """Once, on the page that has it."""
    replace(site / PAGE, pattern, by)
    if "/assets/mark.svg" in by:
        (site / "assets" / "mark.svg").touch()
    assert [each for each in found(site) if each[0] == f"verify.{message}"] == [(f"verify.{message}", PAGE, value)]


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


def test_a_page_that_is_not_text_is_a_problem(site: Path) -> None:
    """It is told, and does not stop the others from being looked through."""
    (site / PAGE).write_bytes(b"\xff\xfe")
    assert ("verify.unreadable", "site", None) in found(site) or any(each[1] == PAGE for each in found(site))


def test_files_that_are_not_as_they_were_are_found(site: Path) -> None:
    """Missing, added, or changed although nothing else is wrong with them; nothing is said of the others."""
    sign(site)
    (site / "robots.txt").unlink()
    (site / "llun.png").touch()
    replace(site / PAGE, "</main>", "</main >")
    assert found(site) == [
        ("verify.changed-file", PAGE, None),
        ("verify.added-file", "llun.png", None),
        ("verify.missing-file", "robots.txt", None),
    ]


@pytest.mark.slow
def test_a_site_with_the_pages_of_another_is_not_sound(buildable: "Example") -> None:
    """Two states of the data, each whole, whose pages were mixed."""
    assert buildable.build().is_published
    shutil.copytree(buildable.site, buildable.root / "before")
    buildable.change({"data/services/grwp-rhieni.yml": {"fees_description": {"cy": "£2", "en": "£2"}}})
    assert buildable.build().is_published
    assert found(buildable.site) == []
    shutil.copy(buildable.root / "before" / PAGE, buildable.site / PAGE)
    assert found(buildable.site) == [("verify.changed-file", PAGE, None)]


def test_an_older_list_of_files_has_names_alone(site: Path) -> None:
    """Of a file that is there, nothing is known."""
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    (site / FILES).write_text("".join(f"{name}\n" for name in names if name != "robots.txt"), "utf-8")
    assert found(site) == [("verify.added-file", "robots.txt", None)]


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
