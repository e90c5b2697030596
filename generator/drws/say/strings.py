"""What the interface says: the `strings.yml` of the theme and of each of its subjects, every language side by side, keyed by place and role."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

from babel import Locale
from babel.dates import format_date, format_skeleton

from drws.kernel.problem import Place, Problem
from drws.read.reader import Folder, read_value
from drws.read.theme import Theme

STATES = ("draft", "reviewed")
"""What `translation` at the top of the file can say."""

Forms = str | Mapping[str, str]
"""A sentence, or one for each plural category of the language (CLDR: zero, one, two, few, many, other) and for exact numbers (`=4`)."""


@dataclass(frozen=True, slots=True)
class Strings:
    """What the interface says, in every language."""

    entries: Mapping[str, Mapping[str, Forms]]
    is_draft: bool = False
    """Has no translator read them yet?"""

    def say(self, key: str, language: str, /, **values: Any) -> str:  # noqa: ANN401  whatever the sentence needs
        """The words for `key`. `n` chooses the plural form. Raises KeyError for a key that does not exist: that is our own mistake."""
        said = self.entries[key][language]
        if not isinstance(said, str):
            said = said.get(f"={values['n']}") or said.get(_plural_rule(language)(values["n"])) or said["other"]
        return said.format(**values) if values else said

    def forms(self, key: str, language: str) -> Mapping[str, str]:
        """The words for `key` with the names of their plural forms, for scripts, which choose as `say` does. Words without forms are `other`."""
        said = self.entries[key][language]
        return {"other": said} if isinstance(said, str) else said

    def language_name(self, code: str, language: str) -> str:
        """What `language` calls the language of a code (CLDR)."""
        return Locale.parse(code).get_language_name(language) or code

    def section(self, prefix: str, language: str) -> dict[str, str]:
        """All words whose key starts with `prefix.`, by the rest of the key."""
        return {
            key.removeprefix(f"{prefix}."): str(forms[language])
            for key, forms in self.entries.items()
            if key.startswith(f"{prefix}.")
        }


@cache
def date_in_words(language: str, year: int, month: int = 0, day: int = 0) -> str:
    """A date as exactly as it is known: *21 Tachwedd 2026*, *November 2026*, *2026*."""
    if not month:
        return str(year)
    if not day:
        return format_skeleton("yMMMM", date(year, month, 1), locale=language)
    return format_date(date(year, month, day), "d MMMM y", locale=language)


def read_strings(theme: Theme, languages: tuple[str, ...]) -> tuple[Strings | None, list[Problem]]:
    """Read the strings of the theme and of its subjects, and check that each is there once and in every language, plural forms included.

    What a project says in a language takes the place of what the package says there; in other languages the package's words stay.
    """
    if not theme.layers[-1].path.is_dir():
        return None, [Problem(Place(theme.layers[-1].path.as_posix(), line=1, column=1), "tools.theme")]
    entries: dict[str, Mapping[str, Forms]] = {}
    owners: dict[str, str] = {}
    problems: list[Problem] = []
    is_draft = False
    for folder in reversed(theme.layers):
        own: dict[str, str] = {}
        for path in _files(folder, is_whole=folder is theme.layers[-1]):
            file = folder.logical(path)
            value, found = read_value(path, folder)
            problems += found
            if not isinstance(value, dict):
                problems += [] if found else [Problem(Place(file), "type.record")]
                continue
            problems += _state_problems(translation := value.pop("translation", ""), file)
            is_draft = is_draft or translation == "draft"
            for key, said in value.items():
                if key in own:
                    problems.append(Problem(Place(file, (key,), key=True), "text.key-twice", {"file": own[key]}))
                forms = {**entries.get(key, {}), **said} if isinstance(said, dict) else said
                own[key], entries[key] = file, cast("Mapping[str, Forms]", forms)
        owners |= own
    problems += [
        problem for key, file in owners.items() for problem in _form_problems(key, entries[key], file, languages)
    ]
    problems += [
        Problem(Place(f"{theme.layers[0].name}/strings.yml"), "text.missing-key", {"name": name, "language": code})
        for name, code in _missing_about(languages, entries)
    ]
    return None if problems else Strings(entries, is_draft=is_draft), problems


def languages_of(strings: Strings) -> tuple[str, ...]:
    """The languages that have words for every key, in the order in which they stand beside one another."""
    said = list(strings.entries.values())
    return tuple(code for code in said[0] if all(code in forms for forms in said)) if said else ()


def _files(folder: Folder, *, is_whole: bool) -> list[Path]:
    """The files of strings in a folder of the theme: the shared one, which a whole theme has, and those of the subjects."""
    shared = folder.path / "strings.yml"
    return [*([shared] if is_whole or shared.exists() else []), *sorted(folder.path.glob("*/strings.yml"))]


def _state_problems(translation: object, file: str) -> list[Problem]:
    """What is wrong with the state of a file's translation."""
    if translation in STATES:
        return []
    values = {"value": translation, "known": ", ".join(STATES)}
    return [Problem(Place(file, ("translation",)), "value.choice", values)]


def _form_problems(key: str, forms: object, file: str, languages: tuple[str, ...]) -> list[Problem]:
    """What is missing of a string: a language, or a plural form of one."""
    if not isinstance(forms, dict):
        return [Problem(Place(file, (key,)), "text.one-language")]
    problems = [
        Problem(Place(file, (key,), key=True), "text.missing-language", {"language": code})
        for code in languages
        if not forms.get(code)
    ]
    for code, said in forms.items():
        if isinstance(said, dict) and code in languages:
            missing = sorted(_categories(code) - set(said))
            problems += [
                Problem(Place(file, (key, code)), "text.plural", {"name": category, "language": code})
                for category in missing
            ]
    return problems


def _missing_about(languages: tuple[str, ...], strings: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Keys that say something about one language, `only_in.cy`, and that another language of the site lacks."""
    about = {
        key.rpartition(".")[0]
        for key, forms in strings.items()
        if isinstance(forms, dict) and key.rpartition(".")[2] in forms
    }
    return [
        (f"{prefix}.{code}", code)
        for prefix in sorted(about)
        for code in languages
        if f"{prefix}.{code}" not in strings
    ]


@cache
def _plural_rule(language: str) -> Any:  # noqa: ANN401  Babel's rule is a callable without a public type
    return Locale.parse(language).plural_form


def _categories(language: str) -> set[str]:
    return {*_plural_rule(language).rules, "other"}
