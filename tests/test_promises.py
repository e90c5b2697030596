"""`docs/promises.md` names tests that are there: whoever renames one, or takes one away, is told."""

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs/promises.md").read_text("utf-8")
PROMISES = 27
ROW = re.compile(r"^\| (\d+) \| .+? \| (.+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[^`\s]+)`")
NOT_YET = "No test"


@cache
def collected(file: str) -> frozenset[str]:
    """The tests that pytest finds in a file: functions whose names begin with `test_`, in a file whose name does."""
    path = ROOT / file
    if not (path.is_file() and path.name.startswith("test_")):
        return frozenset()
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(
        node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def is_there(named: str) -> bool:
    """Is there such a test, or such a case, which `test_cases.py` runs?"""
    file, _, test = named.partition("::")
    return test in collected(file) if test else file.startswith("tests/cases/") and (ROOT / file).is_file()


def test_every_promise_has_a_row() -> None:
    """Each once."""
    assert sorted(int(number) for number, _ in ROW.findall(PAGE)) == list(range(1, PROMISES + 1))


def test_every_test_that_is_named_is_there() -> None:
    """And each row names one, or says that there is none."""
    rows = dict(ROW.findall(PAGE))
    assert {
        number: missing
        for number, row in rows.items()
        if (missing := [n for n in NAMED.findall(row) if not is_there(n)])
    } == {}
    assert [number for number, row in rows.items() if not NAMED.findall(row) and NOT_YET not in row] == []


def test_a_test_that_is_gone_would_be_noticed() -> None:
    """Neither a name that is like one nor a folder passes for a test."""
    assert not is_there("tests/test_promises.py::test_every_promise")
    assert not is_there("tests/gone.py::test_every_promise_has_a_row")
    assert not is_there("tests/cases/values")
    assert is_there("tests/test_promises.py::test_every_promise_has_a_row")
