"""How Pagefind packs its files, and how they are packed again: the same content gives the same bytes."""

import gzip
import zlib
from pathlib import Path

from drws.system.gzipped import gzipped

SIGNATURE = b"pagefind_dcd"
"""What Pagefind's files begin with, once unpacked."""


def unpacked(file: Path) -> bytes | None:
    """What a file holds behind its signature. None when it is not packed so."""
    try:
        content = gzip.decompress(file.read_bytes())
    except (OSError, EOFError, zlib.error):
        return None
    return content.removeprefix(SIGNATURE) if content.startswith(SIGNATURE) else None


def pack(file: Path, content: bytes) -> None:
    """Write content as Pagefind packs it."""
    file.write_bytes(gzipped(SIGNATURE + content))
