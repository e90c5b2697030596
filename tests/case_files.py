"""How case files are read: every value is text, and a tag says what text cannot (a link, another encoding, a copy of another record)."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Write: TypeAlias = Callable[[Path], object]
"""Puts something at a path: what a tag of a case file stands for."""


def with_fields(text: str, fields: Mapping[str, Any]) -> str:
    """A record with some of its fields replaced, or added at its end. The other lines stay where they are, as far as can be."""
    for name, value in fields.items():
        written = yaml.dump({name: value}, Dumper=AsTyped, allow_unicode=True, sort_keys=False, width=1000)
        old = re.search(rf"^{re.escape(name)}:.*\n(?:[ #-].*\n|\n)*", text, flags=re.MULTILINE)
        text = text[: old.start()] + written + text[old.end() :] if old else text + written
    return text


class AsTyped(yaml.SafeDumper):
    """Writes text without quotes wherever YAML lets it, as a person would: `0300 123 4567`, `no`, `9:30`."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  that is how PyYAML is told


class Case(yaml.CBaseLoader):
    """Reads case files: every value is text, and a tag says what text cannot."""


def tag(name: str) -> Callable[[Callable[[Any], Write]], Callable[[Any], Write]]:
    """Give case files a tag."""

    def add(make: Callable[[Any], Write]) -> Callable[[Any], Write]:
        def construct(loader: Case, node: yaml.Node) -> Write:
            if isinstance(node, yaml.MappingNode):
                return make(loader.construct_mapping(node, deep=True))
            return make(node.value)

        Case.add_constructor(name, construct)
        return make

    return add


@tag("!latin-1")
def in_latin_1(text: str) -> Write:
    """Text in an encoding that is not UTF-8."""
    return lambda path: path.write_bytes(text.encode("latin-1"))


@tag("!utf-16")
def in_utf_16(text: str) -> Write:
    """Text as some Windows programs save it."""
    return lambda path: path.write_bytes(text.encode("utf-16"))


@tag("!repeat")
def repeated(what: Mapping[str, str]) -> Write:
    """`before`, then `text` so many `times`, then `after`."""
    content = what.get("before", "") + what["text"] * int(what["times"]) + what.get("after", "")
    return lambda path: path.write_text(content, "utf-8")


@tag("!link")
def link_to(target: str) -> Write:
    """A symbolic link."""

    def write(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return write


@tag("!folder")
def as_folder(_: str) -> Write:
    """A folder where a file should be."""

    def write(path: Path) -> None:
        path.unlink(missing_ok=True)
        path.mkdir()

    return write


@tag("!copy")
def copied(what: Mapping[str, Any]) -> Write:
    """Another record (`of`, in the same folder) with other fields."""
    fields = {name: value for name, value in what.items() if name != "of"}
    return lambda path: path.write_text(with_fields(path.with_name(what["of"]).read_text("utf-8"), fields), "utf-8")


@tag("!in-place")
def in_place(what: Mapping[str, str]) -> Write:
    """The file of the example with `old` replaced by `new`."""

    def write(path: Path) -> None:
        text = path.read_text("utf-8")
        assert what["old"] in text, f"{path.name} has no {what['old']!r}"
        path.write_bytes(text.replace(what["old"], what["new"]).encode())

    return write
