"""How much memory a build with search takes: `python -m benchmarks.memory 1000 3000 10000`. Linux only. Writes benchmarks/memory.md.

A made-up directory (synthetic.py) of each size is built from nothing. Four times a second the memory of all its processes is added up, less
what they share with others: once as a whole, and for Pagefind by itself. What was the most is written down, so a peak of less than a quarter
of a second is missed.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

from benchmarks import synthetic

RESULTS = Path(__file__).with_name("memory.md")
EVERY = 0.25
"""Seconds."""
MIB = 1 << 20
HEAD = """\
# Memory of a build with search

`python -m benchmarks.memory {sizes}` on {day}. MiB of all processes of the build together at the worst moment, less what they share, and of
Pagefind alone at its own.

| services | pages | all processes | Pagefind | all processes, KiB a page |
|---:|---:|---:|---:|---:|
"""


@dataclass(frozen=True, slots=True)
class Process:
    """One that is running."""

    id: int
    parent: int
    name: str
    memory: int
    """Bytes that it shares with no other process."""


def running() -> Iterator[Process]:
    """Every process of this machine that does not end while it is looked at."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            before, _, after = (folder / "stat").read_text().rpartition(")")
            held = (folder / "smaps_rollup").read_text()
        except OSError:
            continue
        own = sum(int(line.split()[1]) * 1024 for line in held.splitlines() if line.startswith("Private_"))
        yield Process(int(folder.name), int(after.split()[1]), before.partition("(")[2], own)


def family(of: int, processes: Iterable[Process]) -> list[Process]:
    """A process and all that it started."""
    by_parent: dict[int, list[Process]] = {}
    found: list[Process] = []
    for each in processes:
        by_parent.setdefault(each.parent, []).append(each)
        if each.id == of:
            found.append(each)
    for each in found:  # which grows on the way
        found += by_parent.get(each.id, [])
    return found


def measured(folder: Path, services: int) -> tuple[int, int, int]:
    """How many pages were made, and bytes at the worst moment: of all processes, and of Pagefind."""
    synthetic.write(folder, services)
    told = {"--data": "data", "--content": "content", "--site-dir": "site", "--work-dir": "work"}
    words = [word for option, name in told.items() for word in (option, str(folder / name))]
    build = subprocess.Popen([sys.executable, "-m", "drws", "build", *words], stdout=subprocess.DEVNULL)  # noqa: S603  our own
    most = of_pagefind = 0
    while build.poll() is None:
        now = family(build.pid, running())
        most = max(most, sum(each.memory for each in now))
        of_pagefind = max(of_pagefind, sum(each.memory for each in now if each.name.startswith("pagefind")))
        sleep(EVERY)
    if build.returncode:
        raise SystemExit(f"The directory of {services} services cannot be built.")
    return sum(1 for _ in (folder / "site").rglob("*.html")), most, of_pagefind


def main() -> None:
    """Measure each size."""
    reading = argparse.ArgumentParser(description=__doc__)
    reading.add_argument("sizes", nargs="+", type=int, metavar="SERVICES")
    sizes = reading.parse_args().sizes
    rows = []
    for services in sizes:
        with tempfile.TemporaryDirectory() as folder:
            pages, most, of_pagefind = measured(Path(folder), services)
        each = most / pages / 1024
        rows.append(f"| {services:,} | {pages:,} | {most // MIB:,} | {of_pagefind // MIB:,} | {each:.0f} |\n")
        sys.stdout.write(rows[-1])
        sys.stdout.flush()
        head = HEAD.format(sizes=" ".join(map(str, sizes[: len(rows)])), day=datetime.now(UTC).date())
        RESULTS.write_text(head + "".join(rows), "utf-8")


if __name__ == "__main__":
    main()
