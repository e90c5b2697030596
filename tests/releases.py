"""`drws build` in processes that begin at once, end as they are told, and can be killed at a moment of their own progress.

Each release is a copy (fork) of a process that has imported Drws, and does nothing but what it is ordered. A moment is so many of the
operations that Python audits (PEP 578): files opened, named anew, removed. However slow a machine is, they are the same ones.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import pytest

from drws.build import run
from drws.build.progress import Progress
from drws.build.publish import publish
from drws.cli import main
from drws.system import parallel
from drws.system.at_rest import settle_entry
from drws.system.signature import sign

from .forks import fork

KILLED = -signal.SIGKILL


@dataclass(frozen=True)
class Releases:
    """Begins releases."""

    orders: BinaryIO
    answers: BinaryIO

    def run(self, said: Path, *several: Sequence[str | Path]) -> list[int]:
        """Run releases with these options at the same time: how each ended. What they say goes into a file."""
        self._order({"options": [list(map(str, options)) for options in several], "said": str(said)})
        return list(self._answer())

    def kill(self, said: Path, options: Sequence[str | Path], phase: str, operations: int) -> int:
        """Kill a release so many operations after a phase has begun: how it ended."""
        kill = {"phase": phase, "operations": operations}
        self._order({"options": [list(map(str, options))], "said": str(said), "kill": kill})
        [ended] = self._answer()
        return int(ended)

    def kill_at_the_end(
        self, said: Path, options: Sequence[str | Path], times: int, after_each: Callable[[], None]
    ) -> list[int]:
        """Kill a release at so many moments after its site was found sound, and then let it end.

        It is copied once for each of them, and the copy goes on by itself; what the copy published is taken back. `after_each` runs while it is as a copy left it. Returns how all of them ended, last the release itself.
        """
        self._order({"options": [list(map(str, options))], "said": str(said), "kill": {"times": times}})
        ends = []
        for _ in range(times):
            ends.append(self._answer())
            after_each()
            self._order("go on")
        return [*ends, *self._answer()]

    def _order(self, what: Any) -> None:
        self.orders.write(json.dumps(what).encode() + b"\n")

    def _answer(self) -> Any:
        return json.loads(self.answers.readline())


@contextmanager
def releases() -> Iterator[Releases]:
    """What begins releases, for a while."""
    (told, telling), (answering, answered) = os.pipe(), os.pipe()

    def starter() -> None:
        for descriptor in (telling, answering):
            os.close(descriptor)
        start_when_told(told, answered)

    begun = fork(starter)
    for descriptor in (told, answered):
        os.close(descriptor)
    with os.fdopen(answering, "rb") as answers:
        with os.fdopen(telling, "wb", buffering=0) as orders:
            yield Releases(orders, answers)
        done = begun.ended()
        assert done.returncode == 0, done.stderr


# ── in the process that begins them ──────────────────────────────────────────────────────────────────────────────────


def start_when_told(orders: int, answers: int) -> None:
    """Begin releases as the lines of a pipe say, and write into another how they ended. Each is divided, as on a machine that does nothing else."""
    pytest.MonkeyPatch().setattr(parallel, "_processors", lambda: 2)  # this process does nothing but that
    talk = Talk(orders, answers)
    for line in os.fdopen(orders, "rb", buffering=0):
        order = json.loads(line)
        started = [_begin(options, order["said"], order.get("kill", {}), talk) for options in order["options"]]
        talk.tell([os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in started])


@dataclass(frozen=True)
class Talk:
    """With whoever gives the orders: where they come from, and where answers go."""

    orders: int
    answers: int

    def tell(self, what: object) -> None:
        """Answer."""
        os.write(self.answers, json.dumps(what).encode() + b"\n")

    def wait(self) -> None:
        """Until it is told to go on."""
        os.read(self.orders, len('"go on"\n'))


def _begin(options: Sequence[str], said: str, kill: Mapping[str, Any], talk: Talk) -> int:
    """Begin one: the number of its process."""

    def release() -> None:
        output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        for stream in (1, 2):
            os.dup2(output, stream)
        if "phase" in kill:
            _kill_in_phase(**kill)
        elif "times" in kill:
            _kill_copies(Path(options[options.index("--site-dir") + 1]), kill["times"], talk)
        main(["build", *options])

    return fork(release).process


def _kill_after(operations: int) -> None:
    """Kill this process after so many operations from now on. A copy of it that does a part of the work counts on by itself, and kills it as well."""
    left, release = operations, os.getpid()

    def count(*_: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(release, signal.SIGKILL)

    sys.addaudithook(count)


def _kill_in_phase(phase: str, operations: int) -> None:
    begin = Progress.begin

    def beginning(progress: Progress, name: str) -> None:
        begin(progress, name)
        if name == phase:
            _kill_after(operations)

    pytest.MonkeyPatch().setattr(Progress, "begin", beginning)  # this process lives for one release


def _kill_copies(site: Path, times: int, talk: Talk) -> None:
    """A release that comes to the signing of its site is copied, again and again, and the copies go on instead of it."""

    def copied(fresh: Path) -> None:
        old, reading, writing = site.stat().st_ino, *os.pipe()
        moments: list[int] = []
        for number in range(times + 1):  # the first copy counts
            process = os.fork()
            if not process:
                _kill_after(moments[number - 1]) if number else _count_until_published(writing)
                break
            ended = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
            if number:
                talk.tell(ended)
                talk.wait()
            else:
                moments = _moments(int(os.read(reading, 20)), times)
            if site.stat().st_ino != old:
                publish(fresh, site)
        sign(fresh)

    pytest.MonkeyPatch().setattr(run, "sign", copied)


def _moments(whole: int, times: int) -> list[int]:
    """Half of them evenly over all operations, half at the last ones, where the site is published."""
    evenly = times // 2
    last = times - evenly
    return [1 + number * (whole - last) // evenly for number in range(evenly)] + [*range(whole - last + 1, whole + 1)]


def _count_until_published(writing: int) -> None:
    """Count the operations of this process until its site is published and on the disk; then say so, and end."""
    count = 0

    def add(*_: object) -> None:
        nonlocal count
        count += 1

    def end(folder: Path) -> NoReturn:
        settle_entry(folder)
        os.write(writing, str(count).encode())
        os._exit(0)

    pytest.MonkeyPatch().setattr(run, "settle_entry", end)
    sys.addaudithook(add)
