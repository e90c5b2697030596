"""What becomes of Pagefind's files: made small when they have the form that we know, and left alone, with a warning, when they have not."""

import gzip
import json
import shutil
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import cbor2
import pytest
from click.testing import CliRunner
from pagefind_bin import get_executable

from drws.cli import main
from drws.kernel.problem import Problem, Refused, Severity
from drws.search.chunks import read_chunk
from drws.search.divide import FILES, PARTS, divide_chunks
from drws.search.fragments import FORM, Shown, lighten
from drws.search.packed import SIGNATURE
from drws.search.pagefind import VERSION, run_pagefind

from .small_disk import fill_up, small_disk

if TYPE_CHECKING:
    from tests.example import Example

Indexed: TypeAlias = tuple[Mapping[str, str], list[Problem]]
"""The names of pages in an index, and what there was to tell."""

ROOT = Path(__file__).parent.parent
PAGE = {"url": "/en/", "content": "zz", "word_count": 1, "filters": {}, "meta": {"title": "T", "keys": "zz"}, "anchors": [{}]}  # fmt: skip
QUERIES = """
- {lang: en, q: parents group, expect: ["service:grwp-rhieni"]}
- {lang: cy, q: grwpiau rhieni, expect: ["service:grwp-rhieni"]}
"""
AFTER_PAGEFIND = """#!{python}
import gzip, json, pathlib, subprocess, sys
done = subprocess.run(["{pagefind}", *sys.argv[1:]])
target = pathlib.Path(sys.argv[sys.argv.index("--output-path") + 1])
{change}
sys.exit(done.returncode)
"""
MORE_FIELDS = f"""
for file in target.glob("fragment/*"):
    page = json.loads(gzip.decompress(file.read_bytes()).removeprefix({SIGNATURE!r}))
    file.write_bytes(gzip.compress({SIGNATURE!r} + json.dumps({{**page, "offsets": [1]}}).encode()))
"""
OTHER_ENTRY = """
entry = target / "pagefind-entry.json"
entry.write_text(json.dumps([json.loads(entry.read_text())]))
"""
EMPTY = """
next(target.glob("{}")).write_bytes(b"")
"""
CUT = """
file = next(target.glob("{}"))
file.write_bytes(file.read_bytes()[:-9])
"""
OTHER_NAMES = """
for file in target.glob("fragment/*"):
    file.rename(file.with_suffix(".pf_page"))
"""


def packed(page: object) -> bytes:
    """A fragment as Pagefind writes it."""
    return gzip.compress(SIGNATURE + json.dumps(page).encode(), mtime=0)


def test_a_fragment_is_left_what_a_result_shows(tmp_path: Path) -> None:
    """Its address, its title and its summary."""
    file = tmp_path / "en_1.pf_fragment"
    file.write_bytes(packed(PAGE))
    assert lighten(file, {"/en/": Shown("S")}) == ("/en/", True)
    lighter = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
    assert lighter == {**PAGE, "content": "", "word_count": 0, "anchors": [], "meta": {"title": "T", "summary": "S"}}
    assert lighter.keys() == FORM.keys()


@pytest.mark.parametrize(
    ("content", "address"),
    [
        (b"", ""),
        (b"not packed", ""),
        (packed(PAGE)[:-9], ""),
        (gzip.compress(b"other_sign" + json.dumps(PAGE).encode(), mtime=0), ""),
        (gzip.compress(SIGNATURE + b"\xff{", mtime=0), ""),
        (packed([PAGE]), ""),
        (packed({**PAGE, "url": ["/en/"]}), ""),
        (packed({**PAGE, "more": 1}), "/en/"),
        (packed({name: value for name, value in PAGE.items() if name != "anchors"}), "/en/"),
        (packed({**PAGE, "meta": [["title", "T"]]}), "/en/"),
        (packed({**PAGE, "meta": {"title": ["T"]}}), "/en/"),
        (packed({**PAGE, "meta": {}}), "/en/"),
    ],
    ids=[
        *(
            "empty",
            "not-packed",
            "cut-off",
            "another-signature",
            "no-json",
            "a-list",
            "an-address-that-is-a-list",
            "one-field-more",
        ),
        *("one-field-less", "meta-that-is-a-list", "a-title-that-is-a-list", "meta-without-a-title"),
    ],
)
def test_a_fragment_in_another_form_stays_as_it_is(content: bytes, address: str, tmp_path: Path) -> None:
    """Byte for byte, whatever is other about it. Its address is taken where it can be read."""
    file = tmp_path / "en_1.pf_fragment"
    file.write_bytes(content)
    assert lighten(file, {}) == (address, False)
    assert file.read_bytes() == content


