"""What gzip packs is the same whoever packs it."""

import gzip

from drws.system.gzipped import gzipped


def test_the_head_says_neither_when_nor_where() -> None:
    """Its ten bytes are those of RFC 1952, section 2.3: packed as small as can be, no time, an unknown system."""
    packed = gzipped(b"the same" * 100)
    assert packed[:10] == b"\x1f\x8b" + bytes([8, 0, 0, 0, 0, 0, 2, 255])
    assert gzip.decompress(packed) == b"the same" * 100
