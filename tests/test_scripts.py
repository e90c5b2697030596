"""What the theme's scripts work out, run by Node.js without a page: tests/scripts/*.test.mjs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drws.say.strings import Strings

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


@pytest.mark.node
@pytest.mark.parametrize("language", ["cy", "en", "ga", "pl"])
def test_scripts_count_as_pages_do(language: str) -> None:
    """`count.js` chooses among the forms of a sentence what the page itself would have said, in languages with few forms and with many."""
    forms = {each: f"{each} {{n}}" for each in ("=4", "zero", "one", "two", "few", "many", "other")}
    words = Strings({"counted": {language: forms}})
    script = f"""
      import {{ counting }} from "{(ROOT / "theme" / "assets" / "count.js").as_uri()}";
      const [forms, language] = process.argv.slice(1);
      const said = counting(forms, language);
      process.stdout.write(JSON.stringify(Array.from({{ length: 1200 }}, (_, n) => said(n))));
    """
    given = json.dumps(words.forms("counted", language))
    command = ["node", "--no-warnings", "--input-type=module", "--eval", script, given, language]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == [words.say("counted", language, n=n) for n in range(1200)]


def _elsewhere() -> dict[str, str]:
    return {**os.environ, "TZ": "Pacific/Kiritimati", "DRWS_PYTHON": sys.executable}
