"""One build at a time in a folder.

Two builds of one site would write into the same folders, and publish pages of both. Each locks the site's folder and the work folder
first. The lock is the operating system's own: it goes with its process, however that ends. `filelock` also sees to it that processes
copied from this one (parallel.py) do not hold it on (docs/decisions/0026).
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from drws.kernel.problem import Place, Problem, Refused

NAME = ".drws.lock"
"""The lock of a work folder is a file in it."""

UNTOLD = 0.2
"""Seconds. Whoever waits no longer than that is not told; by then the other has written down who it is."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who is at work in a folder."""

    folder: Path
    command: str
    process: str
    since: str
    """Day and time, by this machine's clock."""


@contextmanager
def alone(site: Path, work: Path, command: str, waiting: Callable[[Holder], None]) -> Iterator[None]:
    """Nobody else builds in these folders meanwhile. Waits for whoever does, and says so to `waiting`.

    Raises Refused where a folder cannot be locked: the disk is read-only, say, or knows no locks.
    """
    folder = site
    with ExitStack() as locks:
        try:
            # All builds take their locks in the same order, so that no two wait for each other.
            for path, folder in sorted([(_beside(site), site), (work.resolve() / NAME, work)]):
                path.parent.mkdir(parents=True, exist_ok=True)
                locks.enter_context(_locked(path, folder, command, waiting))
        except (OSError, RuntimeError):  # RuntimeError: links that lead to one another
            raise Refused(Problem(Place(folder.as_posix()), "publish.no-lock")) from None
        yield


def _beside(site: Path) -> Path:
    """The site's own folder is exchanged, so its lock stands beside it."""
    whole = site.resolve()
    return whole.with_name(f".drws-{whole.name}.lock") if whole.name else whole / NAME


@contextmanager
def _locked(path: Path, folder: Path, command: str, waiting: Callable[[Holder], None]) -> Iterator[None]:
    lock = FileLock(path, fallback_to_soft=False, on_acquired=partial(_sign, f"{os.getpid()} {command}"))
    try:
        lock.acquire(timeout=UNTOLD)
    except Timeout:
        if holder := _holder(path, folder):
            waiting(holder)
        lock.acquire()
    try:
        yield
    finally:
        with suppress(OSError):  # Windows keeps a file that is open
            path.unlink()
        lock.release()


def _sign(words: str, descriptor: int) -> None:
    """Write down who holds the lock. The file's own time says since when."""
    os.ftruncate(descriptor, 0)
    os.write(descriptor, words.encode())


def _holder(path: Path, folder: Path) -> Holder | None:
    """Who holds a lock; None when it has just been let go."""
    try:
        process, _, command = path.read_text("utf-8", "replace").partition(" ")
        since = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
    except OSError:
        return None
    return Holder(folder, command, process, since.strftime("%Y-%m-%d %H:%M:%S"))
