"""Every file in `cases/` is a test: what is changed in the small example, and what Drws says or makes of it then.

`files` goes over the example (`Example.change` in conftest.py says how), and then either `problems` holds the lines of `drws check`, and
`problems_cy` the same in Welsh; or pages of it are made: `pages` holds what stands in the words of a page, `absent` what does not, and
`markup` what stands in its HTML.
"""

import json
import re
import string
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.say.catalogue import shipped
from drws.system.kept import Kept

if TYPE_CHECKING:
    from tests.conftest import Example
    from tests.golden import Golden

CASES = Path(__file__).with_name("cases")
FILES = sorted(CASES.rglob("*.yml"))
ENTRIES = shipped()


def named(path: Path) -> Any:
    """A case under its name. For one that says no problems, pages are made: the templates have to be compiled first."""
    name = path.relative_to(CASES).with_suffix("").as_posix()
    is_made = not re.search("^problems", path.read_text("utf-8"), flags=re.MULTILINE)
    return pytest.param(path, id=name, marks=pytest.mark.slow if is_made else ())


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """What one case has read of a file, the next does not read again when the file says the same: so it is with `drws check`."""
    return Kept(tmp_path_factory.mktemp("kept") / "small", b"")


@pytest.mark.parametrize("path", [named(path) for path in FILES])
def test_case(
    path: Path, request: pytest.FixtureRequest, read_case: Callable[[str], Any], golden: "Golden", kept: Kept
) -> None:
    """The case holds."""
    text = path.read_text("utf-8")
    case = read_case(text)
    example: Example = request.getfixturevalue("example" if "problems" in case else "buildable")
    example.change(case.get("files", {}))
    if "problems" in case:
        found = example.load(kept=kept).problems
        said = {key: example.lines(found, key[9:] or "en") for key in ("problems", "problems_cy") if key in case}
        written = "".join(f"{key}:\n{_listed(lines)}" if lines else f"{key}: []\n" for key, lines in said.items())
        golden.compare(
            f"cases/{path.relative_to(CASES).as_posix()}", re.split("^problems", text, flags=re.MULTILINE)[0] + written
        )
        return
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
