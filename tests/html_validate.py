"""html-validate, which knows the HTML standard and what of accessibility can be read from the source."""

import atexit
import json
import subprocess
from collections.abc import Iterable
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from drws.system.node import node

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "node_modules" / "html-validate"
RULES = TESTS / "browser" / "htmlvalidate.json"


def html_problems(folder: Path, pages: Iterable[str] = ("**/*.html",)) -> list[str]:
    """What is wrong with pages of a folder, all of them unless some are named: `cy/index.html:7:3 no-dup-id: …`."""
    files = {page: sorted(folder.glob(page)) for page in pages}
    assert all(files.values()), [page for page, found in files.items() if not found]
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{each['line']}:{each['column']} {each['ruleId']}: {each['message']}"
        for page in _said_of(chain.from_iterable(files.values()))
        for each in page["messages"]
    ]


def _said_of(files: Iterable[Path]) -> Any:
    """What html-validate says of files."""
    validator = _started()
    assert validator.stdin
    assert validator.stdout
    validator.stdin.write(json.dumps([str(file) for file in files]) + "\n")
    validator.stdin.flush()
    answer = validator.stdout.readline()
    assert answer, "html-validate has ended: what it printed says why"
    return json.loads(answer)


@cache
def _started() -> subprocess.Popen[str]:
    """html-validate, for all tests of this process: it takes longer to start than to read a page of every type. It ends with them."""
    assert PACKAGE.exists(), "html-validate is missing: run `make develop`"
    command: list[str | Path] = [node(), TESTS / "html_validate.mjs", RULES]
    started = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(started.communicate)
    return started
