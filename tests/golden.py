"""Golden files: expected results, kept as files that a person reads."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


@dataclass
class Golden:
    """Expected results, kept as files."""

    rewrite: bool

    def compare(self, name: str, actual: str) -> None:
        """Fail with a difference unless the file `tests/<name>` holds `actual`."""
        if differs := self._difference(name, actual):
            pytest.fail(differs, pytrace=False)

    def compare_all(self, folder: str, files: Mapping[str, str]) -> None:
        """The same for every file of a folder. One that is there and is no longer made is a difference too."""
        there = {path.relative_to(TESTS / folder).as_posix() for path in (TESTS / folder).rglob("*") if path.is_file()}
        stale = sorted(there - files.keys())
        for name in stale if self.rewrite else ():
            (TESTS / folder / name).unlink()
        found = [differs for name, text in files.items() if (differs := self._difference(f"{folder}/{name}", text))]
        found += [f"no longer made (make golden removes it): {folder}/{name}" for name in stale if not self.rewrite]
        if found:
            pytest.fail("\n\n".join(found), pytrace=False)

    def _difference(self, name: str, actual: str) -> str:
        """How what came out differs from a golden file, or nothing; where golden files are rewritten, it never does."""
        path = TESTS / name
        expected = path.read_text("utf-8") if path.is_file() else ""
        if actual == expected:
            return ""
        if not self.rewrite:
            return difference(expected, actual, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(actual, "utf-8", newline="\n")
        return ""


def difference(expected: str, actual: str, name: str) -> str:
    """How two texts differ, for people."""
    lines = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), f"expected: {name}", "what came out", lineterm=""
    )
    return "\n".join(["not as expected (if it is right: make golden)", *lines])
