"""The command line: what it ends with, what it prints, and in which language."""

import json
import re
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

import pytest
from click.testing import CliRunner, Result

from drws import __version__
from drws.cli import main
from drws.domains.registry import installed
from drws.system.clock import EARLIEST, LATEST

if TYPE_CHECKING:
    from tests.conftest import Drws
    from tests.example import Example

pytestmark = pytest.mark.slow  # most tests run a whole command, or check a whole project

EXAMPLE = Path(__file__).parent / "examples" / "small"
ROOT = Path(__file__).parent.parent
Run: TypeAlias = Callable[..., Result]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in the project's folder, in this process."""
    monkeypatch.chdir(ROOT)

    def invoke(*arguments: str | Path, **environment: str) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], env=environment)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return result

    return invoke


@pytest.fixture
def sources(example: "Example") -> list[str]:
    """The options that name the example, on its day."""
    return ["--data", f"{example.root}/data", "--content", f"{example.root}/content", "--as-of", "2025-11-21"]


@pytest.fixture
def broken(example: "Example", sources: list[str]) -> list[str]:
    """The same, after one mistake."""
    example.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    return sources


def test_check_ends_with_0_when_all_is_well(run: Run, sources: list[str]) -> None:
    """And says how much it looked at."""
    result = run("check", *sources)
    records = sum(1 for model in installed().entities for _ in (EXAMPLE / "data" / model.FOLDER).glob("*.yml"))
    assert (result.exit_code, result.output) == (0, f"All is well. Records: {records}.\n")


def test_what_is_due_is_told_and_fails_nothing(run: Run, sources: list[str], example: "Example") -> None:
    """The calendar brings it, and no change: somebody who changes something else is not stopped by it."""
    for language, name in (("cy", "Y bobl"), ("en", "The people")):
        page = example.root / "content" / language / "about" / "people.md"
        assert f"title: {name}" in page.read_text("utf-8")
        days = "translation: reviewed\nlast_read: 2024-11-20\nnext_reading: 2025-11-20"
        page.write_text(page.read_text("utf-8").replace("translation: reviewed", days), "utf-8")
    result = run("check", *sources)
    assert (result.exit_code, "[readings]" in result.output, "All is well." in result.output) == (0, True, True)
    told = json.loads(run("check", *sources, "--format", "json").output)
    assert [each["severity"] for each in told] == ["notice"]


def test_check_ends_with_1_when_there_is_a_problem(run: Run, broken: list[str], example: "Example") -> None:
    """And tells it, with the cure."""
    result = run("check", *broken)
    assert result.exit_code == 1
    assert result.output == (
        f"{example.root}/data/services/grwp-rhieni.yml:23:12  statutory: only true or false can stand here, not ‘no’  [value]\n"
        "    write true (yes) or false (no)\n\n"
        "Problems: 1. Nothing was changed.\n"
    )


def test_check_speaks_welsh(run: Run, broken: list[str]) -> None:
    """All of it."""
    result = run("check", *broken, "--lang", "cy")
    assert result.exit_code == 1
    assert (
        "dim ond true neu false sy’n gallu bod yma, nid ‘no’  [value]\n    ysgrifennwch true (ydy) neu false (nac ydy)"
        in result.output
    )
    assert result.output.endswith("Problemau: 1. Nid oes dim wedi’i newid.\n")


def test_check_for_programs_is_json_and_nothing_else(run: Run, example: "Example", sources: list[str]) -> None:
    """With problems and without."""
    assert json.loads(run("check", *sources, "--format", "json").output) == []
    example.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    (problem,) = json.loads(run("check", *sources, "--format", "json", "--lang", "cy").output)
    assert (problem["line"], problem["rule"], problem["severity"], problem["field"]) == (
        23,
        "value",
        "error",
        "statutory",
    )


def test_check_for_github_is_a_line_a_problem(run: Run, broken: list[str]) -> None:
    """As its workflow commands want it."""
    result = run("check", *broken, "--format", "github")
    assert re.fullmatch(
        r"::error file=\S+/grwp-rhieni\.yml,line=23,col=12,title=value::only true or false .*\n", result.output
    )


