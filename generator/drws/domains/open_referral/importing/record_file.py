"""The file of a record that was imported. What is there already stays, unless somebody asks for it to be written over."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from drws.kernel.entity import Entity
from drws.read.dump import dumped
from drws.read.tree import Value, parse


class Outcome(StrEnum):
    """What became of a record."""

    MADE = "made"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    """There is another record of that name: it stays as it is."""


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
    return Outcome.REPLACED if is_there else Outcome.MADE


def in_order(model: type[Entity], fields: Mapping[str, Value | None]) -> dict[str, Value]:
    """The fields that hold something, in the order of the data dictionary, where they come from last."""
    last = ("sources", "confidence", "conflicts", "assured_date", "translation")
    names = ("id", "name", *(name for name in model.model_fields if name not in ("id", "name", *last)), *last)
    return {name: value for name in names if (value := fields.get(name)) not in (None, "", [], {}, ())}
