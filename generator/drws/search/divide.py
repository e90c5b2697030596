"""Pagefind's files of words, divided: a question fetches the files of its words, and of each file it needs a word or two.

Pagefind puts some thousands of words into a file, and has no setting for it. Its list of files says between which beginnings of words each
lies, so a file can be made into several without its knowing.

The form is no promise of Pagefind's, so it is looked at before anything is written (docs/decisions/0019).
"""

import gzip
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import cbor2

from drws.search.chunks import read_chunk
from drws.search.fragments import SIGNATURE

PARTS = 3
"""Files that are made of one. Each question then fetches a third of the words, and each file costs the head of an answer more."""

FILES = 2
"""Where the list of an index has its files of words."""


def divide_chunks(index: Path) -> list[Path]:
    """Divide the files of words of every language; the lists of files whose form is not known, which stay as they are."""
    return [listed for listed in sorted(index.glob("pagefind.*.pf_meta")) if not _divide(listed, index / "index")]


def _divide(listed: Path, folder: Path) -> bool:
    meta = _read(listed)
    if meta is None:
        return False
    words = {name: read_chunk(folder / f"{name}.pf_index") for _, _, name in meta[FILES]}
    if None in words.values():
        return False
    files = []
    for first, last, name in meta[FILES]:
        size = -(-len(words[name] or ()) // PARTS) or 1
        parts = [(words[name] or [])[at : at + size] for at in range(0, len(words[name] or ()), size)]
        if len(parts) < PARTS:
            files.append([first, last, name])
            continue
        (folder / f"{name}.pf_index").unlink()
        for number, part in enumerate(parts):
            beginning = _apart(parts[number - 1][-1][0], part[0][0])[1] if number else first
            end = _apart(part[-1][0], parts[number + 1][0][0])[0] if number + 1 < len(parts) else last
            own = f"{name}{number}"
            (folder / f"{own}.pf_index").write_bytes(gzip.compress(SIGNATURE + cbor2.dumps([part]), mtime=0))
            files.append([beginning, end, own])
    meta[FILES] = files
    listed.write_bytes(gzip.compress(SIGNATURE + cbor2.dumps(meta), mtime=0))
    return True


def _apart(before: str, after: str) -> tuple[str, str]:
    """As much of two words that follow each other as tells them apart: Pagefind names the first and the last word of a file so."""
    same = next(
        (at for at, (one, two) in enumerate(zip(before, after, strict=False)) if one != two),
        min(len(before), len(after)),
    )
    return before[: same + 1], after[: same + 1]


def _read(listed: Path) -> list[Any] | None:
    """The list of an index; None when it is not in the form that we know."""
    try:
        unpacked = gzip.decompress(listed.read_bytes())
        content = cbor2.loads(unpacked.removeprefix(SIGNATURE)) if unpacked.startswith(SIGNATURE) else None
    except (OSError, EOFError, zlib.error, ValueError, cbor2.CBORDecodeError):
        return None
    match content:
        case [str(), list(), list() as files, list(), list(), list()] if all(map(_is_file, files)):
            return list(content)
    return None


def _is_file(file: Sequence[Any]) -> bool:
    match file:
        case [str(), str(), str()]:
            return True
    return False
