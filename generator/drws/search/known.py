"""Words that are never mended: those of a dictionary of any language of the site, those of its pages, and names.

There are some hundred thousand, of which a browser needs to ask after one. So they are a Bloom filter in parts: a word is in one part, by its
checksum, and a part is read when a word would be mended. Once in a hundred times a misspelt word is taken for a word: it is searched for as it
is. `theme/assets/search-known.js` asks.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from drws.say.collation import fold
from drws.search.files import write_together
from drws.system.caches import remember

PARTS = 64
"""Files. A part of some ten thousand words is about ten kilobytes."""

BITS = 10
"""Bits for each word."""

ASKED = 7
"""Bits that are looked at for a word: the best number for ten bits a word."""

GOLDEN = 0x9E3779B1
"""Spreads the bits of a checksum (Knuth's multiplicative hashing)."""

SHORTEST = 4
"""Letters: shorter words are not mended."""


def known_parts(own: Iterable[str], languages: Sequence[str], remembered: Path) -> Sequence[str]:
    """The parts as text, in their order. `own` are words of the site and names, `languages` those whose dictionaries count.

    The dictionaries take a second or two, so their bits are `remembered`, in a folder of `drws.system.caches`, until they change. The site's
    own words, which are few beside them and change with every edit, are added to these.
    """
    parts = _dictionary_parts(languages, remembered)
    mine = _by_part({word for each in set(own) if len(word := fold(each)) >= SHORTEST})
    for bits, sums in zip(parts, mine, strict=True):
        if not bits:
            bits.extend(_room_for(sums))
        _add(sums, bits)
    return [base64.b64encode(bits).decode() for bits in parts]


def remember_dictionaries(languages: Sequence[str], remembered: Path) -> None:
    """Work out what `known_parts` needs of the dictionaries, unless it is remembered: another process can do so meanwhile."""
    _dictionary_parts(languages, remembered)


def _dictionary_parts(languages: Sequence[str], remembered: Path) -> list[bytearray]:
    """The bits of the dictionaries' words in each part: none where no language has a dictionary."""
    edition = f"{metadata.version('simplemma')} {sorted(languages)} {PARTS} {BITS} {ASKED}"
    file = remembered / f"known-words-{'-'.join(sorted(languages))}.json"
    try:
        known = json.loads(file.read_text("utf-8"))
        if known["edition"] == edition:
            return [bytearray(base64.b64decode(part)) for part in known["parts"]]
    except (OSError, ValueError, KeyError, TypeError):
        pass  # it is not there, or someone has changed it: work it out
    sums_by_part = _by_part({word for language in languages for word in _dictionary(language)})
    parts = [_room_for(sums) for sums in sums_by_part]
    for bits, sums in zip(parts, sums_by_part, strict=True):
        _add(sums, bits)
    text = json.dumps({"edition": edition, "parts": [base64.b64encode(bits).decode() for bits in parts]})
    remember(file, text.encode())
    return parts


def _dictionary(language: str) -> Iterator[str]:
    """The folded words that a dictionary of this language has in any form; none for a language without one."""
    from simplemma.strategies.dictionaries import DefaultDictionaryFactory  # noqa: PLC0415  it is large

    try:
        dictionary = DefaultDictionaryFactory().get_dictionary(language)
    except ValueError:
        return
    for word in {fold(form) for form in dictionary}:
        if len(word) >= SHORTEST and word.isalpha():
            yield word


def _by_part(words: Iterable[str]) -> list[list[int]]:
    """The checksums of the words of each part."""
    sums: list[list[int]] = [[] for _ in range(PARTS)]
    for word in words:
        checksum = zlib.crc32(word.encode())
        sums[checksum % PARTS].append(checksum)
    return sums


def _room_for(sums: Sequence[int]) -> bytearray:
    return bytearray((len(sums) * BITS + 7) // 8)


def _add(sums: Iterable[int], bits: bytearray) -> None:
    """Set the bits of words, each of which has as many as are asked."""
    size = len(bits) * 8
    for checksum in sums:
        step = (checksum * GOLDEN & 0xFFFFFFFF) >> 8 | 1
        start = checksum // PARTS
        for along in range(start, start + ASKED * step, step):
            place = along % size
            bits[place >> 3] |= 1 << (place & 7)


def write_known(root: Path, parts: Sequence[str]) -> Mapping[str, Any]:
    """Write the words that are never mended, and say where they are."""
    return {
        "asked": ASKED,
        "files": write_together(root, "known", {f"{at:02}": {"bits": part} for at, part in enumerate(parts)}),
    }
