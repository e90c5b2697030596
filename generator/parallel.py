"""The same work on many things, shared between as many processes as there are processors."""

import os
import pickle
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_A_PROCESS = 50
"""Things. For fewer, starting a process takes longer than it saves."""


def in_parallel(work: Callable[[T], R], things: Sequence[T]) -> list[R]:
    """What `work` makes of each thing, in their order. Neighbours go to the same process: what it keeps for one may serve the next.

    Other processes are copies of this one (fork), so `work` can be anything; what it returns has to be a plain value. A process with
    threads is not copied, because their locks would be too: then, and where there is no fork, this process does it all.
    """
    several = hasattr(os, "fork") and threading.active_count() == 1
    count = min(_processors(), len(things) // WORTH_A_PROCESS) if several else 1
    if count < 2:  # noqa: PLR2004  one process is this one
        return [work(thing) for thing in things]
    first, *rest = (things[len(things) * part // count : len(things) * (part + 1) // count] for part in range(count))
    others = [_Share(work, part) for part in rest]
    try:
        results = [work(thing) for thing in first]
        for other in others:
            results += other.results()
        return results
    finally:
        for other in others:
            other.end()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class _Share:
    """A part of the work, in a process of its own."""

    def __init__(self, work: Callable[[Any], Any], things: Sequence[Any]) -> None:
        reading, writing = os.pipe()
        parent = os.getpid()
        self.process = os.fork()
        if self.process:
            os.close(writing)
            self.pipe = os.fdopen(reading, "rb")
            return
        status = 1
        try:
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(_attempt(work, _while_wanted(things, parent)), pipe, pickle.HIGHEST_PROTOCOL)
            status = 0
        finally:
            os._exit(status)  # nothing of the copy may clean up after the original

    def results(self) -> list[Any]:
        """What came of it. An exception there is one here."""
        with self.pipe:
            answer = self.pipe.read()
        os.waitpid(self.process, 0)
        if not answer:
            raise RuntimeError("a process of this build was ended by something else")
        results = pickle.loads(answer)  # noqa: S301  from a copy of ourselves
        if isinstance(results, BaseException):
            raise results
        return list(results)

    def end(self) -> None:
        """Nobody wants what comes of it any more: an exception came first. Does nothing when it has been asked already."""
        if not self.pipe.closed:
            self.pipe.close()
            os.waitpid(self.process, 0)


def _while_wanted(things: Sequence[Any], parent: int) -> Iterator[Any]:
    """Each thing, until the process that asked is gone: it was killed, and nobody waits for the rest."""
    return takewhile(lambda _: os.getppid() == parent, things)


def _attempt(work: Callable[[Any], Any], things: Iterable[Any]) -> Any:  # noqa: ANN401
    try:
        return [work(thing) for thing in things]
    except Exception as error:  # noqa: BLE001  it is raised again in the process that asked
        return error
