"""The file of a record that was imported. It says so, and carries a mark by which one can see that nobody changed it since."""

import hashlib
import re
from pathlib import Path
from typing import Any

from drws.planning.importing import Outcome
from drws.read.dump import dumped
from drws.read.tree import parse

HEAD = "# Imported by drws import-events. Whoever changes it by hand keeps it: then no import writes it anew. {mark}\n"
MARK = re.compile(r"\A# Imported by drws import-events\..* ([0-9a-f]{16})\n")
TIMES = ("start_date", "start_time", "end_date", "end_time", "recurrence", "until_date", "cancelled_dates")
"""What calendars that people subscribed to take over only when `sequence` rises."""


def write_record(path: Path, fields: dict[str, Any]) -> Outcome:
    """Write a record, unless it is there as it should be, or somebody else wrote it."""
    if path.is_symlink():
        return Outcome.KEPT
    there = path.read_text("utf-8", errors="replace") if path.exists() else None
    mark = MARK.match(there) if there is not None else None
    old = there[mark.end() :] if there is not None and mark else there
    before = _fields_of(old) if old is not None else {}
    body = dumped(_numbered(fields, before))
    if there is not None and old == body:
        return Outcome.UNCHANGED
    if there is not None and (mark is None or mark[1] != _digest(old or "")):
        return Outcome.UNCHANGED if _is_the_same(before, fields) else Outcome.KEPT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(mark=_digest(body)) + body, "utf-8", newline="\n")
    return Outcome.MADE if there is None else Outcome.RENEWED


def _numbered(fields: dict[str, Any], before: dict[str, Any]) -> dict[str, Any]:
    """The fields with the `sequence` of the record before, one higher where its time is another now or it is no longer cancelled."""
    changed = any(fields.get(name) != before.get(name) for name in TIMES)
    revived = before.get("status") == "cancelled" and fields.get("status") != "cancelled"
    sequence = int(before.get("sequence", "0")) + bool(before and (changed or revived))
    return {**fields, "sequence": str(sequence)} if sequence else fields


def _is_the_same(before: dict[str, Any], fields: dict[str, Any]) -> bool:
    """Does what somebody wrote say all that the file says?"""
    return all(before.get(name) == value for name, value in fields.items() if name != "translation")


def _fields_of(text: str) -> dict[str, Any]:
    """What a record says. One that cannot be read, which a check tells, says nothing."""
    fields, _ = parse(text, "")
    return fields if isinstance(fields, dict) else {}


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]
