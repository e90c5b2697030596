"""Walk a folder of records and read each file, whatever is found there."""

import os
import re
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from drws.kernel.problem import Place, Problem
from drws.read import tree
from drws.read.decode import Context, M, decode
from drws.system.kept import Kept
from drws.system.parallel import in_parallel

R = TypeVar("R")

MAX_BYTES = 100_000
"""The largest file that is read, unless a folder says otherwise. A record of the real data has about 4,000 bytes."""


CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""How the lines begin between which git puts what two people wrote in one place."""


@dataclass(frozen=True)
class Folder:
    """A root of the site's sources, and the name under which people know it."""

    path: Path
    """Where it is."""
    name: str
    """What places call it: `data`, `content`, `theme`."""
    kept: Kept | None = field(default=None, compare=False, repr=False)
    """What earlier runs made of its files, where they keep it."""
    limit: int = MAX_BYTES
    """The largest file of it that is read, in bytes."""

    def logical(self, path: Path) -> str:
        """The name of one of its files as places write it: `data/services/x.yml`."""
        return "/".join((self.name, *path.parts[len(self.path.parts) :]))

    @cached_property
    def inside(self) -> str:
        """How the true path of everything in it begins. Raises OSError when it cannot be looked at."""
        return os.path.realpath(self.path).rstrip(os.sep) + os.sep

    @cached_property
    def _true_folders(self) -> dict[str, str]:
        return {}

    def has(self, path: Path, *, is_link: bool) -> bool:
        """Is a file really in it? Where a folder of it is, is found once: many files are in the same."""
        if is_link:
            return os.path.realpath(path).startswith(self.inside)
        folder = os.path.dirname(path)  # noqa: PTH120  as text: a path that is only looked up need not be taken apart
        if folder not in self._true_folders:
            self._true_folders[folder] = os.path.realpath(folder) + os.sep
        return self._true_folders[folder].startswith(self.inside)


def read_text(path: Path, folder: Folder) -> tuple[str | None, list[Problem]]:
    """The text of a file inside `folder`, or why it cannot be read."""
    file = folder.logical(path)
    try:
        if refused := _refused(path, folder):
            return None, [Problem(Place(file, line=1, column=1), refused, {"limit": f"{folder.limit // 1000} kB"})]
        content = path.read_bytes()
    except (OSError, RuntimeError):  # RuntimeError: links that lead to one another
        return None, [Problem(Place(file, line=1, column=1), "file.unreadable")]
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        before = content[: error.start]
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        return None, [Problem(Place(file, line=before.count(b"\n") + 1, column=column), "file.encoding")]
    if found := CONFLICT.search(text):
        return None, [Problem(Place(file, line=text.count("\n", 0, found.start()) + 1, column=1), "file.conflict")]
    return text, []


def _refused(path: Path, folder: Folder) -> str:
    """The message for a file that is not to be read, or the empty string. Raises OSError for one that cannot be looked at."""
    try:
        found = path.lstat()
        is_link = stat.S_ISLNK(found.st_mode)
        if not folder.has(path, is_link=is_link):
            return "file.link-outside"
        if is_link:
            found = path.stat()
    except FileNotFoundError:
        return "file.missing"
    if not stat.S_ISREG(found.st_mode):
        return "file.not-a-file"
    return "file.too-large" if found.st_size > folder.limit else ""


def of_each(paths: Sequence[Path], folder: Folder, read: Callable[[Path], R], *about: object) -> list[R]:
    """What `read` makes of each of many files in `folder`, in their order. Neighbours are read in the same process.

    What an earlier run made of a file that says the same is not made again: `about` is what `read` follows from besides the name and the
    text of the file, and says so in its `repr`.
    """
    if folder.kept is None:
        return in_parallel(read, paths)
    told = repr(about)
    return folder.kept.of_each(
        paths, lambda path: _key(path, folder, told), lambda new: in_parallel(read, new), folder.logical
    )


def _key(path: Path, folder: Folder, about: str) -> bytes | None:
    """A hash of what a file says, of its name and of what else is known. None for one that cannot be read: it may be readable tomorrow."""
    text, _ = read_text(path, folder)
    if text is None:
        return None
    return blake2b(f"{about}\n{folder.logical(path)}\n{text}".encode(), digest_size=32).digest()


def read_value(path: Path, folder: Folder) -> tuple[tree.Value | None, list[Problem]]:
    """The plain values of a YAML file."""
    text, problems = read_text(path, folder)
    return (None, problems) if text is None else tree.parse(text, folder.logical(path))


def read_record(model: type[M], path: Path, folder: Folder, context: Context) -> tuple[M | None, list[Problem]]:
    """One record. A file that is sound YAML is decoded even when something in it was declined, so that all problems show at once."""
    value, problems = read_value(path, folder)
    if value is None:
        return None, problems
    record, more = decode(model, value, folder.logical(path), context)
    return (None if problems else record), problems + more


def read_one(model: type[M], path: Path, folder: Folder, context: Context) -> tuple[M | None, list[Problem]]:
    """The record of a file that stands alone, as `read_record` reads it. What an earlier run made of it is not made again."""
    [read] = of_each([path], folder, lambda file: read_record(model, file, folder, context), model, context)
    return read


def read_values(paths: Sequence[Path], folder: Folder) -> list[tuple[tree.Value | None, list[Problem]]]:
    """The plain values of some files, as `read_value` reads each. What an earlier run made of one is not made again."""
    return of_each(paths, folder, lambda file: read_value(file, folder), tree.Value)


def read_records(model: type[M], folder: Folder, name: str, context: Context) -> tuple[dict[str, M], list[Problem]]:
    """Every record of the sub-folder `name`, by file name, in the order of their names."""
    records: dict[str, M] = {}
    problems: list[Problem] = []
    paths = list(files_in(folder.path / name))
    for path, (record, found) in zip(
        paths,
        of_each(paths, folder, lambda path: _named_record(model, path, folder, context), model, context),
        strict=True,
    ):
        problems += found
        if record is not None:
            records[path.stem] = record
    return records, problems


def _named_record(model: type[M], path: Path, folder: Folder, context: Context) -> tuple[M | None, list[Problem]]:
    """One record of a file whose name says which."""
    if path.suffix != ".yml":
        nearest = f"{path.stem}.yml" if path.suffix == ".yaml" else ""
        place = Place(folder.logical(path), line=1, column=1)
        return None, [Problem(place, "file.ending", {"name": path.name, "nearest": nearest})]
    record, problems = read_record(model, path, folder, context)
    id_ = getattr(record, "id", None) or getattr(record, "code", None)
    if record is not None and id_ != path.stem:
        problem = Problem(Place(folder.logical(path), ("id",)), "file.name", {"id": id_, "name": path.name})
        return None, [*problems, problem]
    return record, problems


def files_in(folder: Path) -> Iterator[Path]:
    """What stands in a folder, without hidden files; nothing when there is no folder."""
    if folder.is_dir():
        yield from (
            Path(entry.path)
            for entry in sorted(os.scandir(folder), key=lambda entry: entry.name)
            if not entry.name.startswith(".")
        )
