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
COUNTED_TO = 1200

pytestmark = pytest.mark.node


def run(script: str, *arguments: str) -> str:
    """What a script writes, in a time zone that is not the site's. It must end well: what it wrote says why it did not."""
    command = ["node", "--no-warnings", "--input-type=module", "--eval", script, *arguments]
    elsewhere = {**os.environ, "TZ": "Pacific/Kiritimati", "DRWS_PYTHON": sys.executable}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=elsewhere)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_scripts_work_things_out() -> None:
    """Every test of every file passes. They share a process: starting one takes far longer than what they work out."""
    said = run("for (const file of process.argv.slice(1)) await import(file);", *(path.as_uri() for path in FILES))
    assert "\n# fail 0\n" in said


def test_scripts_count_as_pages_do() -> None:
    """`count.js` chooses among the forms of a sentence what the page itself would have said, in languages with few forms and with many."""
    languages = ("cy", "en", "ga", "pl")
    forms = {each: f"{each} {{n}}" for each in ("=4", "zero", "one", "two", "few", "many", "other")}
    words = Strings({"counted": dict.fromkeys(languages, forms)})
    script = f"""
      import {{ counting }} from "{(ROOT / "theme" / "assets" / "count.js").as_uri()}";
      const languages = Object.entries(JSON.parse(process.argv[1]));
      const upTo = (said) => Array.from({{ length: {COUNTED_TO} }}, (_, n) => said(n));
      process.stdout.write(JSON.stringify(Object.fromEntries(languages.map(([language, forms]) => [language, upTo(counting(forms, language))]))));
    """
    told = json.loads(run(script, json.dumps({each: json.dumps(words.forms("counted", each)) for each in languages})))
    assert told == {each: [words.say("counted", each, n=n) for n in range(COUNTED_TO)] for each in languages}
