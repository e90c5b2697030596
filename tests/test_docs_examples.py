"""The examples in the docs are what Drws really takes and says: whoever copies them has no problems."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import TypeAdapter

from drws.kernel.entity import Source
from drws.kernel.link import Link
from drws.kernel.names import AlternateNames
from drws.kernel.text import Text
from drws.kernel.values import LanguageCode
from drws.read import tree
from drws.say.catalogue import LANGUAGES

from .documents import read

if TYPE_CHECKING:
    from tests.example import Example

CONTEXT = {"languages": ("cy", "en"), "country": "GB"}


def test_the_examples_of_contributing_are_accepted(example: "Example") -> None:
    """Whoever copies the example record and the example pages has no problems."""
    files = dict(
        re.findall(r"^`((?:data|content)/\S+)`\n\n```\w+\n(.*?)```", read("CONTRIBUTING.md"), re.DOTALL | re.MULTILINE)
    )
    assert sorted(files) == [
        "content/cy/groups.md",
        "content/en/groups.md",
        "data/meetings/bwrdd-mawrth-2026.yml",
        "data/services/clwb-sadwrn.yml",
    ]
    example.change(files)
    assert example.lines(example.load().problems) == []


def test_the_examples_of_policies_are_accepted(example: "Example") -> None:
    """Whoever writes the example policies, then copies the words to a new version, has no problems."""
    document = read("docs/policies.md")
    files = dict(re.findall(r"^`((?:data|content)/\S+)`\n\n```\w+\n(.*?)```", document, re.DOTALL | re.MULTILINE))
    [annexes], [local_contacts] = (
        re.findall(rf"```yaml\n({field}:.*?)```", document, re.DOTALL) for field in ("annexes", "local_contacts")
    )
    example.change(files)
    example.change({"data/policies/lluniau.yml": yaml.load(annexes, yaml.CBaseLoader)})
    assert example.lines(example.load().problems) == []
    [versions] = re.findall(r"```yaml\n(versions:.*?)```", document, re.DOTALL)
    newest = yaml.load(versions, yaml.CBaseLoader)["versions"]
    newest[-1] |= yaml.load(local_contacts, yaml.CBaseLoader)
    old, new = (each["version"] for each in newest)
    texts = {name: text for name, text in files.items() if f"/{old}." in name}
    assert len(texts) == len(LANGUAGES)
    example.change({name.replace(f"/{old}.", f"/{new}."): text for name, text in texts.items()})
    [record] = {f"data/policies/{Path(name).parent.name}.yml" for name in texts}
    example.change({record: {"versions": newest}})
    loaded = example.load()
    assert example.lines(loaded.problems) == []
    assert loaded.addresses
    for path in re.findall(r"^\| [^|]+ \| `(/en/[^`]+)` \|", document, re.MULTILINE):
        assert path.removeprefix("/") in loaded.addresses.paths.values()


def test_the_examples_of_records_are_accepted(example: "Example") -> None:
    """Whoever writes the example, or shares the records of a body, has no problems; and the file that the page names is there."""
    document = read("docs/record-holdings.md")
    files = dict(re.findall(r"^`(data/\S+)`\n\n```yaml\n(.*?)```", document, re.DOTALL | re.MULTILINE))
    [shared] = re.findall(r"```yaml\n(custody:.*?)```", document, re.DOTALL)
    [name] = files
    example.change(files)
    assert example.lines(example.load().problems) == []
    example.change({name: yaml.load(shared, yaml.CBaseLoader)})
    loaded = example.load()
    assert example.lines(loaded.problems) == []
    assert loaded.addresses
    [table] = re.findall(r"`/(en/[^`]+csv)`", document)
    assert table in loaded.addresses.paths.values()


def test_the_examples_of_events_are_accepted(example: "Example") -> None:
    """Whoever writes the example events, or cancels one, has no problems; and the addresses that the page names are there."""
    document = read("docs/events.md")
    files = dict(re.findall(r"^`(data/\S+)`\n\n```yaml\n(.*?)```", document, re.DOTALL | re.MULTILINE))
    [cancelled] = re.findall(r"```yaml\n(status: cancelled.*?)```", document, re.DOTALL)
    [kinds] = re.findall(r"```yaml\n(event_kinds:.*?)```", document, re.DOTALL)
    assert len(files) > 1
    example.change(files)
    assert example.lines(example.load().problems) == []
    example.change({next(iter(files)): yaml.load(cancelled, yaml.CBaseLoader)})
    loaded = example.load()
    assert example.lines(loaded.problems) == []
    assert loaded.addresses
    paths = set(loaded.addresses.paths.values())
    named = re.findall(r"`/(en/[^`]+)`", document)
    assert len(named) > 4
    assert set(named) <= paths
    for rule in re.findall(r"^\| [^|`]+ \| `(FREQ=\S+)` \|$", document, re.MULTILINE):
        example.change({list(files)[-1]: {"recurrence": rule, "cancelled_dates": []}})
        assert example.lines(example.load().problems) == []
    example.change({f"data/events/{path.name}": "null" for path in (example.root / "data/events").iterdir()})
    example.change({"data/site.yml": yaml.load(kinds, yaml.CBaseLoader)})
    assert example.lines(example.load().problems) == []


def test_the_links_by_name_of_contributing_lead_somewhere(example: "Example") -> None:
    """So do the links that it shows."""
    links = re.findall(r"`(\[words\]\([^)]+\))`", read("CONTRIBUTING.md"))
    assert len(links) > 8
    for code in ("cy", "en"):
        with (example.root / f"content/{code}/about/people.md").open("a", encoding="utf-8") as page:
            page.write("\n\n".join(links))
        with (example.root / f"content/{code}/about.md").open("a", encoding="utf-8") as page:
            page.write("\n## Who does what\n")  # a heading that one of them leads to
    assert example.lines(example.load().problems) == []


def test_the_wrong_number_of_contributing_is_what_drws_says(example: "Example") -> None:
    """The message that CONTRIBUTING shows, in both languages, is the one that an editor will see."""
    shown = re.findall(r"```\n(data/contacts/\S+?):(\d+:\d+  .*?)```", read("CONTRIBUTING.md"), re.DOTALL)
    file, message = shown[0]
    [wrong] = re.findall(r"‘(\d[\d ]+)’", message)
    [right] = re.findall(r"^  - number: (\d[\d ]+)$", read("CONTRIBUTING.md"), re.MULTILINE)
    contact = example.root / file
    contact.write_text(contact.read_text("utf-8").replace(f"- number: {right}\n", f"- number: {wrong}\n"), "utf-8")
    problems = example.load().problems
    for language, (_, message) in zip(("en", "cy"), shown, strict=True):
        assert example.lines(problems, language) == [f"{file}:{message.strip()}".replace("\n    ", " → ")]


def test_the_message_that_checks_begins_with_is_what_drws_says(example: "Example") -> None:
    """So is the one that `docs/checks.md` takes apart."""
    [(file, message)] = re.findall(r"```\n(data/\S+?):(\d+:\d+  .*?)```", read("docs/checks.md"), re.DOTALL)
    record = example.root / file
    record.write_text(record.read_text("utf-8").replace("organization_id: dyffryn", "organization_id: dyfryn"), "utf-8")
    assert example.lines(example.load().problems) == [f"{file}:{message.strip()}".replace("\n    ", " → ")]


def test_the_examples_of_the_data_dictionary_are_right() -> None:
    """Every way to write a value that it shows can be read."""
    kinds: dict[str, Any] = {
        **dict.fromkeys(("name", "place", "description"), Text),
        "website": Link,
        "alternate_names": AlternateNames,
        "languages": tuple[LanguageCode, ...],
        "area_ids": tuple[str, ...],
        "sources": tuple[Source, ...],
    }
    for block in re.findall(r"```yaml\n(.*?)```", read("docs/data-dictionary.md"), re.DOTALL):
        record, problems = tree.parse(block, "docs/data-dictionary.md")
        assert isinstance(record, dict), problems
        for key, value in record.items():
            TypeAdapter(kinds[key]).validate_python(value, context=CONTEXT)
