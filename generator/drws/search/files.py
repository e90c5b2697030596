"""Where the tables go, and how they are written."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FOLDER = "search"
"""The folder of the tables, in the site."""
STAMPED = "stamped"
"""The folder in it of those whose names say what is in them: browsers may keep them for ever."""


def write(root: Path, kind: str, name: str, content: Mapping[str, Any]) -> str:
    """Write a table whose name says what is in it, so that it never changes; its name in the folder of the tables."""
    text = as_json(content)
    file = f"{STAMPED}/{kind}/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.json"
    path = root / FOLDER / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return file


def write_together(root: Path, kind: str, contents: Mapping[str, Mapping[str, Any]]) -> Mapping[str, str]:
    """Write tables into one folder whose name says what is in all of them, so that none ever changes; the folder, and their names.

    One stamp for many files: stamps do not pack, and the table that names them is read with every first search.
    """
    texts = {name: as_json(content) for name, content in sorted(contents.items())}
    folder = f"{STAMPED}/{kind}.{hashlib.sha256(as_json(texts).encode()).hexdigest()[:10]}"
    (root / FOLDER / folder).mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (root / FOLDER / folder / f"{name}.json").write_text(text, "utf-8")
    return {"folder": folder, "names": " ".join(texts)}


def write_plainly(root: Path, name: str, content: Mapping[str, Any]) -> None:
    """Write a table that is read first."""
    path = root / FOLDER / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(as_json(content), "utf-8")


def as_json(content: Any) -> str:  # noqa: ANN401  whatever JSON can hold
    """As short as it can be."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
