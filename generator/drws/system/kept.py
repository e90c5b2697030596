"""What a run worked out, kept for the next: somebody who changes one file of a thousand waits for that one.

It is kept in the caches of the user's account and never beside a project: Python objects are written down there, and whoever could put
such a file into a project that others check could run anything on their machines.
"""

import os
import pickle
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any, Self, TypeVar

from platformdirs import user_cache_path

from drws.system.caches import remember

T = TypeVar("T")
R = TypeVar("R")

PROJECTS = 20
"""Files that stay. Of more, those that nobody has asked for longest go."""
STAMP = 64
"""Bytes of the hash of the program, with which a file begins."""
NUMBER = 8
"""Bytes of each of two numbers: the checksum of what follows, and how long the list of results is."""


class Kept:
    """Results by the hash of all that they follow from. Whoever gets one leaves it as it is: the next who asks gets the same object.

    Only those that a run asked for are kept for the next.
    """

    def __init__(self, file: Path | None = None, program: bytes = b"") -> None:
        """What an earlier run of the same program kept in a file; nothing where it is not there or not whole.

        Without a file, results are kept for as long as this program runs.
        """
        self._file = file
        self._program = program
        self._before = _read(file, program) if file else {}
        self._now: dict[bytes, bytes | memoryview] = {}
        self._here: dict[bytes, Any] = {}
        self.keys: dict[str, bytes] = {}
        """By its name, what the results for a thing follow from since `begin`: so that more can be kept that follows from those."""

    @classmethod
    def of_project(cls, folders: Iterable[Path], packages: Iterable[str]) -> Self:
        """What was kept for a project that is made of these folders. `packages` are those that its results follow from."""
        name = blake2b("\n".join(str(each.absolute()) for each in folders).encode(), digest_size=16).hexdigest()
        return cls(user_cache_path("drws") / "kept" / name, program(packages))

    def begin(self) -> None:
        """Everything is read from here on: what was read before may say something else by now."""
        self.keys.clear()

    def of_each(
        self,
        things: Sequence[T],
        key: Callable[[T], bytes | None],
        work_out: Callable[[list[T]], list[R]],
        name: Callable[[T], str] | None = None,
    ) -> list[R]:
        """The result for each thing, in their order. `work_out` is asked for those of which nothing is kept, if there are any.

        The key of a thing has to change with everything that its result follows from. It is None where the result is not to be kept. It is
        asked for once more when the result is there: of a file that was written meanwhile nobody knows which of its contents was read.
        Where things have a `name`, `keys` has the keys of those whose result is kept.
        """
        keys = [key(thing) for thing in things]
        missing = [place for place, each in enumerate(keys) if each is None or not self._finds(each)]
        made = work_out([things[place] for place in missing]) if missing else []
        results = dict(zip(missing, made, strict=True))
        for place, each in enumerate(keys):
            if each is None:
                continue
            if place not in results:
                results[place] = self._here[each]
            elif each == key(things[place]):
                self._keep(each, results[place])
            else:
                continue
            if name:
                self.keys[name(things[place])] = self.keys.get(name(things[place]), b"") + each
        return [results[place] for place in range(len(keys))]

    def _finds(self, key: bytes) -> bool:
        """Is there a result? Then it is here."""
        if key not in self._here and key in self._before:
            self._now[key] = self._before[key]
            self._here[key] = pickle.loads(self._now[key])  # noqa: S301  from the caches of this account
        return key in self._here

    def _keep(self, key: bytes, result: object) -> None:
        self._here[key] = result
        if self._file:
            self._now[key] = pickle.dumps(result, pickle.HIGHEST_PROTOCOL)

    def write(self) -> None:
        """Keep what this run asked for. Where that cannot be, the next run works it out again."""
        if self._file is None or self._now.keys() == self._before.keys():
            return
        lengths = pickle.dumps([(key, len(each)) for key, each in self._now.items()])
        content = b"".join((len(lengths).to_bytes(NUMBER), lengths, *self._now.values()))
        remember(self._file, b"".join((self._program, _checksum(content), content)))
        with suppress(OSError):
            newest_first = sorted(self._file.parent.iterdir(), key=lambda each: each.stat().st_mtime, reverse=True)
            for other in newest_first[PROJECTS:]:
                other.unlink(missing_ok=True)


def program(packages: Iterable[str]) -> bytes:
    """A hash of what reads and checks: Python, every distribution that is installed with its version, and the files of these packages as they
    are, with their tables of words.
    """
    seen = blake2b(sys.version.encode(), digest_size=STAMP)
    installed = {each.name for folder in map(Path, sys.path) if folder.is_dir() for each in os.scandir(folder)}
    for name in sorted(name for name in installed if name.endswith((".dist-info", ".egg-info"))):
        seen.update(name.encode())
    for folder in sorted({folder for name in packages for folder in _folders(name)}):
        for path, folders, files in os.walk(folder):
            folders.sort()
            for file in (Path(path, name) for name in sorted(files) if not name.endswith(".pyc")):
                found = file.stat()
                seen.update(f"{file} {found.st_size} {found.st_mtime_ns}\n".encode())
    return seen.digest()


def _folders(package: str) -> list[str]:
    """The folders of the package that a module belongs to."""
    return list(getattr(import_module(package.partition(".")[0]), "__path__", ()))


def _read(file: Path, program: bytes) -> dict[bytes, bytes | memoryview]:
    try:
        read = memoryview(file.read_bytes())
    except OSError:
        return {}
    content = read[STAMP + NUMBER :]
    if read[:STAMP] != program or read[STAMP : STAMP + NUMBER] != _checksum(content):
        return {}
    start = NUMBER + int.from_bytes(content[:NUMBER])
    kept: dict[bytes, bytes | memoryview] = {}
    for key, length in pickle.loads(content[NUMBER:start]):  # noqa: S301  from the caches of this account
        kept[key] = content[start : start + length]
        start += length
    return kept


def _checksum(content: bytes | memoryview) -> bytes:
    """It finds what a disk damaged. Nobody else writes into the caches of an account."""
    return zlib.crc32(content).to_bytes(NUMBER)
