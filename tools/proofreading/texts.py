"""Where Welsh stands in the project, and where each word of it is."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drws.read import tree

LANGUAGE = "cy"

SEARCH = "data/search"
"""What people type, mistakes and dialect included. Nobody reads it as a text."""
LEDGER = "data/addresses.yml"
"""Addresses of pages, which are made of their titles."""

_NO_WORDS = re.compile(
    r"""https?://\S+ | \S+@\S+\.\w+ | \b[\w-]+(?:\.[\w-]+)*\.(?:cymru|wales|uk|org|com|net|gov|llyw|yml|csv|md)\b\S*  # addresses, files
    | (?<=\]) (?:\([^)]*\) | \{[^}]*\}) | `[^`]*` | <[^>]*> | ^:::.*$     # what Markdown keeps for itself
    | \{[^{}]*\}(?:'\w+)? | [^\s\[\]]*[=_/]\S* | \s--?\w[\w-]* | \.\w+ | \w+:… | \w*\d\w*  # values to be filled in, fields, options
    """,
    re.VERBOSE | re.MULTILINE,
)
_QUOTED = re.compile(r"‘[^‘]*?’(?!\w)|“[^“”]*”")
"""What somebody else wrote, in English more often than not; in messages the names of fields."""


@dataclass(frozen=True)
class Text:
    """A text in Welsh."""

    root: Path
    file: str
    field: str
    path: tuple[str | int, ...]
    words: str
    """What a reader reads, with plain apostrophes; everything else is blank."""

    def position(self, phrase: str) -> tuple[int, int]:
        """The line and column of some words of the text in its file, counted from 1."""
        whole, places = _whole(self.root / self.file)
        line, column = places.find(self.path) if self.path else (1, 1)
        begins = sum(map(len, whole.splitlines(keepends=True)[: line - 1])) + column - 1
        spaced = r"\s+".join(map(re.escape, phrase.split()))
        found = re.compile(rf"(?<!\w)(?<!\w['-]){spaced}(?!\w)").search(whole, begins)
        return tree.position(whole, found.start() if found else begins)


@cache
def _whole(file: Path) -> tuple[str, tree.Places]:
    text = file.read_text("utf-8-sig")
    return _plain(text), tree.places(text) if file.suffix == ".yml" else tree.Places()


def texts(root: Path) -> Iterator[Text]:
    """All the Welsh of a project: records, tables, hand-written pages, what the interface and the messages say."""
    for pattern in ("data/**/*.yml", "theme/**/strings.yml", "generator/**/messages.yml"):
        for file in sorted(root.glob(pattern)):
            name = file.relative_to(root).as_posix()
            if not name.startswith((SEARCH, LEDGER)):
                yield from _in_record(root, name, file.read_text("utf-8-sig"))
    for file in sorted(root.glob("data/**/*.csv")):
        yield from _in_table(root, file.relative_to(root).as_posix(), file.read_text("utf-8-sig"))
    for file in sorted(root.glob(f"content/{LANGUAGE}/**/*.md")):
        yield _page(root, file.relative_to(root).as_posix(), file.read_text("utf-8-sig"))


def _in_record(root: Path, file: str, text: str) -> Iterator[Text]:
    if f"{LANGUAGE}:" not in text:
        return
    for path, words in _scalars(tree.parse(text, file)[0], ()):
        of_language = [step for step in path if step in (LANGUAGE, "en")]
        if of_language and of_language[-1] == LANGUAGE:
            field = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
            yield Text(root, file, field.removeprefix("."), path, _readable(words))


def _scalars(value: tree.Value | None, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _scalars(each, (*path, key))
    elif isinstance(value, list):
        for place, each in enumerate(value):
            yield from _scalars(each, (*path, place))
    elif value:
        yield path, value


def _in_table(root: Path, file: str, text: str) -> Iterator[Text]:
    for row in csv.DictReader(text.splitlines()):
        for column, words in row.items():
            if column and column.endswith(f"_{LANGUAGE}") and words:
                yield Text(root, file, column, (), _readable(words))


def _page(root: Path, file: str, text: str) -> Text:
    """A page: its text, and of what stands above it the title, the description, and what is said of changes."""
    _, above, body = text.split("---\n", 2) if text.startswith("---\n") else ("", "", text)
    said = re.sub(
        r"^(?:title|description|[ -]+(?:date|note)): ", lambda found: " " * len(found[0]), above, flags=re.MULTILINE
    )
    kept = "".join(
        line if line.startswith(" ") else " " * len(line.rstrip("\n")) + "\n" for line in said.splitlines(keepends=True)
    )
    begins = len(text) - len(above) - len(body)
    return Text(root, file, "", (), _readable(" " * begins + kept + body))


def _readable(text: str) -> str:
    return _NO_WORDS.sub(_blank, _plain(_QUOTED.sub(_blank, text)))


def _blank(found: re.Match[str]) -> str:
    """As long as what was there, on as many lines. It begins with a bracket, so that no word is read together with one behind it."""
    return "(" + re.sub(r"\S", " ", found[0][1:])


def _plain(text: str) -> str:
    """With plain apostrophes, sign for sign: Hunspell knows no others."""
    return text.replace("’", "'")
