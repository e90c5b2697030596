"""`drws ready`: what stands in the way of a launch, what is to be borne in mind, and when nothing is."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from click.testing import CliRunner

from drws.build.ledger import updated
from drws.cli import main
from drws.domains.registry import installed
from drws.kernel.problem import Problem, Severity
from drws.say.catalogue import shipped
from drws.say.strings import Strings

from .case_files import with_fields

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # most tests run a whole command, or check a whole project

Changes: TypeAlias = Mapping[str, Any]
"""What happens to files: None takes one away, fields replace its fields (None takes one away), a pattern and words replace a part of it."""

AGING = ("contacts", "locations", "organizations", "authorities", "regions", "services")
"""Folders of records with facts that age."""

CASES: Mapping[str, tuple[Changes, list[str]]] = {
    "an address that is an example": ({"data/site.yml": {"url": "https://www.example.org/"}}, ["example-address"]),
    "an address that others can read along": ({"data/site.yml": {"url": "http://bach.cymru/"}}, ["address-without-https"]),
    "nobody for corrections": ({"data/site.yml": {"corrections_email": None}}, ["no-corrections"]),
    "nobody for security": ({"data/site.yml": {"security": None}}, ["no-security-contact"]),
    "a record that is a draft": ({"data/services/grwp-rhieni.yml": {"translation": "draft"}}, ["unread"]),
    "a page that is a draft": ({"content/cy/about/people.md": ("translation: reviewed", "translation: draft")}, ["unread"]),
    "a policy that is a draft": ({"content/policies/cyswllt/1.1.cy.md": ("translation: reviewed", "translation: draft"), "content/policies/cyswllt/1.1.en.md": ("translation: reviewed", "translation: draft")}, ["unread"]),
    "no number of its own": ({"data/contacts/bwrdd.yml": None}, ["no-own-number"]),
    "no number at all": ({"data/contacts/bwrdd.yml": None, "data/site.yml": {"fallback_contact_ids": None}}, ["no-number"]),
    "a record that nobody confirmed": ({"data/services/grwp-rhieni.yml": {"assured_date": None}}, ["unconfirmed"]),
    "a line for those in danger that nobody confirmed": ({"data/contacts/dros-nos.yml": {"assured_date": None}}, ["unconfirmed", "unconfirmed-line"]),
    "a page that nobody answers for": ({"content/cy/about/people.md": ("owner_post_id: .*\n", ""), "content/en/about/people.md": ("owner_post_id: .*\n", "")}, ["no-owner"]),
    "a page that nobody has read": ({"content/cy/about/people.md": ("last_read: .*\n", ""), "content/en/about/people.md": ("last_read: .*\n", "")}, ["no-reading"]),
    "a page that moved": ({"content/en/about/people.md": ("slug: people", "slug: who-we-are")}, ["unrecorded"]),
    "a question about a law": ({"data/legislation/deddf-fach.yml": {"notes": ["Section 4 was not read."]}}, ["questions"]),
    "a question about a policy": ({"data/policies/cyswllt.yml": {"notes": ["Section 4 was not read."]}}, ["questions"]),
}  # fmt: skip
"""What is changed in an example that is ready, and what is told then."""


@pytest.fixture
def ready(example: "Example") -> "Example":
    """The small example as it would be on the day before its launch."""
    example.change(
        {
            "data/site.yml": {"url": "https://bach.cymru/", "corrections_email": "cywiro@bach.cymru"},
            "data/contacts/bwrdd.yml": (example.root / "data/contacts/pont-llinell-gymorth.yml")
            .read_text("utf-8")
            .replace("id: pont-llinell-gymorth\norganization_id: pont\n", "id: bwrdd\norganization_id: bwrdd-bach\n"),
        }
    )
    for path in example.root.rglob("*.*"):
        if path.suffix in (".yml", ".md"):
            text = path.read_text("utf-8").replace("translation: draft", "translation: reviewed")
            text = re.sub(r"^(notes|confidence):.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
            if path.parent.name in AGING and "assured_date" not in text:
                text += "assured_date: 2025-11-01\n"
            if path.suffix == ".md" and "policies" not in path.parts:
                text = re.sub("(?=^translation: )", READ, text, count=1, flags=re.MULTILINE)
            path.write_text(text, "utf-8")
    loaded = example.load()
    assert loaded.site
    assert loaded.addresses
    updated(example.root / "data", loaded.site, loaded.addresses).write()
    return example


READ = "owner_post_id: cydlynydd\nlast_read: 2025-11-01\n"
"""What a hand-written page says when somebody answers for it, and has read it."""


def told(example: "Example", *, are_words_draft: bool = False) -> list[Problem]:
    """Everything that is told of a site that is sound. The words of the theme are not those of the example, so their state is said here."""
    loaded = example.load()
    assert [each for each in loaded.problems if each.severity is not Severity.NOTICE] == []
    assert loaded.subject
    subject = replace(loaded.subject, strings=Strings({}, is_draft=are_words_draft))
    return [each for rule in installed().launch_checks for each in rule.check(subject)]


def change(example: "Example", changes: Changes) -> None:
    """Take a file away, or fields of it; give it others; or replace what a pattern finds."""
    for name, how in changes.items():
        path = example.root / name
        if how is None:
            path.unlink()
        elif isinstance(how, tuple):
            changed, times = re.subn(how[0], how[1], path.read_text("utf-8"))
            assert times, name
            path.write_text(changed, "utf-8")
        else:
            text = path.read_text("utf-8")
            for field in (field for field, value in how.items() if value is None):
                text, times = re.subn(rf"^{field}:.*\n(?:[ -].*\n)*", "", text, flags=re.MULTILINE)
                assert times, field
            path.write_text(with_fields(text, {field: value for field, value in how.items() if value}), "utf-8")


def test_a_site_that_is_ready_is_told_nothing(ready: "Example") -> None:
    """Somebody has done everything."""
    assert told(ready) == []


@pytest.mark.parametrize(("changes", "expected"), CASES.values(), ids=CASES)
def test_what_is_missing_is_told(changes: Changes, expected: list[str], ready: "Example") -> None:
    """And nothing else is."""
    change(ready, changes)
    assert sorted({each.message.removeprefix("launch.") for each in told(ready)}) == expected


def test_words_that_nobody_has_read_are_told(ready: "Example") -> None:
    """Those of the interface."""
    assert [each.message for each in told(ready, are_words_draft=True)] == ["launch.unread-words"]


def test_every_message_about_a_launch_has_a_case() -> None:
    """And there is none that nothing tells."""
    keys = {key.removeprefix("launch.") for key in shipped() if key.startswith("launch.")}
    assert keys == {"unread-words", *(key for _, expected in CASES.values() for key in expected)}


def test_nobody_is_told_to_try_the_emergency_number(ready: "Example") -> None:
    """Of all lines for those in danger it is the one that is not rung to see whether somebody answers."""
    change(ready, {"data/contacts/dros-nos.yml": {"assured_date": None}, "data/site.yml": {"emergency_contact_id": "dros-nos"}})  # fmt: skip
    assert [each.message for each in told(ready)] == ["launch.unconfirmed"]


def test_a_site_in_one_language_needs_no_translator(ready: "Example") -> None:
    """Nobody has to read it twice."""
    loaded = ready.load()
    assert loaded.subject
    site = replace(loaded.subject.site, languages=loaded.subject.site.languages[:1])
    change(ready, {"data/services/grwp-rhieni.yml": {"translation": "draft"}})
    draft = ready.load().subject
    assert draft
    alone = replace(draft, site=replace(draft.site, languages=site.languages), strings=Strings({}, is_draft=True))
    found = [each.message for rule in installed().launch_checks for each in rule.check(alone)]
    assert found == []


def test_the_command_says_what_to_do(example: "Example") -> None:
    """In the language that was asked for, for programs as well. It ends with 1 where something stands in the way, and builds nothing."""
    ready = ["ready", *example.options()[:4], "--as-of", "2025-11-21"]
    said = CliRunner().invoke(main, [*ready, "--lang", "cy"])
    assert said.exit_code == 1
    assert said.stdout.startswith("I’w wneud cyn lansio\n")
    assert "[launch]\n    rhowch y cyfeiriad lle bydd y wefan o dan ‘url’" in said.stdout
    found = json.loads(CliRunner().invoke(main, [*ready, "--format", "json"]).stdout)
    severities = {each["message"]: each["severity"] for each in found}
    assert {"error", "warning"} == set(severities.values())
    assert (
        severities["this address is kept for examples, and nobody can find a site there: https://bach.example/"]
        == "error"
    )
    assert not example.site.exists()
