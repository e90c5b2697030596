"""The small example with something else in every text that is free: in its records, and in its hand-written pages and policies."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import yaml

from drws.domains.directory.service.check_summaries import LONGEST

if TYPE_CHECKING:
    from tests.example import Example

Spoil: TypeAlias = Callable[[str, int], str]
"""Makes another text of one, with at most so many letters."""

FREE = (
    "cy", "en", "same", "reason", "note", "description", "address_1", "address_2", "city", "extension", "message", "identifier", "scheme", "person",
)  # fmt: skip
"""Keys under which any text may stand. In lists, `notes` and alternate names."""
LINKS = {"website", "web_chat", "sign_language", "link"}
"""Fields that hold an address for each language."""
ANY = 100_000
"""Letters: as many as one likes."""
FRONT_MATTER = ("title:", "short_title:", "description:")
MARK = "☠"
"""Stands before what is added to the words of a hand-written page."""


def spoil(example: "Example", change: Spoil, added: str) -> None:
    """Change every text in the data that is free, the titles and descriptions of hand-written pages, and add to every line of their words."""
    for file in sorted((example.root / "data").rglob("*.yml")):
        if not holds_no_text(file):
            record = _changed(yaml.load(file.read_text("utf-8"), Loader=yaml.CBaseLoader), (), change)
            file.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False, width=ANY), "utf-8")
    for file in sorted((example.root / "content").rglob("*.md")):
        _, fields, words = file.read_text("utf-8").split("---\n", 2)
        above = "".join(_field(line, change) for line in fields.splitlines(keepends=True))
        below = "".join(f"{spoiled_line(line, added)}\n" for line in words.splitlines())
        file.write_text(f"---\n{above}---\n{below}", "utf-8")


def holds_no_text(file: Path) -> bool:
    """Are there rules of a language in a file of the data, or addresses of the site, and nothing that anybody reads?"""
    return file.parent.name == "languages" or file.name == "addresses.yml"


def spoiled_line(line: str, added: str) -> str:
    """A line of Markdown with a text added to each of its parts: cells, what links say, what pictures show, the name of a heading."""
    plain = f" {MARK}{in_markdown(added)}"
    if not line or re.match(r"(::+( (?!table )|$)|\| ---)", line):
        return line
    line = re.sub(r"\(#[^)]*\)", "(page:contact)", line)  # the heading to which it leads has another name now
    line = re.sub(r"\[([^]]+)\]\(", lambda found: f"[{found[1]}{plain}](", line)
    if line.startswith("|"):
        return re.sub(r" \|", lambda _: f"{plain} |", line)
    if line.startswith("!["):
        return line
    words, clause = re.fullmatch(r"(.*?)( \{#.*\})?", line).groups("")  # type: ignore[union-attr]  # it always fits
    return f"{words}{plain}{clause}"


def in_markdown(text: str) -> str:
    """Text that means itself, on one line (CommonMark 0.31, section 2.4)."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def _field(line: str, change: Spoil) -> str:
    key, _, value = line.partition(" ")
    return f"{key} {json.dumps(change(value.strip(), ANY), ensure_ascii=False)}\n" if key in FRONT_MATTER else line


def _changed(value: Any, path: tuple[str | int, ...], change: Spoil) -> Any:
    if isinstance(value, dict):
        return {key: _changed(each, (*path, key), change) for key, each in value.items()}
    if isinstance(value, list):
        return [_changed(each, (*path, place), change) for place, each in enumerate(value)]
    key = next((step for step in reversed(path) if isinstance(step, str)), "")
    free = (key in FREE and not LINKS.intersection(path[-2:-1])) or key == "notes"
    return change(value, LONGEST if path[0] == "summary" else ANY) if free else value
