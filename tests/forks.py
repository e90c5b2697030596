"""Commands in processes of their own that begin at once: each is a copy (fork) of this one, which has imported Drws and MkDocs already.

Importing them takes half as long as building the small example. Otherwise it is as if somebody had started them: each has a folder, a
standard output and error and an end of its own, and can be killed.
"""

import os
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

import mkdocs_static_i18n.plugin  # noqa: F401  MkDocs imports its plugins when it reads their names
from mkdocs.__main__ import cli as mkdocs_command

import drws.mkdocs.plugin  # noqa: F401
from drws.cli import main as drws_command

ROOT = Path(__file__).parent.parent
COMMANDS = {"drws": drws_command, "mkdocs": mkdocs_command}


@dataclass(frozen=True)
class Begun:
    """A process that has begun."""

    process: int
    said: tuple[IO[bytes], IO[bytes]]
    """Where its standard output and error are written."""

    def so_far(self) -> str:
        """What it has said to its standard error until now."""
        return os.pread(self.said[1].fileno(), 1 << 20, 0).decode()

    def ended(self) -> subprocess.CompletedProcess[str]:
        """Wait until it ends: how, and what it said."""
        status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        said = [os.pread(file.fileno(), 1 << 20, 0).decode() for file in self.said]
        for file in self.said:
            file.close()
        return subprocess.CompletedProcess([], status, *said)


def begin(name: str, *arguments: str | Path, inside: Path = ROOT) -> Begun:
    """Begin `drws` or `mkdocs` with these arguments in a folder."""
    return fork(lambda: COMMANDS[name](list(map(str, arguments)), prog_name=name), inside)


def run(name: str, *arguments: str | Path, inside: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """The same, to its end."""
    return begin(name, *arguments, inside=inside).ended()


def fork(work: Callable[[], object], inside: Path = ROOT) -> Begun:
    """Do anything in a process of its own."""
    said = TemporaryFile(), TemporaryFile()  # noqa: SIM115  whoever waits for it closes them
    process = os.fork()
    if process:
        return Begun(process, said)
    status: object = 1
    try:
        for number, file in enumerate(said, 1):
            os.dup2(file.fileno(), number)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", encoding="utf-8", buffering=1) for number in (1, 2))
        os.chdir(inside)
        work()
        status = 0
    except SystemExit as end:
        status = end.code or 0
    except BaseException:  # noqa: BLE001  it is said as Python says it at the end of a process
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status if isinstance(status, int) else 1)


@contextmanager
def at_work(work: Callable[[Callable[[], None]], object]) -> Iterator["Held"]:
    """Another process does something until it is let go: it calls what `work` is given when it has begun, and waits in it."""
    (began, beginning), (stopping, stop) = os.pipe(), os.pipe()

    def hold() -> None:
        os.write(beginning, b"x")
        os.close(stop)
        os.read(stopping, 1)

    begun = fork(lambda: work(hold))
    for descriptor in (beginning, stopping):
        os.close(descriptor)
    held = Held(begun, stop)
    try:
        assert os.read(began, 1) == b"x", begun.so_far()
        yield held
    finally:
        os.close(began)
        held.let_go()
        begun.ended()


@dataclass
class Held:
    """A process that holds something."""

    begun: Begun
    _stop: int | None

    @property
    def process(self) -> int:
        """Its number."""
        return self.begun.process

    def let_go(self) -> None:
        """It is done."""
        if self._stop is not None:
            with suppress(BrokenPipeError):  # it has ended by itself
                os.write(self._stop, b"x")  # closing is not enough: a process that began meanwhile holds a copy
            os.close(self._stop)
            self._stop = None
