"""The file of a record that was imported. What is there already stays, unless somebody asks for it to be written over."""

from collections.abc import Mapping
from pathlib import Path

from drws.planning.importing import Outcome
from drws.read.dump import dumped
from drws.read.tree import Value, parse


def write_record(path: Path, fields: Mapping[str, Value], *, overwrite: bool) -> Outcome:
    """Write a record. A link is never written through."""
    if path.is_symlink():
        return Outcome.KEPT
    is_there = path.exists()
    if is_there:
        said, _ = parse(path.read_text("utf-8", errors="replace"), path.name)
        if said == fields:
            return Outcome.UNCHANGED
        if not overwrite:
            return Outcome.KEPT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumped(fields), "utf-8", newline="\n")
    return Outcome.RENEWED if is_there else Outcome.MADE
