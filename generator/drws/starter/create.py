"""A project of its own for somebody who begins: the one in `project/`, without the languages that were not asked for.

Its files are written so that a line says something in one language only: `  cy: Gofalwyr`. Those of the other languages are left out.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from drws.kernel.problem import Place, Problem
from drws.read.theme import Theme
from drws.say.string_files import read_strings
from drws.say.strings import languages_of

PROJECT = Path(__file__).with_name("project")


def known_languages(folder: Path) -> tuple[str, ...]:
    """The languages of a new project in `folder`: those in which the package has all of its words, and the project its own."""
    strings, _ = read_strings(Theme.of(folder / "theme"), ())
    said = languages_of(strings) if strings else ()
    return tuple(code for code in said if (PROJECT / "content" / code).is_dir())


def create(folder: Path, languages: Sequence[str]) -> list[Problem]:
    """Write the project in these languages, the first in order first; in all that are known when none is named. Nothing is written over."""
    known = known_languages(folder)
    chosen = tuple(dict.fromkeys(languages)) or known
    place = Place(folder.as_posix(), line=1, column=1)
    if unknown := [code for code in chosen if code not in known]:
        values = {"known": ", ".join(known)}
        return [Problem(place, "init.language", {"value": code, **values}) for code in unknown]
    try:
        if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
            return [Problem(place, "init.not-empty")]
        for name, content in _files(chosen, known):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        return [Problem(place, "init.impossible", {"detail": error.strerror or ""})]
    return []


def _files(chosen: Sequence[str], known: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The files of the project: name, and what is in it. `README.<code>.md` of the first language is the README."""
    for path in sorted(path for path in PROJECT.rglob("*") if path.is_file()):
        inside = path.relative_to(PROJECT)
        about = {*inside.parts, *inside.name.split(".")} & set(known)
        if about <= set(chosen):
            name = inside.as_posix().replace(f"README.{chosen[0]}.", "README.")
            text = path.suffix in (".yml", ".md")
            yield name, _in_languages(path.read_text("utf-8"), chosen, known).encode() if text else path.read_bytes()


def _in_languages(text: str, chosen: Sequence[str], known: Sequence[str]) -> str:
    """A file's text in the chosen languages, in their order."""
    code = "|".join(map(re.escape, known))
    neighbours = re.compile(rf"(?:^ +(?:- {{locale: )?(?:{code})[:,].*\n)+", re.MULTILINE)
    one = re.compile(rf"^ +(?:- {{locale: )?({code})\b.*\n", re.MULTILINE)

    def in_order(found: re.Match[str]) -> str:
        lines = {line[1]: line[0] for line in one.finditer(found[0])}
        return "".join(lines[each] for each in chosen if each in lines)

    text = neighbours.sub(in_order, text)
    if len(chosen) == 1:  # there is nothing to compare, and nothing to translate
        text = re.sub(r"^translation: draft\n", "", text.replace(", parity", ""), flags=re.MULTILINE)
    text = re.sub(rf"\blanguages: \[(?:(?:{code})[, ]*)+\]", f"languages: [{', '.join(chosen)}]", text)
    # MkDocs has one language by default: the first
    return text.replace(", default: true", "").replace(
        f"locale: {chosen[0]}, name", f"default: true, locale: {chosen[0]}, name"
    )
