"""Problems as sentences: every message in both languages, and the three ways to print them."""

import ast
import json
import re
import string
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from drws.kernel.problem import Place, Problem, Severity
from drws.say.catalogue import DEFAULT, LANGUAGES, MESSAGES, message_files
from drws.say.messages import TOLD, as_github, as_json, as_text, sentences, tool_words
from drws.say.quoting import WHOLE

if TYPE_CHECKING:
    from tests.example import Example

GENERATOR = MESSAGES.parents[1]
ENTRIES: dict[str, dict[str, dict[str, str]]] = {
    key: entry
    for file in message_files()
    for key, entry in yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader).items()
}


@pytest.mark.parametrize("rule", sorted({key.partition(".")[0] for key in ENTRIES}))
def test_a_message_says_the_same_in_every_language(rule: str) -> None:
    """Each part of the messages of a rule is there in every language of the catalogue, in different words and with the same values; only a
    problem has a cure.
    """
    for key, parts in ENTRIES.items():
        if key.partition(".")[0] != rule:
            continue
        assert (
            set(parts) == {"message"}
            if rule == "tool"
            else {"message", "fix"} <= set(parts) <= {"message", "fix", "nearest"}
        ), key
        for part, said in parts.items():
            assert tuple(said) == LANGUAGES, (key, part)
            assert all(_placeholders(words) == _placeholders(said[DEFAULT]) for words in said.values()), (key, part)
            assert len(set(said.values())) == len(LANGUAGES), (key, part)
        assert "nearest" not in parts or "nearest" in _placeholders(parts["nearest"][DEFAULT]), key


def test_every_message_is_used_and_every_message_used_is_there() -> None:
    """A key in the code that nobody worded would be a traceback; a message that nothing says is dead."""
    said = set(_words_in_code())
    used = {word for word in said if word in ENTRIES} | {f"tool.{word}" for word in said if f"tool.{word}" in ENTRIES}
    used |= {key for key in ENTRIES if key.startswith("tool.phase.") and key.removeprefix("tool.phase.") in said}
    assert sorted(set(ENTRIES) - used) == [], "messages that no code names"
    rules = {key.partition(".")[0] for key in ENTRIES}
    unknown = {word for word in said if word.partition(".")[0] in rules and _is_key(word)} - set(ENTRIES)
    unknown -= {key.removeprefix("tool.") for key in ENTRIES}
    assert sorted(unknown - NOT_MESSAGES) == [], "keys in the code that are not in messages.yml"


NOT_MESSAGES = {"addresses.json", "addresses.yml", "messages.yml", "questions.yml", "security.txt", "versions.json"}
"""Words with a dot that begin like a rule and are something else."""


def test_a_problem_is_told_at_its_line(example: "Example") -> None:
    """The line is looked up from the path; a problem of which only the file is known stands at its top."""
    problems = [
        Problem(Place("data/site.yml", ("name", "en")), "type.empty"),
        Problem(Place("data/site.yml", ("name", "en"), key=True), "type.empty"),
        Problem(Place("data/site.yml", ("areas", 0, "nowhere")), "type.empty"),
        Problem(Place("data/nowhere.yml", ("name",)), "type.empty"),
        Problem(Place("elsewhere", line=7), "type.empty"),
    ]
    found = [(each.file, each.line, each.column) for each in sentences(problems, example.sources.folders, "en")]
    site = (example.root / "data/site.yml").as_posix()
    nowhere = (example.root / "data/nowhere.yml").as_posix()
    assert found == sorted([(site, 3, 34), (site, 3, 30), (site, 36, 5), (nowhere, 1, 1), ("elsewhere", 7, 1)])


def test_nothing_is_told_twice(example: "Example") -> None:
    """Two phases may find the same thing."""
    problem = Problem(Place("data/site.yml", line=1), "type.empty")
    assert len(sentences([problem, problem], example.sources.folders, "en")) == 1


