"""Proofreading of the Welsh: what is wrong is found where it stands, and what is right is left alone."""

from pathlib import Path

import pytest

pytest.importorskip("hunspell", reason="there is no Hunspell for this machine: see chunspell in pyproject.toml")

from proofreading.findings import WORDS_TXT, Finding, proofread
from proofreading.mutations import Mutations
from proofreading.spelling import Spelling


@pytest.fixture(scope="module")
def dictionary() -> Spelling:
    """Without any list."""
    return Spelling()


@pytest.fixture(scope="module")
def spelling() -> Spelling:
    """With the list of this project."""
    return Spelling(WORDS_TXT)


def found_in(root: Path, file: str, text: str) -> list[Finding]:
    """What is found in a project that has one file."""
    path = root / file
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return proofread(root)[1]


@pytest.mark.parametrize(
    ("file", "text", "line", "column"),
    [
        ("data/services/a.yml", "summary:\n  en: Abc deff\n  cy: >-\n    Help i bobl.\n\n    Cewch gymorrth.\n", 6, 11),
        ("data/services/a.yml", "names:\n  cy: [Tŷ, gymorrth]\n", 2, 12),
        ("data/observations/a.csv", "area,note_cy,note_en\nx,Cewch gymorrth,You deff\n", 2, 9),
        ("content/cy/a.md", "---\ntitle: Cewch gymorrth\nslug: xyzzy\n---\n\nTŷ\n", 2, 14),
        ("content/cy/a.md", "---\ntitle: Tŷ\n---\n\n# Tŷ\n\nCewch [gymorrth](xyzzy.md).\n", 7, 8),
        ("theme/strings.yml", "a:\n  cy: {one: gymorrth, other: plant}\n  en: {one: xyzzy}\n", 2, 13),
        ("generator/messages.yml", "a:\n  fix: {cy: 'gymorrth ar ‘xyzzy’', en: xyzzy}\n", 2, 14),
    ],
)
def test_a_misspelt_word_is_told_with_its_place_and_its_cure(
    tmp_path: Path, file: str, text: str, line: int, column: int
) -> None:
    """In whatever kind of file it stands; English, names of fields and addresses are no Welsh."""
    (found,) = found_in(tmp_path, file, text)
    assert (found.file, found.line, found.column, found.is_there) == (file, line, column, "gymorrth")
    assert "gymorth" in found.meant
    for language in ("cy", "en"):
        said = found.said(language)
        assert said.startswith(f"{file}:{line}:{column}  ")
        assert "gymorth" in said
        assert "words.txt" in said


def test_what_people_search_for_is_not_proofread(tmp_path: Path) -> None:
    """It holds the mistakes that they make."""
    assert found_in(tmp_path, "data/search/words.yml", "said:\n  cy: [gymorrth]\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "Mae’r plant a’u rhieni’n cwrdd yng Nghaerdydd.",
        "fy mhlentyn, ei phlentyn, dy blentyn",
        "e-bost, ar-lein, cam-drin, Pen-y-bont ar Ogwr",
        "GGA, BBC, Rhan IV, https://xyzzy.example/ a help@xyzzy.example",
        "Dywedodd “deff xyzzy” wrthym.",
    ],
)
def test_welsh_is_left_alone(tmp_path: Path, words: str) -> None:
    """Mutated, with what hangs on by an apostrophe, abbreviated, quoted."""
    assert found_in(tmp_path, "data/services/a.yml", f"a:\n  cy: {words}\n") == []


def test_a_listed_word_is_right_in_its_mutated_forms(tmp_path: Path, dictionary: Spelling) -> None:
    """And a listed name of several words as a whole only."""
    listed = tmp_path / "words.txt"
    listed.write_text("# remark\nCrwmplod   # a place\nXyzzy Cymru\n", "utf-8")
    text = "i Grwmplod ac yng Nghrwmplod, o Xyzzy Cymru, o Xyzzy"
    assert list(Spelling(listed).unknown(text)) == ["Xyzzy"]
    assert list(dictionary.unknown(text)) == ["Grwmplod", "Nghrwmplod", "Xyzzy", "Xyzzy"]


def test_no_word_is_listed_for_nothing(dictionary: Spelling) -> None:
    """Whoever reads the list reads what the dictionary lacks, each once."""
    lines = WORDS_TXT.read_text("utf-8").splitlines()
    words = [word for line in lines if (word := line.partition("#")[0].strip())]
    assert len(words) == len(set(words))
    assert [word for word in words if not list(dictionary.unknown(word))] == []


@pytest.mark.parametrize(
    ("text", "instead"), [("Ewch i cyngor y dref.", "gyngor"), ("Mae fy tad yma.", "nhad"), ("dau plentyn", "blentyn")]
)
def test_a_missing_mutation_is_found(spelling: Spelling, text: str, instead: str) -> None:
    """After a word that always causes one."""
    (pair,) = Mutations(spelling.in_dictionary).wrong(text)
    assert pair.phrase in text
    assert instead in pair.instead


@pytest.mark.parametrize(
    "text",
    ["Ewch i gyngor y dref.", "Ffoniwch, neu gofynnwch i ni.", "Cytunwyd neu cymeradwywyd.", "i chi neu gyda’r plant"],
)
def test_what_is_right_as_it_is_is_not_told(spelling: Spelling, text: str) -> None:
    """An order after *neu* does not mutate, and pairs that people have read are right."""
    assert list(Mutations(spelling.in_dictionary).wrong(text.replace("’", "'"))) == []
