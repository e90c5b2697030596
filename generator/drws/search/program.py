"""Pagefind's program, packed as small as it can be: every visitor who searches fetches it.

It is the largest part of a first search, and the same in every build. Pagefind packs it quickly; Zopfli takes a second for it and finds a
twentieth more, so what comes of it is remembered by what went in.
"""

import gzip
import hashlib
import zlib
from pathlib import Path

import zopfli.gzip

from drws.search.packed import SIGNATURE
from drws.system.caches import remember

ROUNDS = 5
"""How often Zopfli looks for a shorter form. It would do so fifteen times, which makes these programs no smaller."""


def pack_programs(index: Path, remembered: Path) -> None:
    """Pack every program of an index anew. `remembered` is a folder of `drws.system.caches`."""
    for program in sorted(index.glob("wasm.*.pagefind")):
        pack_again(program, remembered)


def pack_again(program: Path, remembered: Path) -> None:
    """Pack a program anew, in the same form. One that is not in the form that we know stays as it is."""
    packed = program.read_bytes()
    before = remembered / f"{hashlib.sha256(packed).hexdigest()}.gz"
    try:
        smaller = before.read_bytes()
    except OSError:
        try:
            unpacked = gzip.decompress(packed)
        except (OSError, EOFError, zlib.error):
            return
        if not unpacked.startswith(SIGNATURE):
            return
        smaller = zopfli.gzip.compress(unpacked, numiterations=ROUNDS)
        remember(before, smaller)
    program.write_bytes(smaller)
