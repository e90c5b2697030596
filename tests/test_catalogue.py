"""Messages in a language that somebody added: a file beside the data, or a package."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest
from click.testing import CliRunner, Result

from drws.cli import main
from drws.kernel.problem import Place, Problem
from drws.read.reader import Folder
from drws.say import catalogue
from drws.say.messages import as_text, sentences, tool_words

from .example import THEME

if TYPE_CHECKING:
    from tests.example import Example

DAY = """
value.day:
  message: "‘{value}’ n’est pas une date"
  fix: "écrivez le jour ainsi : 2026-11-21"
"""
WRONG_DAY = Problem(Place("data/x.yml", line=1, column=1), "value.day", {"value": "{demain}"})
EMPTY = Problem(Place("data/x.yml", line=2, column=1), "type.empty")

Add: TypeAlias = Callable[[str, str], None]


@pytest.fixture
def add(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Add:
    """Adds a file of messages to the folder in which Drws runs."""
    (tmp_path / "messages").mkdir()
    monkeypatch.chdir(tmp_path)

    def write(language: str, text: str) -> None:
        (tmp_path / f"messages/{language}.yml").write_text(text, "utf-8")

    return write


def run(*arguments: str) -> Result:
    """A command, as it is typed."""
    return CliRunner().invoke(main, arguments)


def test_a_language_is_one_more_file(add: Add) -> None:
    """What it holds is said in it, and what it leaves out in English. It can be asked for."""
    assert run("verify", "dim", "--lang", "fr").exit_code == 2
    add("fr", DAY)
    found = sentences([WRONG_DAY, EMPTY], (), "fr")
    assert [each.message for each in found] == ["‘{demain}’ n’est pas une date", "there is nothing here"]
    assert found[0].fix == "écrivez le jour ainsi : 2026-11-21"
    assert catalogue.languages() == (*catalogue.LANGUAGES, "fr")
    assert run("verify", "dim", "--lang", "fr").exit_code == 1


def test_a_language_that_nobody_added_is_refused_with_those_that_there_are(add: Add) -> None:
    """The command line names them all."""
    add("fr", DAY)
    result = run("verify", "dim", "--lang", "de")
    assert result.exit_code == 2
    assert all(f"'{code}'" in result.output for code in (*catalogue.LANGUAGES, "fr"))


def test_a_package_can_bring_a_language(add: Add, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names itself in an entry point. What the project says itself goes before."""
    installed = tmp_path / "installed"
    (installed / "drws_ga" / "messages").mkdir(parents=True)
    (installed / "drws_ga" / "__init__.py").touch()
    empty = 'type.empty: {message: "níl aon rud anseo", fix: "tabhair luach, nó scrios an líne"}\n'
    (installed / "drws_ga" / "messages" / "ga.yml").write_text(f"{DAY}{empty}", "utf-8")
    (installed / "drws_ga-1.dist-info").mkdir()
    (installed / "drws_ga-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: drws-ga\nVersion: 1\n")
    (installed / "drws_ga-1.dist-info" / "entry_points.txt").write_text("[drws.messages]\nga = drws_ga\n")
    monkeypatch.syspath_prepend(installed)
    add("ga", DAY.replace("n’est pas une date", "ní dáta é"))
    assert "ga" in catalogue.languages()
    assert [each.message for each in sentences([WRONG_DAY, EMPTY], (), "ga")] == [
        "‘{demain}’ ní dáta é",
        "níl aon rud anseo",
    ]


def test_a_project_can_say_something_better_in_a_language_that_drws_brings(add: Add) -> None:
    """Message by message."""
    add("en", 'value.day: {message: "no day is called ‘{value}’", fix: "like 2026-11-21"}\n')
    found = sentences([WRONG_DAY, EMPTY], (), "en")
    assert [each.message for each in found] == ["no day is called ‘{demain}’", "there is nothing here"]