def test_the_pagefind_that_we_know_is_asked_for() -> None:
    """That version, and no other."""
    requires = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert [each for each in requires if each.startswith("pagefind")] == [f"pagefind-bin=={VERSION}"]


@pytest.fixture
def changed_pagefind(tmp_path: Path) -> Callable[[str], Path]:
    """A package with a Pagefind that is the real one, and then does something more to the files; the folder that it is in."""

    def make(change: str) -> Path:
        package = tmp_path / "arall" / "pagefind_bin"
        package.mkdir(parents=True)
        program = package / "pagefind"
        program.write_text(AFTER_PAGEFIND.format(python=sys.executable, pagefind=get_executable(), change=change))
        program.chmod(0o755)
        (package / "__init__.py").write_text(f"def get_executable():\n    return {str(program)!r}\n")
        return package.parent

    return make


@pytest.mark.node
def test_with_another_form_the_site_is_published_and_searched(
    example: "Example",
    searched: Path,
    changed_pagefind: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A warning says what to do, in the language of the person; the files are those that Pagefind made, and both languages find what they found."""
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(changed_pagefind(MORE_FIELDS))
    monkeypatch.delitem(sys.modules, "pagefind_bin")
    shutil.copytree(searched.parent / "work", example.work)
    done = CliRunner().invoke(main, ["build", *example.options(), "--lang", "cy"])
    assert done.exit_code == 0, done.output
    assert done.output.count("mewn ffurf nad yw Drws yn ei hadnabod") == 1
    assert f"pagefind-bin=={VERSION}" in done.output
    for file in (example.site / "pagefind/fragment").iterdir():
        page = json.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
        assert page["offsets"] == [1]
        assert page["content"]
    queries = tmp_path / "queries.yml"
    queries.write_text(QUERIES, "utf-8")
    answered = CliRunner().invoke(main, ["search-test", str(queries), "--site", str(example.site)])
    assert answered.exit_code == 0, answered.output


@pytest.fixture
def index_of_a_page(tmp_path: Path) -> Callable[[], Indexed]:
    """What comes of indexing one page with the Pagefind that is installed."""

    def run() -> Indexed:
        page = tmp_path / "pages" / "en" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text('<html lang="en"><main data-pagefind-body data-pagefind-meta="title:T">words</main>', "utf-8")
        return run_pagefind(tmp_path / "pages", tmp_path / "index", {})

    return run


@pytest.mark.parametrize(
    ("change", "named"),
    [("", ""), (MORE_FIELDS, ".pf_fragment"), (OTHER_ENTRY, "pagefind-entry.json"), (OTHER_NAMES, "fragment")],
    ids=["as-it-is", "fragments-with-more-fields", "another-entry", "fragments-with-other-names"],
)
def test_other_files_than_we_know_are_told(
    change: str,
    named: str,
    changed_pagefind: Callable[[str], Path],
    index_of_a_page: Callable[[], Indexed],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Once, as a warning, with the file; of what the Pagefind writes that is installed there is nothing to tell. What can be read is used."""
    monkeypatch.syspath_prepend(changed_pagefind(change))
    monkeypatch.delitem(sys.modules, "pagefind_bin")
    names, problems = index_of_a_page()
    assert set(names) == (set() if change == OTHER_NAMES else {"/en/"})
    assert [(each.message, each.severity) for each in problems] == [
        ("tools.search-form", Severity.WARNING) for _ in [named] if named
    ]
    assert all(str(each.values["name"]).endswith(named) for each in problems)


@pytest.mark.parametrize(
    ("change", "file"),
    [(EMPTY, "fragment/*"), (CUT, "fragment/*"), (CUT, "index/*"), (CUT, "pagefind.*.pf_meta"), (EMPTY, "pagefind.js")],
)
def test_an_index_that_is_cut_short_is_refused(
    change: str,
    file: str,
    changed_pagefind: Callable[[str], Path],
    index_of_a_page: Callable[[], Indexed],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pagefind says nothing of it."""
    monkeypatch.syspath_prepend(changed_pagefind(change.format(file)))
    monkeypatch.delitem(sys.modules, "pagefind_bin")
    with pytest.raises(Refused) as refused:
        index_of_a_page()
    assert refused.value.problem.message == "tools.search-cut"


def test_an_index_for_which_the_disk_has_no_room_is_refused(tmp_path: Path) -> None:
    """The Pagefind that is installed, on a real disk that fills up: however much of the index it took."""
    for number in range(40):
        page = tmp_path / "pages" / f"{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<html lang="en"><main data-pagefind-body data-pagefind-meta="title:T">{number}</main>', "utf-8"
        )
    with small_disk(tmp_path / "disk", 2_000_000) as disk:
        for free in (0, 100_000, 300_000):
            fill_up(disk, free)
            with pytest.raises(Refused) as refused:
                run_pagefind(tmp_path / "pages", disk / "index", {})
            assert refused.value.problem.message == "tools.search-cut"
            shutil.rmtree(disk / "index", ignore_errors=True)


def test_words_are_divided_between_more_files_and_none_is_lost(tmp_path: Path) -> None:
    """Each word is in one file, within the beginnings that the list gives for it, in the order that Pagefind reads; twice the same bytes."""
    pages = tmp_path / "pages"
    words = [f"{first}{second}{third}a" for first in "bcdfg" for second in "aeiou" for third in "lmnprst"]
    for number, word in enumerate(words):
        page = pages / f"{number}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(f'<html lang="en"><main data-pagefind-body data-pagefind-meta="title:T">{word}</main>', "utf-8")
    indexes = [tmp_path / name for name in ("one", "two")]
    for index in indexes:
        assert run_pagefind(pages, index, {})[1] == []
    [listed] = indexes[0].glob("pagefind.*.pf_meta")
    files = cbor2.loads(gzip.decompress(listed.read_bytes()).removeprefix(SIGNATURE))[FILES]
    assert len(files) >= PARTS
    found = []
    for first, last, name in files:
        own = [word for word, *_ in read_chunk(indexes[0] / "index" / f"{name}.pf_index") or ()]
        assert all(first <= word[: len(first)] and word[: len(last)] <= last for word in own)
        found += own
    assert found == sorted(found)
    assert len(found) == len(set(found)) >= len(words)  # a title is a word as well
    assert {path.name for path in (indexes[0] / "index").iterdir()} == {f"{name}.pf_index" for *_, name in files}
    assert listed.read_bytes() == (indexes[1] / listed.name).read_bytes()


@pytest.mark.parametrize(
    "content",
    [b"", b"not packed", gzip.compress(SIGNATURE + cbor2.dumps(["1", [], {}, [], [], []]))],
    ids=["empty", "not-packed", "no-list"],
)
def test_a_list_of_files_in_another_form_stays_as_it_is(content: bytes, tmp_path: Path) -> None:
    """Byte for byte, and it is told."""
    listed = tmp_path / "pagefind.en_1.pf_meta"
    listed.write_bytes(content)
    assert divide_chunks(tmp_path) == [listed]
    assert listed.read_bytes() == content
