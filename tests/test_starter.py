"""`drws init`: the project that somebody begins with."""

from itertools import permutations
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from drws.build.load import Sources, load
from drws.cli import main
from drws.read.theme import Theme
from drws.say.string_files import read_strings
from drws.say.strings import languages_of
from drws.starter.create import PROJECT, create, known_languages

from .example import AS_OF

KNOWN = known_languages(Path())
CHOICES = [chosen for count in range(1, len(KNOWN) + 1) for chosen in permutations(KNOWN, count)]


@pytest.mark.parametrize("chosen", CHOICES, ids="-".join)
def test_it_is_sound_in_any_languages(tmp_path: Path, chosen: tuple[str, ...]) -> None:
    """In those that were asked for, in their order, and in no other."""
    folder = tmp_path / "new"
    assert create(folder, chosen) == []
    loaded = load(Sources(folder / "data", folder / "content", folder / "theme"), AS_OF)
    assert loaded.problems == ()
    assert loaded.site
    assert tuple(each.code for each in loaded.site.languages) == chosen
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text("utf-8"))
    named = next(each["i18n"]["languages"] for each in settings["plugins"] if "i18n" in each)
    assert [(each["locale"], each.get("default", False)) for each in named] == [
        (code, code == chosen[0]) for code in chosen
    ]
    left = [path for path in folder.rglob("*") if {*path.name.split("."), *path.parts} & (set(KNOWN) - set(chosen))]
    assert left == []
    assert (folder / "README.md").is_file()


def test_it_has_every_language_that_the_package_has_words_in() -> None:
    """Whoever adds a language to the words adds it to this project as well."""
    strings, _ = read_strings(Theme.of(Path("theme-that-is-not-there")), ())
    assert strings
    assert languages_of(strings) == KNOWN
    assert {path.name for path in (PROJECT / "content").iterdir()} == set(KNOWN)


def init(*words: str | Path) -> Result:
    """Run `drws init`."""
    return CliRunner().invoke(main, ["init", *map(str, words)])


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """A folder with something in it stays as it is, and so does a file of that name."""
    (tmp_path / "kept.txt").write_text("mine", "utf-8")
    for target in (tmp_path, tmp_path / "kept.txt"):
        done = init(target)
        assert done.exit_code == 1
        assert "there is something in this folder already" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    """The message says which there are, in the language of whoever reads it."""
    done = init(tmp_path / "new", "--languages", "en,xx", "--lang", "cy")
    assert done.exit_code == 1
    assert "nid oes geiriau yn yr iaith ‘xx’" in done.stdout
    assert ", ".join(KNOWN) in done.stdout
    assert not (tmp_path / "new").exists()