WRONG = {
    "type.emtpy: {message: x, fix: y}": "1:1  type.emtpy: there is no message called ‘type.emtpy’  [messages] → did you mean ‘type.empty’?",
    "x: {message: x, fix: y}": "1:1  x: there is no message called ‘x’  [messages] → delete it; all the names are in Drws’ own messages.yml",
    "type.empty: {message: x}": "1:1  type.empty: this message does not have the parts of the original  [messages] → write all of these and nothing else: message, fix",
    "type.empty: {message: x, fix: [y]}": "1:1  type.empty: this message does not have the parts of the original  [messages] → write all of these and nothing else: message, fix",
    "type.empty: rien": "1:1  type.empty: this message does not have the parts of the original  [messages] → write all of these and nothing else: message, fix",
    'value.day: {message: "{valeur}", fix: y}': "1:22  value.day.message: this sentence does not have the values of the original  [messages] → put these into the sentence, written just so, and nothing else in curly brackets: {value}",
    'value.day: {message: "{value.__class__}", fix: y}': "1:22  value.day.message: this sentence does not have the values of the original  [messages] → put these into the sentence, written just so, and nothing else in curly brackets: {value}",
    'value.day: {message: "{value:d}", fix: y}': "1:22  value.day.message: this sentence does not have the values of the original  [messages] → put these into the sentence, written just so, and nothing else in curly brackets: {value}",
    'value.day: {message: "{value", fix: y}': "1:22  value.day.message: this sentence does not have the values of the original  [messages] → put these into the sentence, written just so, and nothing else in curly brackets: {value}",
    'type.empty: {message: "{0}", fix: y}': "1:23  type.empty.message: this sentence does not have the values of the original  [messages] → put these into the sentence, written just so, and nothing else in curly brackets: –",
    "- value.day": "1:1  there should be fields here, each on a line of its own  [type] → write ‘field: value’",
    "value.day: {": "2:1  the YAML is not right here",
    "": "1:1  this file is empty",
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG)
def test_what_cannot_be_said_is_located_and_passed_over(text: str, add: Add, tmp_path: Path) -> None:
    """The message is said in English then, and nothing ends in a traceback."""
    add("fr", f"{text}\n" if text else "")
    shown = as_text(sentences(catalogue.problems(), (Folder(tmp_path / "messages", "messages"),), "fr"))
    assert WRONG[text] in shown.replace("\n    ", " → ")
    assert [each.message for each in sentences([WRONG_DAY, EMPTY], (), "fr")] == [
        "‘{demain}’ is not a date",
        "there is nothing here",
    ]


def test_every_message_about_messages_has_a_case() -> None:
    """What can be said of such a file is said in one of the cases above."""
    keys = {key for key in catalogue.shipped() if key.startswith("messages.")}
    for key in keys:
        assert any(catalogue.message(key, "en")["message"].partition("‘")[0] in said for said in WRONG.values()), key


def test_check_says_what_is_wrong_with_an_added_language_and_what_it_has_not(
    example: "Example", add: Add, tmp_path: Path
) -> None:
    """With the other problems of the project, and with 1; a language that is not whole yet is no mistake."""
    (example.root / "theme").symlink_to(THEME)
    assert example.root == tmp_path
    add("fr", DAY)
    result = run("check", "--lang", "fr", "--as-of", "2025-11-21")
    assert result.exit_code == 0, result.output
    count = len(catalogue.shipped()) - 1
    assert tool_words("check.missing", "en", code="fr", count=count, first="").rstrip(" .") in result.output
    assert "file.missing" in result.output
    add("fr", "x: y")
    result = run("check", "--as-of", "2025-11-21")
    assert result.exit_code == 1
    assert "messages/fr.yml:1:1  x: there is no message called ‘x’" in result.output


def test_a_whole_language_has_nothing_missing() -> None:
    """Those that Drws brings are whole."""
    assert [code for code in catalogue.LANGUAGES if catalogue.missing(code)] == []
    assert catalogue.DEFAULT in catalogue.LANGUAGES
