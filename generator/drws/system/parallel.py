"""Work shared between as many processes as there are processors.

The other processes are copies of this one (fork), so the work can be anything; what it returns has to be a plain value. A process with
threads is not copied, because their locks would be too: then, and where there is no fork, this process does it all.

Python's own pools of processes (`concurrent.futures`) start threads, and their processes wait for ever when a build is killed. Ours end
with the process that started them, whatever ends it: the next build has the folders to itself.
"""

import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain
from typing import Any, NoReturn, TypeVar

from drws.kernel.problem import Place, Problem, Refused

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 50
"""Things. For fewer, starting a process takes longer than it saves."""
PARTS = 16
"""Of each process's share. Whoever has done its own share does parts of the others'."""


def in_parallel(work: Callable[[T], R], things: Sequence[T], worth_a_process: int | None = None) -> list[R]:
    """What `work` makes of each thing, in their order. Neighbours go to the same process: what it keeps for one may serve the next.

    Each process has so many things that it is worth starting: `WORTH_A_PROCESS`, unless the work with one of these takes longer.
    """
    count = min(_processors(), len(things) // (worth_a_process or WORTH_A_PROCESS)) if _can_be_copied() else 1
    if count < 2:  # noqa: PLR2004  one process is this one
        return [work(thing) for thing in things]
    size = -(-len(things) // (count * PARTS))
    starts = range(0, len(things), size)
    queues = [_Queue(starts[len(starts) * n // count : len(starts) * (n + 1) // count]) for n in range(count)]

    def take_parts(own: int) -> dict[int, list[R]]:
        mine_first = chain(*queues[own:], *queues[:own])
        try:
            return {start: [work(each) for each in things[start : start + size]] for start in mine_first}
        except BaseException:
            for queue in queues:
                queue.empty()  # nobody needs the rest
            raise

    others = [_Process(partial(take_parts, number)) for number in range(1, count)]
    try:
        done = take_parts(0)
        for other in others:
            done |= other.result()
    finally:
        for other in others:
            other.end()
        for queue in queues:
            queue.close()
    return [result for start in starts for result in done[start]]


@contextmanager
def meanwhile(work: Callable[[], object]) -> Iterator[None]:
    """Let another process do `work` while this one does what the block says; at its end both are done. An exception there is one here."""
    if not _can_be_copied():
        work()
        yield
        return
    other = _Process(work)
    try:
        yield
        other.result()
    finally:
        other.end()


def in_other_processes(work: Callable[[T], object], things: Sequence[T]) -> None:
    """Do `work` with each thing, and not in this process: for libraries that start threads of their own, after which it could not be copied."""
    count = min(_processors(), len(things))
    with ExitStack() as others:
        for number in range(count):
            others.enter_context(meanwhile(partial(_do_all, work, things[number::count])))


def _do_all(work: Callable[[T], object], things: Sequence[T]) -> None:
    for thing in things:
        work(thing)


def _can_be_copied() -> bool:
    return hasattr(os, "fork") and threading.active_count() == 1


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Queue:
    """Numbers of which each is given out once, to whichever process asks first: a pipe that is filled before the processes part."""

    BYTES = 4

    def __init__(self, numbers: Sequence[int]) -> None:
        self._reading, writing = os.pipe()
        os.write(writing, b"".join(number.to_bytes(self.BYTES, "big") for number in numbers))
        os.close(writing)

    def __iter__(self) -> Iterator[int]:
        """Until there are no more."""
        while number := os.read(self._reading, self.BYTES):
            yield int.from_bytes(number, "big")

    def empty(self) -> None:
        """Nobody gets any more."""
        while os.read(self._reading, 1 << 16):
            pass

    def close(self) -> None:
        """It is no longer needed here."""
        os.close(self._reading)


class _Process:
    """A copy of this process that does one thing and says what came of it."""

    def __init__(self, work: Callable[[], Any]) -> None:
        reading, writing = os.pipe()
        wanted, self.wanting = os.pipe()
        self.process = os.fork()
        if self.process:
            os.close(writing)
            os.close(wanted)
            self.pipe = os.fdopen(reading, "rb")
            return
        status = 1
        try:
            os.close(reading)
            os.close(self.wanting)
            threading.Thread(target=_end_when_unwanted, args=(wanted,), daemon=True).start()
            with os.fdopen(writing, "wb") as pipe:
                pipe.write(_attempt(work))
            status = 0
        finally:
            os._exit(status)  # nothing of the copy may clean up after the original

    def result(self) -> Any:  # noqa: ANN401
        """What came of it. An exception there is one here. Raises Refused when the process did not live to say."""
        answer = self.pipe.read()
        status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        self._close()
        if status:
            detail = signal.Signals(-status).name if status < 0 else str(status)
            raise Refused(Problem(Place("drws"), "tools.process", {"detail": detail}))
        result = pickle.loads(answer)  # noqa: S301  from a copy of ourselves
        if isinstance(result, BaseException):
            raise result
        return result

    def end(self) -> None:
        """Nobody wants what comes of it any more: an exception came first. Does nothing when it has been asked already."""
        if not self.pipe.closed:
            self._close()
            os.waitpid(self.process, 0)

    def _close(self) -> None:
        self.pipe.close()
        os.close(self.wanting)


def _end_when_unwanted(pipe: int) -> NoReturn:
    """Read from a pipe into which nobody writes: it ends when the process that started this one closes it, or is gone.

    Processes that were started later hold a copy of the other end. They end in the same way, so the last one goes first.
    """
    os.read(pipe, 1)
    os._exit(1)


def _attempt(work: Callable[[], Any]) -> bytes:
    """What came of it, for another process. An exception is raised again there."""
    try:
        return pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001  it is raised again in the process that asked
        try:
            answer = pickle.dumps(error, pickle.HIGHEST_PROTOCOL)
            pickle.loads(answer)  # noqa: S301  many exceptions can be written down and not read again
        except Exception:  # noqa: BLE001  then its words have to do
            return pickle.dumps(RuntimeError("".join(traceback.format_exception(error))))
        return answer