def test_the_day_can_be_named(run: Run, example: "Example", sources: list[str]) -> None:
    """By `--as-of`, which comes first, or by SOURCE_DATE_EPOCH, which is today as well: what is confirmed later than that cannot be so."""
    folders = sources[:4]
    assert run("check", *folders, "--as-of", "2025-10-29").exit_code == 0
    assert run("check", *folders, "--as-of", "2025-10-29", SOURCE_DATE_EPOCH="1000000000").exit_code == 1
    assert "the site is being built for 2001-09-09" in run("check", *folders, SOURCE_DATE_EPOCH="1000000000").output
    assert run("check", *folders, "--as-of", "2025-11-05", SOURCE_DATE_EPOCH="1000000000").exit_code == 0


@pytest.mark.parametrize("moment", ["abc", "1e9", " 5", "99999999999999999999", "-99999999999", "7258118400"])
@pytest.mark.parametrize("named", [(), ("--as-of", "2025-11-21")])
def test_a_moment_that_is_none_is_not_passed_over(run: Run, moment: str, named: tuple[str, ...]) -> None:
    """Whoever set it wants a site for that day, and would get another."""
    result = run("check", *named, SOURCE_DATE_EPOCH=moment)
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH is a moment in whole seconds" in " ".join(result.output.split())


@pytest.mark.parametrize("day", [EARLIEST, LATEST])
def test_a_site_can_be_made_for_each_day_that_can_be_named(buildable: "Example", day: date) -> None:
    """The first and the last: everything looks years back and ahead."""
    assert all(make() for make in buildable.files(day, today=max(day, date(2025, 11, 21))).values())


def test_a_folder_that_is_not_there_is_a_misunderstanding(run: Run, tmp_path: Path) -> None:
    """Nobody meant it: 2, and its name."""
    for option in ("--data", "--content"):
        result = run("check", option, tmp_path / "dim")
        assert result.exit_code == 2
        assert f"'{tmp_path}/dim' does not exist" in result.output


def test_an_empty_folder_lacks_what_is_looked_for_there(run: Run, tmp_path: Path, sources: list[str]) -> None:
    """That is a problem like others: 1, and the file."""
    (tmp_path / "gwag").mkdir()
    for option, file in (("--data", "site.yml"), ("--content", "cy/index.md")):
        result = run("check", *sources, option, tmp_path / "gwag")
        assert result.exit_code == 1
        assert f"{tmp_path}/gwag/{file}:1:1  this file does not exist  [file]" in result.output


@pytest.mark.parametrize(
    "words",
    [["chek"], ["check", "--dta", "x"], ["check", "--as-of", "yfory"], ["check", "--as-of", "2026-02-30"], ["check", "--as-of", "0001-01-01"], ["check", "--as-of", "9998-12-31"], ["check", "--format", "xml"], ["check", "--lang", "fr"], ["verify"], ["check", "--data", "pyproject.toml"], ["serve", "--port", "0"]],
    ids=" ".join,
)  # fmt: skip
def test_a_command_that_was_not_understood_ends_with_2(run: Run, words: list[str]) -> None:
    """And says how it is used."""
    result = run(*words)
    assert result.exit_code == 2
    assert "Usage: " in result.output


@pytest.mark.parametrize(
    "words", [[], ["check"], ["build"], ["serve"], ["verify"]], ids=lambda words: " ".join(words) or "drws"
)
def test_every_command_explains_itself(run: Run, words: list[str]) -> None:
    """`--help` has a sentence about the command and one about each option, and `-h` is the same."""
    result = run(*words, "--help")
    assert result.exit_code == 0
    assert result.output == run(*words, "-h").output
    options = re.findall(r"^  (-\S.*?)(?:  +(.*))?$", result.output, re.MULTILINE)
    assert options
    lines = result.output.splitlines()
    for place, line in enumerate(lines):
        if line.startswith("  -"):
            assert re.search(r"\S {2,}\S", line) or re.match(r" {10,}\S", lines[place + 1]), (
                f"nothing is said about {line}"
            )


def test_both_names_of_the_program_are_the_same(drws: "Drws") -> None:
    """`drws` and `python -m drws`."""
    done = drws("--version")
    assert (done.returncode, done.stdout) == (0, f"drws, version {__version__}\n")


