"""html-validate, which knows the HTML standard and what of accessibility can be read from the source."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

TESTS = Path(__file__).parent
PROGRAM = TESTS.parent / "node_modules" / ".bin" / "html-validate"
RULES = TESTS / "browser" / "htmlvalidate.json"


def html_problems(folder: Path, pages: Iterable[str] = ("**/*.html",)) -> list[str]:
    """What is wrong with pages of a folder, all of them unless some are named: `cy/index.html:7:3 no-dup-id: …`."""
    assert PROGRAM.exists(), "html-validate is missing: run `make develop`"
    done = subprocess.run(
        [PROGRAM, "--config", RULES, "--formatter", "json", "--max-warnings", "0", *(folder / page for page in pages)],
        capture_output=True,
        text=True,
        check=False,
        cwd=TESTS.parent,
    )
    assert done.stdout, done.stderr
    return [
        f"{Path(page['filePath']).relative_to(folder)}:{each['line']}:{each['column']} {each['ruleId']}: {each['message']}"
        for page in json.loads(done.stdout)
        for each in page["messages"]
    ]
