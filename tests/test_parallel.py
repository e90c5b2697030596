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


def test_other_processes_do_it_all() -> None:
    """Not this one, however few things there are; and each thing once."""
    done = ran("""
def work(number): os.write(1, f"{number} {os.getpid() == here}\\n".encode())
here = os.getpid()
parallel.in_other_processes(work, range(5))
parallel.in_other_processes(work, [])
""")
    assert sorted(done.stdout.splitlines()) == [f"{number} False" for number in range(5)]


def test_an_exception_in_other_processes_is_one_here() -> None:
    """Whichever of them it is."""
    done = ran("""
def work(number):
    if number == 4: raise LookupError("what is wrong")
try: parallel.in_other_processes(work, range(5))
except LookupError as error: print(error)
""")
    assert done.stdout == "what is wrong\n"


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


@pytest.mark.slow
def test_a_process_that_is_ended_by_something_else_is_a_problem() -> None:
    """What it has not done is nowhere, so nothing is: lack of memory is the usual reason."""
    done = ran("""
parent = os.getpid()
try: parallel.in_parallel(lambda _: time.sleep(0.005) if os.getpid() == parent else os.kill(os.getpid(), 9), range(200))
except parallel.Refused as refused: print(refused.problem.message, refused.problem.values["detail"])
try:
    with parallel.meanwhile(lambda: os._exit(3)): pass
except parallel.Refused as refused: print(refused.problem.message, refused.problem.values["detail"])
""")
    assert (done.stdout, done.stderr) == ("tools.process SIGKILL\ntools.process 3\n", "")


def test_a_command_says_so_in_words() -> None:
    """In either language, where a program for reading is ended while it reads."""
    done = ran("""
from drws.read import reader
from drws.cli import main
parent, read = os.getpid(), reader._named_record
reader._named_record = lambda *words: read(*words) if os.getpid() == parent else os.kill(os.getpid(), 9)
parallel.WORTH_A_PROCESS = 1
main(["check", "--data", "tests/examples/small/data", "--content", "tests/examples/small/content", "--lang", "cy"])
""")
    assert done.returncode == 1
    assert "daeth rhywbeth arall ag un o brosesau Drws i ben (SIGKILL)" in done.stdout
    assert done.stderr == ""


def test_a_refusal_comes_back_as_it_was() -> None:
    """With its problem: it is raised again where somebody catches it. So is an exception that can be written down and not read again."""
    done = ran("""
from drws.kernel.problem import Place, Problem, Refused
class Odd(Exception):
    def __init__(self, one, two): super().__init__(one)
problem = Problem(Place("mkdocs.yml", line=3), "file.missing", {"name": "x"})
def refuse(): raise Refused(problem)
def break_down(): raise Odd("what is", "wrong")
for work in refuse, break_down:
    try:
        with parallel.meanwhile(work): pass
    except Refused as refused: print(refused.problem == problem)
    except RuntimeError as error: print("Odd: what is" in str(error))
""")
    assert (done.stdout, done.stderr) == ("True\nTrue\n", "")


@pytest.mark.parametrize("ends", ["os.kill(asker, 9)", "raise LookupError"], ids=["killed", "an exception"])
def test_nobody_goes_on_for_a_process_that_is_gone(ends: str) -> None:
    """The others end at once, whatever they are doing: otherwise this would take an hour."""
    done = ran(f"""
asker = os.getpid()
def work(number):
    if os.getpid() != asker: time.sleep(3600)
    if number == 5: {ends}
with parallel.meanwhile(lambda: time.sleep(3600)):
    parallel.in_parallel(work, range(1000))
""")
    assert done.returncode != 0


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
