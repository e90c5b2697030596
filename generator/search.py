"""The search index: Pagefind, run over the built pages. One index for each language, by the pages' own `lang`."""

import json
import subprocess
import sys
from pathlib import Path

from generator.problems import Place, Problem, Refused


def index(root: Path) -> None:
    """Write `pagefind/` into a site. Raises Refused when it cannot be done."""
    command = [sys.executable, "-m", "pagefind", "--site", str(root), "--output-subdir", "pagefind", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  no shell, and every word is ours
    if done.returncode:
        raise Refused(Problem(Place("site"), "tools.search", {"detail": (done.stderr or done.stdout).strip()[-500:]}))
    entry = root / "pagefind" / "pagefind-entry.json"
    if entry.is_file():  # Pagefind names the languages in an order of the moment: two builds give the same bytes
        contents = json.loads(entry.read_text("utf-8"))
        entry.write_text(json.dumps(contents, ensure_ascii=False, sort_keys=True), "utf-8")
