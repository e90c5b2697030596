"""html-validate, which knows the HTML standard and what of accessibility can be read from the source."""

import json
import subprocess
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from drws.system.node import node

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "node_modules" / "html-validate"
RULES = TESTS / "browser" / "htmlvalidate.json"


def html_problems(folder: Path, pages: Iterable[str] = ("**/*.html",)) -> list[str]:
    """What is wrong with pages of a folder, all of them unless some are named: `cy/index.html:7:3 no-dup-id: …`."""
    assert PACKAGE.exists(), "html-validate is missing: run `make develop`"
    files = {page: sorted(folder.glob(page)) for page in pages}
    assert all(files.values()), [page for page, found in files.items() if not found]
    command: list[str | Path] = [node(), TESTS / "html_validate.mjs", RULES, *chain.from_iterable(files.values())]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{each['line']}:{each['column']} {each['ruleId']}: {each['message']}"
        for page in json.loads(done.stdout)
        for each in page["messages"]
    ]
