"""What the theme's scripts work out, run by Node.js without a page: tests/scripts/*.test.mjs."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "tests" / "scripts").glob("*.test.mjs"))


@pytest.mark.node
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_a_script_works_things_out(path: Path) -> None:
    """Every test in the file passes, in a time zone that is not the site's."""
    done = subprocess.run(
        ["node", "--test", path], capture_output=True, text=True, check=False, cwd=ROOT, env=_elsewhere()
    )
    assert done.returncode == 0, done.stdout


def _elsewhere() -> dict[str, str]:
    return {**os.environ, "TZ": "Pacific/Kiritimati"}
