"""What Drws says to editors, in every language that has it.

`messages.yml` beside this module, one in each domain, and one of the command line hold every message in the languages that Drws brings.
Another language is one more file, `messages/<language>.yml`: in the folder where Drws runs, or in a package that names itself in the entry
point group `drws.messages` under the code of the language. What it holds takes the place of what Drws brings, message by message; what it
leaves out is said in `DEFAULT`.
"""

import string
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeAlias, cast

from drws.kernel.problem import Place, Problem, nearest
from drws.read import tree
from drws.read.reader import Folder, files_in, read_value

MESSAGES = Path(__file__).with_name("messages.yml")
TOOL = MESSAGES.parents[1] / "cli" / MESSAGES.name
"""What the command line says besides problems: `tool.…`. Where all is well, nothing else is read."""
ADDED = "messages"
"""The folder of further languages."""
GROUP = "drws.messages"
DOMAINS = "drws.domains"
"""The entry points by which other packages bring domains (domains/registry.py). Their messages stand beside the module."""
DEFAULT = "en"
"""The language when none is asked for, and of messages that a language has not yet. It has them all."""

Message: TypeAlias = Mapping[str, str]
"""A message in one language: what is wrong, and what to do (`message`, `fix`, `nearest`)."""


@cache
def shipped() -> Mapping[str, Mapping[str, Message]]:
    """Each message of Drws and of every domain, each of its parts, in each language."""
    return {key: parts for path in message_files() for key, parts in _in_file(path).items()}


@cache
def _in_file(path: Path) -> Mapping[str, Mapping[str, Message]]:
    value, _ = tree.parse(path.read_text("utf-8"), path.name)
    return cast("Mapping[str, Mapping[str, Message]]", value)


def message_files() -> tuple[Path, ...]:
    """The files of messages: what every part of Drws says, the command line, each domain of ours, then the domains of other packages."""
    others = (Path(str(files(point.module))) / MESSAGES.name for point in entry_points(group=DOMAINS))
    return (
        MESSAGES,
        TOOL,
        *sorted(MESSAGES.parents[1].glob(f"domains/*/{MESSAGES.name}")),
        *(path for path in others if path.is_file()),
    )


LANGUAGES = tuple(dict.fromkeys(code for parts in _in_file(TOOL).values() for said in parts.values() for code in said))
"""The languages that Drws brings, in the order of the files: every message is in each of them."""


def languages() -> tuple[str, ...]:
    """Every language in which messages can be asked for."""
    packages = sorted(each.name for each in entry_points(group=GROUP))
    return tuple(dict.fromkeys([*LANGUAGES, *packages, *(path.stem for path in _files(Path()))]))


def message(key: str, language: str) -> Message:
    """A message in a language, or in `DEFAULT` where the language has it not."""
    if found := _added(language, Path.cwd()).get(key):
        return found
    ours = _in_file(TOOL).get(key) or shipped()[key]
    return {part: said.get(language, said[DEFAULT]) for part, said in ours.items()}


def missing(language: str) -> list[str]:
    """The messages that are said in `DEFAULT` instead of a language."""
    return [] if language in LANGUAGES else [key for key in shipped() if key not in _added(language, Path.cwd())]


def problems() -> list[Problem]:
    """What is wrong with the languages that were added in the folder where Drws runs."""
    folder = Folder(Path(ADDED), ADDED)
    return [problem for path in _files(Path()) for problem in _read(path, folder)[1]]


def _files(root: Path) -> list[Path]:
    return [path for path in files_in(root / ADDED) if path.suffix == ".yml"]


@cache
def _added(language: str, root: Path) -> Mapping[str, Message]:
    """The messages of a language that were added: by a package, where Drws does not bring the language, and then by the project."""
    found_in = entry_points(group=GROUP, name=language) if language not in LANGUAGES else ()
    roots = [*(Path(str(files(each.module))) for each in found_in), root]
    paths = [path for each in roots for path in _files(each) if path.stem == language]
    return {key: said for path in paths for key, said in _read(path, Folder(path.parent, ADDED))[0].items()}


def _read(path: Path, folder: Folder) -> tuple[Mapping[str, Message], list[Problem]]:
    """The messages of a file that can be said, and what is wrong with the others."""
    value, found = read_value(path, folder)
    file = folder.logical(path)
    if not isinstance(value, dict):
        return {}, found or [Problem(Place(file), "type.record")]
    mistakes = {key: _mistake(key, said) for key, said in value.items()}
    found += [
        Problem(Place(file, where, key=len(where) == 1), said, values)
        for where, said, values in filter(None, mistakes.values())
    ]
    return {key: cast("Message", value[key]) for key, mistake in mistakes.items() if not mistake}, found


def _mistake(key: str, said: Any) -> tuple[tuple[str, ...], str, Mapping[str, str]] | None:  # noqa: ANN401  whatever stands in the file
    """Where a message cannot be said, which message says why, and its values."""
    known = shipped().get(key)
    if known is None:
        of_its_rule = [each for each in shipped() if each.partition(".")[0] == key.partition(".")[0]]
        return (key,), "messages.unknown", {"name": key, "nearest": nearest(key, of_its_rule)}
    if (
        not isinstance(said, dict)
        or set(said) != set(known)
        or not all(isinstance(each, str) for each in said.values())
    ):
        return (key,), "messages.parts", {"known": ", ".join(known)}
    for part, words in said.items():
        if (expected := _values(known[part][DEFAULT])) != _values(words):
            return (key, part), "messages.values", {"known": ", ".join(sorted(expected or ())) or "–"}
    return None


def _values(words: str) -> set[str] | None:
    """The values that a sentence names, each as it is written; None when its braces do not match."""
    try:
        fields = [(name, form, how) for _, name, form, how in string.Formatter().parse(words) if name is not None]
    except ValueError:
        return None
    return {f"{{{name}{f'!{how}' if how else ''}{f':{form}' if form else ''}}}" for name, form, how in fields}
