"""Pagefind's files of words and its program: made small without a loss, and left alone where their form is not known."""

import gzip
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import cbor2
import pytest

from drws.search.chunks import lighten_words
from drws.search.divide import divide_chunks
from drws.search.packed import SIGNATURE
from drws.search.program import pack_again

WORDS = [
    ["adopt", [[0, [-5, 503, -25, 187, 180], []], [14, [-25, 102], [-1, 0]]], [["adôpt", [[3, [7, 2], []]]]]],
    ["zeal", [[2, [4], []]], []],
]


def packed(content: object) -> bytes:
    """A file of words as Pagefind writes it."""
    return gzip.compress(SIGNATURE + cbor2.dumps(content), mtime=0)


def index_of(folder: Path, contents: Sequence[bytes]) -> list[Path]:
    """An index in one language with files of words that hold `contents`; these files, and the list that names them."""
    (folder / "index").mkdir()
    files = [folder / "index" / f"en_{number}.pf_index" for number, _ in enumerate(contents)]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    listed = folder / "pagefind.en_1.pf_meta"
    listed.write_bytes(packed(["1.5.2", [], [["a", "z", file.stem] for file in files], [], [], []]))
    return [*files, listed]


def test_a_word_has_the_same_places_on_every_page() -> None:
    """Its weights, their number, its pages and fields stay; no two words of a language share a place, in whatever files they are."""
    words, other = deepcopy(WORDS), [["zebra", [[0, [1], []]], []]]
    assert lighten_words(other, lighten_words(words, 0)) == 7
    assert words == [
        ["adopt", [[0, [-5, 0, -25, 1, 1], []], [14, [-25, 0], [-1, 0]]], [["adôpt", [[3, [3, 1], []]]]]],
        ["zeal", [[2, [5], []]], []],
    ]
    assert other == [["zebra", [[0, [6], []]], []]]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not packed",
        packed([WORDS])[:-9],
        gzip.compress(b"other_sign" + cbor2.dumps([WORDS])),
        gzip.compress(SIGNATURE + b"\xff"),
        packed(WORDS),
        packed([WORDS, []]),
        packed([[["adopt", [[0, [1], []]]]]]),
        packed([[["adopt", [[0, [1]]], []]]]),
        packed([[["adopt", [[0, ["1"], []]], []]]]),
        packed([[["adopt", [[0, [1], []]], [["adôpt"]]]]]),
    ],
    ids=["empty", "not-packed", "cut-off", "another-signature", "no-cbor", "a-list-less", "one-list-more", "no-variants", "no-fields", "a-place-that-is-text", "a-variant-without-pages"],
)  # fmt: skip
def test_a_file_of_words_in_another_form_stays_as_it_is(content: bytes, tmp_path: Path) -> None:
    """With all others of its language, and their list: Pagefind's own script can read them, and the build warns of it."""
    files = index_of(tmp_path, [packed([WORDS]), content, packed([WORDS])])
    before = {file: file.read_bytes() for file in files}
    assert divide_chunks(tmp_path) == [files[1]]
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.pf_*")} == before


def test_one_language_does_not_hold_up_another(tmp_path: Path) -> None:
    """Where the list of one is in another form, the files of the other are made small all the same."""
    [words, listed] = index_of(tmp_path, [packed([WORDS])])
    other = tmp_path / "pagefind.cy_1.pf_meta"
    other.write_bytes(b"not packed")
    before = listed.read_bytes()
    assert divide_chunks(tmp_path) == [other]
    assert listed.read_bytes() != before
    assert not words.exists()
    assert other.read_bytes() == b"not packed"


def test_the_program_is_packed_once(tmp_path: Path) -> None:
    """What comes out of it is the same, it is never larger, and the second time it is only remembered."""
    program, remembered = tmp_path / "wasm.en.pagefind", tmp_path / "remembered"
    content = SIGNATURE + bytes(range(256)) * 40
    program.write_bytes(gzip.compress(content, mtime=0))
    before = program.read_bytes()
    pack_again(program, remembered)
    assert gzip.decompress(program.read_bytes()) == content
    assert len(program.read_bytes()) <= len(before)
    [kept] = remembered.iterdir()
    kept.write_bytes(b"as it was remembered")
    program.write_bytes(before)
    pack_again(program, remembered)
    assert program.read_bytes() == b"as it was remembered"


@pytest.mark.parametrize(
    "content", [b"not packed", gzip.compress(b"other_sign")], ids=["not-packed", "another-signature"]
)
def test_a_program_in_another_form_stays_as_it_is(content: bytes, tmp_path: Path) -> None:
    """Nothing is remembered of it."""
    program = tmp_path / "wasm.en.pagefind"
    program.write_bytes(content)
    pack_again(program, tmp_path / "remembered")
    assert program.read_bytes() == content
    assert not (tmp_path / "remembered").exists()
