"""Pagefind, and what it leaves behind: the files that searching needs, as small as they can be."""

import gzip
import json
import subprocess
from pathlib import Path

from drws.kernel.problem import Place, Problem, Refused

NOT_NEEDED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Interfaces that Pagefind brings. Ours is in `theme/assets/`."""

SIGNATURE = b"pagefind_dcd"
"""What Pagefind's files begin with, once unpacked."""

SHOWN = ("title", "summary")
"""The fields of a page that a result shows."""


def run_pagefind(pages: Path, target: Path) -> dict[str, str]:
    """Index a folder of pages into `target`; the name that each page has there, by its address. Raises Refused when it cannot be done."""
    command = [_program(), "--site", str(pages), "--output-path", str(target), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  no shell, and every word is ours
    if done.returncode:
        raise _refused((done.stderr or done.stdout).strip()[-500:])
    for pattern in NOT_NEEDED:
        for file in target.glob(pattern):
            file.unlink()
    names = {_lightened(fragment): fragment.stem for fragment in target.glob("fragment/*.pf_fragment")}
    entry = target / "pagefind-entry.json"
    if entry.is_file():  # Pagefind names the languages in an order of the moment: two builds give the same bytes
        contents = json.loads(entry.read_text("utf-8"))
        entry.write_text(json.dumps(contents, ensure_ascii=False, sort_keys=True), "utf-8")
    return names


def _program() -> str:
    """Where the package has put it: run as it is, without another Python around it."""
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415  an installation that lacks it can do all but this
    except ImportError as error:
        raise _refused(str(error)) from error
    try:
        return str(get_executable())
    except FileNotFoundError as error:
        raise _refused(str(error)) from error


def _refused(detail: str) -> Refused:
    return Refused(Problem(Place("site"), "tools.search", {"detail": detail}))


def _lightened(fragment: Path) -> str:
    """Leave a result what is shown of it: our results show the page's own summary, and no excerpt. Returns the page's address."""
    page = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(SIGNATURE))
    shown = {name: page["meta"].get(name, "") for name in SHOWN}
    lighter = {**page, "content": "", "word_count": 0, "anchors": [], "meta": shown}
    packed = SIGNATURE + json.dumps(lighter, ensure_ascii=False, separators=(",", ":")).encode()
    fragment.write_bytes(gzip.compress(packed, mtime=0))
    return str(page["url"])
