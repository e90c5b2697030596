"""Every file in `cases/` is a test: what is changed in the small example, and what Drws says or makes of it then.

`files` goes over the example (`Example.change` in conftest.py says how), and then either `problems` holds the lines of `drws check`, and
`problems_cy` the same in Welsh; or pages of it are made: `pages` holds what stands in the words of a page, `absent` what does not, and
`markup` what stands in its HTML.
"""

import json
import re
import shutil
import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.say.catalogue import shipped
from drws.system.kept import Kept

from .case_files import as_folder, link_to
from .example import EXAMPLE, Change, Example
from .golden import Golden

CASES = Path(__file__).with_name("cases")
FILES = sorted(CASES.rglob("*.yml"))
ENTRIES = shipped()


def named(path: Path) -> Any:
    """A case under its name. For one that says no problems, pages are made: the templates have to be compiled first."""
    name = path.relative_to(CASES).with_suffix("").as_posix()
    is_made = not re.search("^problems", path.read_text("utf-8"), flags=re.MULTILINE)
    return pytest.param(path, id=name, marks=pytest.mark.slow if is_made else ())


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory, kept: Kept) -> Example:
    """The copy of the small example that each case changes and leaves as it was."""
    root = tmp_path_factory.mktemp("cases") / "example"
    shutil.copytree(EXAMPLE, root)
    return Example(root, kept=kept)


@contextmanager
def changed(example: Example, files: Mapping[str, Change]) -> Iterator[None]:
    """Put files over an example, and at the end take them away again: a case changes two of a hundred."""
    try:
        example.change(files)
        yield
    finally:
        for name in files:
            put_back(example.root, PurePath(name))


def put_back(root: Path, name: PurePath) -> None:
    """Make a path of a copy what it is in the example: nothing, perhaps, and then the folders too that it was the first to need."""
    path = root / name
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink(missing_ok=True)
    if (EXAMPLE / name).is_file():
        shutil.copyfile(EXAMPLE / name, path)
    for folder in (root / each for each in name.parents if not (EXAMPLE / each).exists()):
        shutil.rmtree(folder, ignore_errors=True)


def test_a_case_leaves_the_example_as_it_was(copied: Example) -> None:
    """Whatever it puts there: another text, a file less, a link, a folder, and files in folders that are new."""
    name, old = "data/services/grwp-rhieni.yml", "data/services/blwch-llythyrau.yml"
    files: dict[str, Change] = {
        name: {"statutory": "no"},
        old: "null",
        "data/site.yml": link_to("/"),
        "content/en/about.md": as_folder(""),
        "content/en/new/newer/page.md": "x",
    }
    with changed(copied, files):
        assert not (copied.root / old).exists()
    assert contents(copied.root) == contents(EXAMPLE)


def contents(root: Path) -> dict[str, bytes | None]:
    """What each file says, and which folders there are."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None for path in root.rglob("*")
    }


@pytest.mark.parametrize("path", [named(path) for path in FILES])
def test_case(
    path: Path,
    request: pytest.FixtureRequest,
    read_case: Callable[[str], Any],
    golden: Golden,
    copied: Example,
) -> None:
    """The case holds."""
    text = path.read_text("utf-8")
    case = read_case(text)
    with changed(copied, case.get("files", {})):
        if "problems" in case:
            has_problems(copied, case, path, text, golden)
        else:
            if not copied.work.exists():
                shutil.copytree(request.getfixturevalue("built").work, copied.work)
            has_pages(copied, case)


def has_problems(example: Example, case: Mapping[str, Any], path: Path, text: str, golden: Golden) -> None:
    """`drws check` says just what the case expects."""
    found = example.load().problems
    said = {key: example.lines(found, key[9:] or "en") for key in ("problems", "problems_cy") if key in case}
    written = "".join(f"{key}:\n{_listed(lines)}" if lines else f"{key}: []\n" for key, lines in said.items())
    golden.compare(
        f"cases/{path.relative_to(CASES).as_posix()}", re.split("^problems", text, flags=re.MULTILINE)[0] + written
    )


def has_pages(example: Example, case: Mapping[str, Any]) -> None:
    """The pages hold what the case expects, and not what it does not."""
    example.show({page for key in ("pages", "absent", "markup") for page in case.get(key, {})})
    for key, present in (("pages", True), ("absent", False), ("markup", True)):
        for page, expected in case.get(key, {}).items():
            html = (example.site / page).read_text("utf-8")
            content = html if key == "markup" else words_of(html)
            assert [each for each in expected if (each in content) is not present] == [], f"{key}: {page}\n{content}"


ELSEWHERE = {
    "outside": "test_outside_links.py: it is about what others answer",
    "publish": "test_publish.py: it is about where the site goes",
    "launch": "test_ready.py: a site of which it is told is sound",
    "verify": "test_verify.py: a site that could be built has no such fault, so it is broken by hand",
    "hosting": "test_hosting.py: it is about more addresses than a case can have",
    "init": "test_starter.py: it is about a folder that is handed to a command",
    "theme": "test_theme.py: it is about a template that does not work",
    "import": "test_event_import.py: it is about files that are handed to a command",
    "import-oruk": "test_open_referral_import.py: it is about files that are handed to a command",
    "tools": "test_command_line.py: it is about what is installed",
    "tool": "test_wording.py, test_command_line.py: it is no problem",
    "settings": "test_mkdocs.py: it is about mkdocs.yml",
    "messages": "test_catalogue.py: it is about a further language of the messages",
    "queries": "test_search_test.py: it is about a file that is handed to a command",
}
"""Rules whose messages come from elsewhere than the data and the content, and where they are tested."""


@pytest.fixture(scope="module")
def expected(read_case: Callable[[str], Any]) -> list[str]:
    """Every line that a case expects."""
    return [line for path in FILES for line in read_case(path.read_text("utf-8")).get("problems", [])]


@pytest.mark.parametrize("key", [key for key in ENTRIES if key.partition(".")[0] not in ELSEWHERE])
def test_every_message_that_data_or_content_can_cause_has_a_case(key: str, expected: list[str]) -> None:
    """Each is in the expected lines of a case, both its cures included."""
    for cure in ("fix", "nearest"):
        if cure in ENTRIES[key]:
            rule = key.partition(".")[0]
            shown = rf"{_pattern(ENTRIES[key]['message']['en'])}  \[{rule}\] → {_pattern(ENTRIES[key][cure]['en'])}"
            assert any(re.search(rf"{shown}$", line) for line in expected), shown


def _pattern(sentence: str) -> str:
    """A message as a pattern: a value may be anything."""
    parts = (
        re.escape(text) + (".*" if name is not None else "") for text, name, _, _ in string.Formatter().parse(sentence)
    )
    return "".join(parts)


def words_of(html: str) -> str:
    """The words of a page's own part, as a person reads them."""
    return " ".join(LexborHTMLParser(html).css("main")[0].text(separator=" ").split())


def _listed(lines: Iterable[str]) -> str:
    return "".join(f"  - {json.dumps(line, ensure_ascii=False)}\n" for line in lines)
