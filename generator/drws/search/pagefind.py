"""Pagefind, and what it leaves behind: the files that searching needs, and no others."""

import gzip
import json
import subprocess
import zlib
from collections.abc import Mapping
from pathlib import Path

from drws.kernel.problem import Place, Problem, Refused, Severity
from drws.search.divide import divide_chunks
from drws.search.fragments import Shown, lighten
from drws.system.parallel import in_parallel

VERSION = "1.5.2"
"""The Pagefind whose files we know: the one that `pyproject.toml` asks for."""

NOT_NEEDED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""Interfaces that Pagefind brings. Ours is in `theme/assets/`."""

PACKED = (".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter", ".pagefind")
"""How the names of files end that Pagefind packs."""

ENTRY = "pagefind-entry.json"


def run_pagefind(pages: Path, target: Path, shown: Mapping[str, Shown]) -> tuple[Mapping[str, str], list[Problem]]:
    """Index a folder of pages into `target`, with what results say of each by its address; the name that each page has there, by its address. Raises Refused when it cannot be done.

    Files in a form that we do not know stay as Pagefind made them, and a warning says so: its own script can read them.
    """
    command = [program_of_pagefind(), "--site", str(pages), "--output-path", str(target), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  no shell, and every word is ours
    if done.returncode:
        raise _refused((done.stderr or done.stdout).strip())
    if short := next((file for file in sorted(target.rglob("*")) if _is_cut_short(file)), None):
        raise Refused(Problem(Place("site"), "tools.search-cut", {"name": short.name}))
    for pattern in NOT_NEEDED:
        for file in target.glob(pattern):
            file.unlink()
    fragments = sorted(target.glob("fragment/*.pf_fragment"))
    lightened = in_parallel(lambda fragment: lighten(fragment, shown), fragments)
    names = {url: fragment.stem for fragment, (url, _) in zip(fragments, lightened, strict=True) if url}
    unknown = [fragment.name for fragment, (_, known) in zip(fragments, lightened, strict=True) if not known]
    if not fragments:
        unknown.append("fragment")
    unknown += [file.name for file in divide_chunks(target)]
    if not _put_in_order(target / ENTRY):
        unknown.append(ENTRY)
    return names, [_unknown_form(unknown[0])] if unknown else []


def _is_cut_short(file: Path) -> bool:
    """Has a file less than Pagefind meant to write? On a disk that is full it leaves files empty, and ends as if all were well."""
    if not file.is_file():
        return False
    if file.stat().st_size == 0:
        return True
    try:
        if file.suffix in PACKED:
            gzip.decompress(file.read_bytes())
    except EOFError:
        return True
    except (OSError, zlib.error):  # it is packed in another way than we know
        pass
    return False


def _put_in_order(entry: Path) -> bool:
    """Pagefind names the languages in an order of the moment: two builds give the same bytes. Says whether the file had the form that we know."""
    try:
        contents = json.loads(entry.read_bytes())
    except (OSError, ValueError):
        return False
    if not isinstance(contents, dict) or not isinstance(contents.get("languages"), dict):
        return False
    entry.write_text(json.dumps(contents, ensure_ascii=False, sort_keys=True), "utf-8")
    return True


def _unknown_form(file: str) -> Problem:
    return Problem(
        Place("site/pagefind"), "tools.search-form", {"name": file, "version": VERSION}, severity=Severity.WARNING
    )


def program_of_pagefind() -> str:
    """Where the package has put it: run as it is, without another Python around it. Raises Refused where there is none."""
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
