"""How much work something is: the number of functions that it calls, the same on every machine, or how long the processor works on it."""

import sys
import time
from collections.abc import Callable


def calls(run: Callable[[], object]) -> int:
    """How many functions, of Python and of C, are called while `run` runs."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def processor_seconds(run: Callable[[], object]) -> float:
    """How long the processor works on `run`, the least of three times. For what one call does: an expression is one call, however long it takes."""
    times = []
    for _ in range(3):
        start = time.thread_time()
        run()
        times.append(time.thread_time() - start)
    return min(times)