def _many(count: int, message: str = "yaml.alias", file: str = "data/x.yml", first: int = 1) -> list[Problem]:
    """Mistakes of one kind, on lines one below the other."""
    return [Problem(Place(file, line=first + n, column=1), message, {"name": f"a{n}"}) for n in range(count)]


def test_of_thousands_of_one_kind_in_a_file_the_first_are_told_and_how_many_more() -> None:
    """Whatever their values are. The numbers add up, and each way to print them says so."""
    found = sentences(_many(8000), (), "en")
    assert [each.line for each in found] == list(range(1, TOLD + 1))
    assert sum(each.count for each in found) == 8000
    assert found[-1].message == "YAML aliases (*a19) are not used here (and 7,980 more like this in this file)"
    assert [each.count for each in found[:-1]] == [1] * (TOLD - 1)
    assert as_text(found).count("more like this in this file)  [yaml]") == 1
    assert as_github(found).count("and 7%2C980 more like this") == 1
    assert json.loads(as_json(found))[-1]["count"] == 7981
    assert "yn y ffeil hon: 7,980)" in as_text(sentences(_many(8000), (), "cy"))


def test_what_a_person_can_get_wrong_by_hand_is_told_one_by_one() -> None:
    """Up to the limit each has its line; nothing told twice counts twice."""
    found = sentences([*_many(TOLD), *_many(TOLD)], (), "en")
    assert len(found) == TOLD
    assert {each.count for each in found} == {1}


def test_a_mistake_of_another_kind_is_not_lost_among_thousands() -> None:
    """Neither another message of the same rule, nor another file, nor what is only a warning."""
    others = [
        *_many(1, "yaml.anchor", first=5000),
        *_many(1, file="data/y.yml"),
        Problem(Place("data/x.yml", line=6000, column=1), "yaml.alias", {"name": "b"}, Severity.WARNING),
    ]
    found = sentences([*_many(8000), *others], (), "en")
    assert len(found) == TOLD + len(others)
    assert sum(each.count for each in found) == 8000 + len(others)
    assert [(each.file, each.line, each.severity) for each in found[-3:]] == [
        ("data/x.yml", 5000, "error"),
        ("data/x.yml", 6000, "warning"),
        ("data/y.yml", 1, "error"),
    ]


def test_for_people_the_cure_stands_under_the_problem() -> None:
    """File, line, column, field, what is wrong, which rule; then what to do."""
    problem = Problem(Place("data/x.yml", ("phones", 0, "number"), line=4, column=18), "value.phone", {"value": "12"})
    assert as_text(sentences([problem], (), "en")) == (
        "data/x.yml:4:18  phones[0].number: ‘12’ is not a telephone number  [value]\n"
        "    write the whole number, as people in the country dial it"
    )
    assert "nid rhif ffôn yw ‘12’" in as_text(sentences([problem], (), "cy"))


def test_for_programs_each_problem_is_an_object() -> None:
    """The same, in parts, with its weight."""
    problem = Problem(Place("data/x.yml", ("a",), line=4, column=18), "yaml.tag", {"name": "!t"}, Severity.WARNING)
    found = json.loads(as_json(sentences([problem], (), "en")))
    assert [list(each) for each in found] == [
        ["file", "line", "column", "rule", "severity", "field", "message", "fix", "count"]
    ]
    assert {**found[0], "message": "", "fix": ""} == {
        "file": "data/x.yml", "line": 4, "column": 18, "rule": "yaml", "severity": "warning", "field": "a", "message": "", "fix": "",
        "count": 1,
    }  # fmt: skip
    assert json.loads(as_json([])) == []


