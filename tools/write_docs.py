#!/usr/bin/env python3
"""Write the docs that follow from the code: `make docs`. `tests/test_docs.py` fails when a file is not what this would write."""

import json
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from made_docs import blocks, checks, command_line, data_dictionary, modules, pages, ready, schema  # noqa: E402  the line above lets this run from any folder

SCHEMAS = "docs/schema"


def documents() -> dict[str, str]:
    """Every file, by its path from the top of the repository."""
    written = {
        f"docs/{name}.md": module.document(ROOT)
        for name, module in {
            "data-dictionary": data_dictionary,
            "blocks": blocks,
            "checks": checks,
            "command-line": command_line,
            "pages": pages,
            "modules": modules,
            "ready": ready,
        }.items()
    }
    for name, made in schema.schemas(ROOT):
        written[f"{SCHEMAS}/{name}.json"] = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    return written


def write() -> None:
    """Write every file, and remove the schemas of types that are gone."""
    shutil.rmtree(ROOT / SCHEMAS, ignore_errors=True)
    for name, words in documents().items():
        (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / name).write_text(words, "utf-8", newline="\n")


if __name__ == "__main__":
    write()