@pytest.mark.slow
def test_build_publishes_and_verify_agrees(run: Run, buildable: "Example") -> None:
    """With 0; the summary names the day, and each phase its time."""
    result = run("build", *buildable.options(), "--no-search")
    assert result.exit_code == 0
    said = " ".join(result.stderr.split())
    assert re.search(r"as it stands on 2025-11-21\. Pages: cy (\d+), en \1\.", said)
    assert all(f"{phase} 0." in said or re.search(rf"{phase} \d+\.\d\d s", said) for phase in ("Reading and checking the records", "Planning the pages", "Writing the pages", "Verifying the site"))  # fmt: skip
    assert result.stdout == ""
    assert run("verify", buildable.site).output == "The site is sound.\n"
    assert run("verify", buildable.site, "--lang", "cy").output == "Mae’r wefan yn gyfan.\n"


def test_build_with_a_problem_publishes_nothing(run: Run, example: "Example") -> None:
    """With 1; the problem is on standard output, and what became of the build on standard error. Nobody waits for a stylesheet before that."""
    example.change({"data/services/grwp-rhieni.yml": {"statutory": "no"}})
    result = run("build", *example.options(), "--no-search", "--lang", "cy")
    assert result.exit_code == 1
    assert "Ni chyhoeddwyd dim. Mae’r hen wefan fel yr oedd. Problemau: 1." in " ".join(result.stderr.split())
    assert "[value]" in result.stdout
    assert not example.site.exists()
    assert list(example.work.glob("*.css")) == []


def test_build_into_a_folder_of_others_is_refused(run: Run, buildable: "Example") -> None:
    """With 1, and the reason."""
    buildable.site.mkdir()
    (buildable.site / "llyfr.txt").touch()
    result = run("build", *buildable.options(), "--no-search")
    assert result.exit_code == 1
    assert "Drws did not make this folder" in result.stdout


def test_verify_ends_with_1_when_something_is_wrong(run: Run, built: "Example", tmp_path: Path) -> None:
    """Also when there is no site at all."""
    assert run("verify", tmp_path / "dim").exit_code == 1
    shutil.copytree(built.site, tmp_path / "site")
    (tmp_path / "site" / "cy" / "cysylltu" / "index.html").unlink()
    result = run("verify", tmp_path / "site", "--format", "json")
    assert result.exit_code == 1
    assert {each["rule"] for each in json.loads(result.output)} == {"verify"}


@pytest.mark.slow
def test_without_the_search_program_it_is_said_so(
    run: Run, buildable: "Example", monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installation that lacks it does not end in a traceback, and the way without it is named, before any page is written."""
    monkeypatch.setitem(sys.modules, "pagefind_bin", ModuleType("pagefind_bin"))
    done = run("build", *buildable.options())
    assert done.exit_code == 1
    assert "the search index cannot be made" in done.stdout
    assert "--no-search" in done.stdout
    assert "Traceback" not in done.stderr
    assert "Writing the pages" not in done.stderr
    assert not buildable.site.exists()


def test_without_the_stylesheets_program_it_is_said_so(run: Run, example: "Example", tmp_path: Path) -> None:
    """Sass runs on Node.js; a machine on which it does not run is told what to do."""
    (tmp_path / "node").write_text("#!/bin/sh\necho 'node: too old' >&2\nexit 1\n")
    (tmp_path / "node").chmod(0o755)
    if (Path(sys.executable).parent / "node").exists():
        pytest.skip("the environment has a Node.js of its own beside Python, which is found first")
    done = run("build", *example.options(), PATH=str(tmp_path))
    assert done.exit_code == 1
    assert "the stylesheet cannot be made: node: too old" in done.stdout
    assert "Traceback" not in done.stderr


def test_from_a_theme_without_its_packages_it_is_said_so(buildable: "Example") -> None:
    """Where nothing was installed beside the theme, the message says what is missing, and nothing of what Node.js makes of that."""
    buildable.change({"theme/scss/site.scss": "// nothing"})
    report = buildable.build()
    assert not report.is_published
    assert "the stylesheet cannot be made: node_modules/sass" in "\n".join(buildable.lines(report.problems))