def test_for_github_nothing_in_a_problem_ends_its_line() -> None:
    """A value that holds the signs of a workflow command cannot start another one."""
    hostile = "%\r\n::error file=x::y, z"
    place = Place("data/a,b.yml", line=4, column=2)
    problems = [Problem(place, "value.day", {"value": hostile}), Problem(place, "tools.search", {"detail": hostile})]
    typed, said_by_tool = sorted(as_github(sentences(problems, (), "en")).split("\n"), reverse=True)
    assert typed.startswith("::error file=data/a%2Cb.yml,line=4,col=2,title=value::‘%25↵%3A%3Aerror")
    assert "%25%0D%0A%3A%3Aerror" in said_by_tool
    assert typed.count("::") == said_by_tool.count("::") == 2


def quoted(value: str, name: str = "value", language: str = "en") -> str:
    """What the sentence about a value quotes, between its quotation marks or behind its colon."""
    key = "tools.search" if name == "detail" else "value.choice" if name == "known" else "value.day"
    values = {"value": "", "nearest": "", name: value}
    (said,) = sentences([Problem(Place("data/x.yml", line=1), key, values)], (), language)
    words = ENTRIES[key]["fix" if name == "known" else "message"][language]
    before, _, after = words.partition(f"{{{name}}}")
    whole = said.fix if name == "known" else said.message
    assert whole.startswith(before)
    assert whole.endswith(after)
    return whole.removeprefix(before).removesuffix(after)


def test_what_is_quoted_is_quoted_whole_or_says_what_is_left_out() -> None:
    """In every way to print it: so whoever looks for it in the file finds it, and nobody takes a part for all."""
    whole, longer = "a" * (WHOLE - 1) + "z", "abc" * WHOLE + "z"
    assert quoted(whole) == whole
    head, said, tail = re.split(r" \[… | …\] ", quoted(longer))
    assert longer.startswith(head)
    assert longer.endswith(tail)
    assert said == f"{len(longer) - len(head) - len(tail)} characters left out"
    assert len(head) + len(tail) <= WHOLE
    assert f" [… nifer y nodau a adawyd allan: {said.split()[0]} …] " in quoted(longer, language="cy")
    problem = Problem(Place("data/x.yml", ("b" * 5000,), line=1), "value.day", {"value": longer})
    for printed in (as_text, as_json):
        shown = printed(sentences([problem], (), "en"))
        assert f"{head} [… {said} …] {tail}" in shown
        assert "4,775 characters left out" in shown, "a name of a field is quoted likewise"
        assert len(shown) < 5 * WHOLE


def test_choices_are_told_whole_and_so_is_what_tools_say() -> None:
    """One of the choices is the cure; what another program said has its lines, and is cut only when it goes on and on."""
    assert quoted("a, " * WHOLE + "z", "known") == "a, " * WHOLE + "z"
    assert quoted("why\n" * 400, "detail") == "why\n" * 400
    assert " characters left out …] " in quoted("why\n" * 4000, "detail")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_what_is_quoted_begins_no_line(end: str) -> None:
    """A text with line ends cannot look like another problem, nor write over this one."""
    assert quoted(f"a{end}data/y.yml:1:1  all is well") == "a↵data/y.yml:1:1  all is well"


def test_braces_in_a_value_are_shown_as_typed() -> None:
    """A value is put into the sentence; it is not read as a part of it."""
    (sentence,) = sentences(
        [Problem(Place("data/x.yml", line=1), "value.day", {"value": "{0} {today} {{7*7}}"})], (), "en"
    )
    assert sentence.message == "‘{0} {today} {{7*7}}’ is not a date"


def test_the_tool_speaks_both_languages() -> None:
    """What the command line says besides problems is filled in likewise."""
    assert tool_words("check.sound", "en", records=3) == "All is well. Records: 3."
    assert tool_words("check.sound", "cy", records=3) == "Popeth yn iawn. Cofnodion: 3."


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def _words_in_code() -> Any:
    modules = [path for path in sorted(GENERATOR.rglob("*.py")) if path.name != "domain.py"]  # those name modules
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _is_key(word: str) -> bool:
    return all(part.replace("-", "").isalpha() and part.islower() for part in word.split(".")) and word.count(".") == 1
