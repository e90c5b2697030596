"""Bytes packed by gzip: the same content gives the same bytes, whichever Python packs it."""

import gzip

SYSTEM = 9
"""Where the head of a packed file says on what kind of system it was made (RFC 1952, section 2.3.1). Up to Python 3.12 it is that of the
machine.
"""
UNKNOWN = 255


def gzipped(content: bytes) -> bytes:
    """Content packed as small as zlib can, with neither a time nor a system in its head."""
    packed = bytearray(gzip.compress(content, compresslevel=9, mtime=0))
    packed[SYSTEM] = UNKNOWN
    return bytes(packed)
