"""Work that several processes share is done once, in order, and what goes wrong in any of them is said in the first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no system without fork has several processes")


def ran(program: str) -> subprocess.CompletedProcess[str]:
    """What a program of its own says: this process has threads, and is not copied."""
    head = "import os, sys, time\nfrom drws.system import parallel\nparallel._processors = lambda: 3\n"
    return subprocess.run(
        [sys.executable, "-c", head + program], capture_output=True, text=True, check=False, cwd=ROOT, timeout=60
    )


def test_everything_is_done_once_and_comes_back_in_order() -> None:
    """Whoever is slow is helped by the others."""
    done = ran("""
def work(number):
    os.write(1, f"{number} {os.getpid()}\\n".encode())
    time.sleep(0.02 if number < 20 else 0.001)
    return number * number
assert parallel.in_parallel(work, range(1000)) == [number * number for number in range(1000)]
""")
    assert (done.returncode, done.stderr) == (0, "")
    numbers, processes = zip(*(line.split() for line in done.stdout.splitlines()), strict=True)
    assert sorted(map(int, numbers)) == list(range(1000))
    assert len(set(processes)) == 3
    slow = dict(zip(numbers, processes, strict=True))["0"]
    assert processes.count(slow) < 333


def test_few_things_are_not_worth_a_process() -> None:
    """One process does them."""
    done = ran("print(len(set(parallel.in_parallel(lambda _: os.getpid(), range(49)))))")
    assert done.stdout == "1\n"


@pytest.mark.parametrize("number", [0, 700], ids=["here", "in another process"])
def test_an_exception_ends_it_all(number: int) -> None:
    """It is raised here, with its words, and nobody goes on with the rest."""
    done = ran(f"""
def work(number):
    if number == {number}: raise LookupError("what is wrong")
    os.write(1, b".")
    time.sleep(0.002)
try: parallel.in_parallel(work, range(1000))
except LookupError as error: print(error)
""")
    assert done.stdout.endswith("what is wrong\n")
    assert done.stdout.count(".") < 800


def test_a_process_that_is_ended_by_something_else_is_missed() -> None:
    """What it has not done is nowhere, so nothing is."""
    done = ran("""
parent = os.getpid()
parallel.in_parallel(lambda _: time.sleep(0.005) if os.getpid() == parent else os.kill(os.getpid(), 9), range(200))
""")
    assert "a process of this build was ended by something else" in done.stderr


def test_nobody_goes_on_for_a_process_that_was_killed() -> None:
    """The others stop before the next thing."""
    done = ran("""
asker = os.getpid()
def work(number):
    if os.getpid() == asker: time.sleep(0.5); os.kill(asker, 9)
    os.write(1, b".")
    time.sleep(0.01)
parallel.in_parallel(work, range(1000))
""")
    assert 0 < len(done.stdout) < 500


def test_something_else_is_done_meanwhile() -> None:
    """Each can wait for the other; an exception there is one here."""
    done = ran("""
asked, ask = os.pipe()
heard, answer = os.pipe()
with parallel.meanwhile(lambda: os.write(answer, os.read(asked, 9) + b" and back")):
    os.write(ask, b"there")
    os.write(1, os.read(heard, 99))
try:
    with parallel.meanwhile(lambda: [][0]): pass
except IndexError: print(", and raised")
""")
    assert done.stdout == "there and back, and raised\n"
