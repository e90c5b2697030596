"""The compressed forms of a site's text, made once so that no server need do it for every visitor: `index.html.br` beside `index.html`.

The same text gives the same bytes: gzip's header says neither when nor where (RFC 1952, section 2.3). What was made before is kept in the
work folder by the hash of the text. A page says at its foot for which day it is, so on another day most are made anew.
"""

import hashlib
import os
import zlib
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

import brotli

from drws.system.gzipped import UNKNOWN, gzipped
from drws.system.parallel import in_parallel
from drws.system.sync_folder import names

FOLDER = "compressed"
"""Where in the work folder the forms are kept."""

QUALITY = 10
"""Of brotli: 11 saves 2 % more and takes almost three times as long (benchmarks/serving.md)."""

MEANS = f"brotli {brotli.__version__} {QUALITY}, zlib {zlib.ZLIB_RUNTIME_VERSION}, system {UNKNOWN}"
"""What forms are made with. With others the same text may have another form."""

LEAST = 64
"""Bytes that a form has to save: an answer that is compressed has two headers more."""


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=QUALITY))


MAKERS: Mapping[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": gzipped}
"""How each form is made, by the ending that servers look for."""


def compress(root: Path, work: Path, is_text: Callable[[str], bool]) -> None:
    """Put the forms of every text beside it that gets smaller by them. `is_text` is asked about names, from the top of the site."""
    kept = work / FOLDER
    kept.mkdir(parents=True, exist_ok=True)
    texts = sorted(name for name in names(str(root)) if is_text(name))
    used = in_parallel(lambda name: _compress_one(root / name, kept), texts)
    _remove_all_but({name for each in used for name in each}, kept)


def _compress_one(file: Path, kept: Path) -> list[str]:
    """The names under which its forms are kept."""
    content = file.read_bytes()
    stem = hashlib.sha256(content + MEANS.encode()).hexdigest()
    used = []
    for ending, make in MAKERS.items():
        known = kept / f"{stem}{ending}"
        form = known.read_bytes() if known.is_file() else make(content)
        if len(form) > len(content) - LEAST:
            continue
        file.with_name(file.name + ending).write_bytes(form)
        used.append(known.name)
        if not known.is_file():
            unfinished = known.with_suffix(f"{ending}.{os.getpid()}")  # another process may have the same text
            unfinished.write_bytes(form)
            unfinished.replace(known)  # it is there whole or not at all
    return used


def _remove_all_but(used: Collection[str], kept: Path) -> None:
    for path in kept.iterdir():
        if path.name not in used:
            path.unlink()
