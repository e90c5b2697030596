"""Pagefind's files of words, made small and divided: a question fetches the files of its words, and of each file it needs a word or two.

Pagefind puts some thousands of words into a file, and has no setting for it. Its list of files says between which beginnings of words each
lies, so a file can be made into several without its knowing.

The form is no promise of Pagefind's, so it is looked at before anything is written (docs/decisions/0019).
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from pathlib import Path
from typing import Any

import cbor2

from drws.search.chunks import cbor_of, lighten_words, read_chunk
from drws.search.packed import pack
from drws.system.parallel import in_parallel

PARTS = 3
"""Files that are made of one. Each question then fetches a third of the words, and each file costs the head of an answer more."""

FILES = 2
"""Where the list of an index has its files of words."""


def divide_chunks(index: Path) -> list[Path]:
    """Lighten and divide the files of words of every language. Where one of them or their list is in a form that we do not know, those of its
    language stay as they are: the first such file of each language.
    """
    listed = sorted(index.glob("pagefind.*.pf_meta"))
    unknown = in_parallel(lambda each: _divide(each, index / "index"), listed, worth_a_process=1)
    return [each for each in unknown if each]


def _divide(listed: Path, folder: Path) -> Path | None:
    """Write the parts of all files of a language, and then in their place. One file at a time: its words take far more memory than the file
    has bytes (benchmarks/memory.py).
    """
    meta = _read(listed)
    if meta is None:
        return listed
    chunks = [folder / f"{name}.pf_index" for _, _, name in meta[FILES]]
    files: list[list[str]] = []
    place = 0
    for chunk, (first, last, _) in zip(chunks, meta[FILES], strict=True):
        words = read_chunk(chunk)
        if words is None:
            for _, _, name in files:
                (folder / f"{name}.pf_index").unlink()
            return chunk
        place = lighten_words(words, place)
        files += _divided(words, chunk, first, last)
    for chunk in chunks:
        chunk.unlink()
    meta[FILES] = files
    pack(listed, cbor2.dumps(meta))
    return None


def _divided(words: Sequence[Any], chunk: Path, first: str, last: str) -> Iterator[list[str]]:
    """Write the parts of a file beside it; the first word, the last one and the name of each."""
    parts = _parts_of(words)
    starts = [first, *(_apart(one[-1][0], two[0][0])[1] for one, two in pairwise(parts))]
    ends = [*(_apart(one[-1][0], two[0][0])[0] for one, two in pairwise(parts)), last]
    for number, (start, end, part) in enumerate(zip(starts, ends, parts, strict=True)):
        own = f"{chunk.stem}{number}"
        pack(chunk.with_stem(own), cbor2.dumps([part]))
        yield [start, end, own]


def _parts_of(words: Sequence[Any]) -> list[Sequence[Any]]:
    """The words in parts of the same size: at least one part."""
    size = -(-len(words) // PARTS) or 1
    return [words[at : at + size] for at in range(0, len(words), size)] or [words]


def _apart(before: str, after: str) -> tuple[str, str]:
    """As much of two words that follow each other as tells them apart: Pagefind names the first and the last word of a file so."""
    same = sum(1 for _ in takewhile(lambda signs: signs[0] == signs[1], zip(before, after, strict=False)))
    return before[: same + 1], after[: same + 1]


def _read(listed: Path) -> list[Any] | None:
    """The list of an index; None when it is not in the form that we know."""
    match cbor_of(listed):
        case [str(), list(), list() as files, list(), list(), list()] as content if all(map(_is_file, files)):
            return list(content)
    return None


def _is_file(file: Sequence[Any]) -> bool:
    match file:
        case [str(), str(), str()]:
            return True
    return False
