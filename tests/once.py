"""What is made once for all workers of pytest-xdist: the first that needs it makes it, the others wait for it.

This is the way that pytest-xdist's documentation recommends, with the lock of the operating system, which goes with its process.
"""

import fcntl
from collections.abc import Callable
from pathlib import Path

import pytest


def once(name: str, make: Callable[[Path], None], tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder in which `make` was run to its end by one of the workers. Where it fails, the next worker says why as well."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / name
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "made").exists():
            make(shared)
            (shared / "made").touch()
    return shared
