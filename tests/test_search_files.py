"""Pagefind's files of words and its program: made small without a loss, and left alone where their form is not known."""

import gzip
from pathlib import Path

import cbor2
import pytest

from drws.search.chunks import lighten_chunks
from drws.search.packed import SIGNATURE
from drws.search.program import pack_again

WORDS = [
    ["adopt", [[0, [-5, 503, -25, 187, 180], []], [14, [-25, 102], [-1, 0]]], [["adôpt", [[3, [7, 2], []]]]]],
    ["zeal", [[2, [4], []]], []],
]


def packed(content: object) -> bytes:
    """A file of words as Pagefind writes it."""
    return gzip.compress(SIGNATURE + cbor2.dumps(content), mtime=0)


def read(file: Path) -> list[list[object]]:
    """The words of a file."""
    [words] = cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(SIGNATURE))
    assert isinstance(words, list)
    return words


def test_a_word_has_the_same_places_on_every_page(tmp_path: Path) -> None:
    """Its weights, their number, its pages and fields stay; no two words of a language share a place, in whatever files they are."""
    one, other = tmp_path / "en_1.pf_index", tmp_path / "en_2.pf_index"
    one.write_bytes(packed([WORDS]))
    other.write_bytes(packed([[["zebra", [[0, [1], []]], []]]]))
    assert lighten_chunks([one, other]) == []
    assert read(one) == [
        ["adopt", [[0, [-5, 0, -25, 1, 1], []], [14, [-25, 0], [-1, 0]]], [["adôpt", [[3, [3, 1], []]]]]],
        ["zeal", [[2, [5], []]], []],
    ]
    assert read(other) == [["zebra", [[0, [6], []]], []]]


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
    """Pagefind's own script can read it, and the build warns of it."""
    file = tmp_path / "en_1.pf_index"
    file.write_bytes(content)
    assert lighten_chunks([file]) == [file]
    assert file.read_bytes() == content


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
