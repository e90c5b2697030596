"""What the interface says, every language side by side, keyed by place and role.

The `strings.yml` of the theme and of each of its subjects speak for any partnership. `data/strings.yml` has what one site says instead.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from babel import Locale

from drws.kernel.problem import Place, Problem, nearest
from drws.read.reader import Folder, read_value, read_values
from drws.read.theme import Theme
from drws.read.tree import Value

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
        spoken = self.language_of(key, language)
        said = self.entries[key][spoken]
        if not isinstance(said, str):
            said = said.get(f"={values['n']}") or said.get(_plural_rule(spoken)(values["n"])) or said["other"]
        return said.format(**values) if values else said

    def language_of(self, key: str, language: str) -> str:
        """The language in which `key` is said on a page in `language`: another one where the words are missing in a language that is there in part."""
        forms = self.entries[key]
        return language if language in forms else next(iter(forms))

    def about(self, key: str, code: str, language: str) -> str:
        """A sentence about the language of a code: the site's own, `only_in.cy`, where it has one, or else the one for any language, `only_in`."""
        own = f"{key}.{code}"
        if own in self.entries:
            return self.say(own, language)
        return self.say(key, language, language=self.language_name(code, language))

    def forms(self, key: str, language: str) -> Mapping[str, str]:
        """The words for `key` with the names of their plural forms, for scripts, which choose as `say` does. Words without forms are `other`."""
        said = self.entries[key][self.language_of(key, language)]
        return {"other": said} if isinstance(said, str) else said

    def language_name(self, code: str, language: str) -> str:
        """What `language` calls the language of a code (CLDR)."""
        return _language_name(code, language)

    def section(self, prefix: str, language: str) -> dict[str, str]:
        """All words whose key starts with `prefix.`, by the rest of the key."""
        return {
            key.removeprefix(f"{prefix}."): str(forms[self.language_of(key, language)])
            for key, forms in self.entries.items()
            if key.startswith(f"{prefix}.")
        }


@cache
def _language_name(code: str, language: str) -> str:
    return Locale.parse(code, sep="-").get_language_name(language) or code


@cache
def date_in_words(language: str, year: int, month: int = 0, day: int = 0) -> str:
    """A date as exactly as it is known: *21 Tachwedd 2026*, *November 2026*, *2026*."""
    if not month:
        return str(year)
    # It looks for the time zone of the machine when it is imported, and `drws check` says no date.
    from babel.dates import format_date, format_skeleton  # noqa: PLC0415

    if not day:
        return format_skeleton("yMMMM", date(year, month, 1), locale=language)
    return format_date(date(year, month, day), "d MMMM y", locale=language)


def read_strings(
    theme: Theme, languages: tuple[str, ...], data: Path | None = None, partial: frozenset[str] = frozenset()
) -> tuple[Strings | None, list[Problem]]:
    """Read the strings of the theme and of its subjects, and those of `data`, in all languages when none is named.

    What a project says in a language takes the place of what the package says there; in other languages the package's words stay. Checks
    that each is there once and in every language but those that are there in part, plural forms included.
    """
    if not theme.layers[-1].path.is_dir():
        return None, [Problem(Place(theme.layers[-1].path.as_posix(), line=1, column=1), "tools.theme")]
    reading = _Reading(languages, partial)
    for folder in reversed(theme.layers):
        reading.read(_files(folder, is_whole=folder is theme.layers[-1]), folder)
    if data and (data / "strings.yml").exists():
        reading.read_own(data / "strings.yml", Folder(data, "data"))
    problems = [*reading.problems, *reading.gaps()]
    return None if problems else Strings(reading.entries, is_draft=reading.is_draft), problems


def languages_of(strings: Strings) -> tuple[str, ...]:
    """The languages that have words for every key, in the order in which they stand beside one another."""
    said = list(strings.entries.values())
    return tuple(code for code in said[0] if all(code in forms for forms in said)) if said else ()


def _files(folder: Folder, *, is_whole: bool) -> list[Path]:
    """The files of strings in a folder of the theme: the shared one, which a whole theme has, and those of the subjects."""
    shared = folder.path / "strings.yml"
    return [*([shared] if is_whole or shared.exists() else []), *sorted(folder.path.glob("*/strings.yml"))]


@dataclass
class _Reading:
    """Reads file after file and collects what goes wrong."""

    languages: tuple[str, ...]
    partial: frozenset[str]
    entries: dict[str, Mapping[str, Forms]] = field(default_factory=dict)
    files: dict[tuple[str, str], str] = field(default_factory=dict)
    """By key and language, the file that says it; for the language ``, the file that has the key."""
    problems: list[Problem] = field(default_factory=list)
    is_draft: bool = False

    def read(self, paths: Sequence[Path], folder: Folder) -> None:
        """The files of a folder of the theme: a key stands in one of them."""
        owners: dict[str, str] = {}
        for path, read in zip(paths, read_values(paths, folder), strict=True):
            file = folder.logical(path)
            for key, forms in self._keys(read, file):
                if key in owners:
                    self.problems.append(
                        Problem(Place(file, (key,), key=True), "text.key-twice", {"file": owners[key]})
                    )
                self._take(key, forms, file)
                owners[key] = file

    def read_own(self, path: Path, folder: Folder) -> None:
        """The file of the site: its words are filled in with the same values as the theme's."""
        file = folder.logical(path)
        for key, forms in self._keys(read_value(path, folder), file):
            theirs = key if key in self.entries else key.rpartition(".")[0]
            if theirs not in self.entries or (theirs != key and key.rpartition(".")[2] not in self.languages):
                near = nearest(key, self.entries)
                self.problems.append(Problem(Place(file, (key,), key=True), "text.not-in-theme", {"nearest": near}))
            elif found := [*_misfits(key, forms, self.entries[theirs], file), *self._one_sided(key, forms, file)]:
                self.problems += found
            else:
                self._take(key, forms, file)

    def _one_sided(self, key: str, forms: object, file: str) -> Iterator[Problem]:
        """Languages in which the theme would go on saying what the site says otherwise."""
        said = set(forms) if isinstance(forms, dict) else set(self.languages)
        for code in self.languages if said & self.entries.get(key, {}).keys() else ():
            if code not in said and code not in self.partial:
                yield Problem(Place(file, (key,), key=True), "text.missing-language", {"language": code})

    def gaps(self) -> Iterator[Problem]:
        """What is missing of all that was read: a language, or a plural form of one."""
        for key, forms in self.entries.items():
            for code in self.languages:
                if code not in forms and code not in self.partial:
                    place = Place(self.files[key, ""], (key,), key=True)
                    yield Problem(place, "text.missing-language", {"language": code})
            for code, said in forms.items():
                for category in sorted(_categories(code) - set(said)) if isinstance(said, dict) else ():
                    place = Place(self.files[key, code], (key, code))
                    yield Problem(place, "text.plural", {"name": category, "language": code})

    def _keys(self, read: tuple[Value | None, list[Problem]], file: str) -> list[tuple[str, Any]]:
        value, found = read
        self.problems += found
        if not isinstance(value, dict):
            self.problems += [] if found else [Problem(Place(file), "type.record")]
            return []
        translation = value.pop("translation", "reviewed" if len(self.languages) == 1 else "")
        self.problems += _state_problems(translation, file)
        self.is_draft = self.is_draft or translation == "draft"
        return list(value.items())

    def _take(self, key: str, forms: Any, file: str) -> None:  # noqa: ANN401  whatever was typed
        if isinstance(forms, str) and len(self.languages) == 1:
            forms = {self.languages[0]: forms}
        if not isinstance(forms, dict):
            self.problems.append(Problem(Place(file, (key,)), "text.one-language"))
            return
        merged = {**self.entries.get(key, {}), **{code: said for code, said in forms.items() if said}}
        self.entries[key] = {code: merged[code] for code in self.languages or merged if code in merged}
        self.files[key, ""] = file
        for code in forms:
            self.files[key, code] = file


def _state_problems(translation: object, file: str) -> list[Problem]:
    """What is wrong with the state of a file's translation."""
    if translation in STATES:
        return []
    values = {"value": translation, "known": ", ".join(STATES)}
    return [Problem(Place(file, ("translation",)), "value.choice", values)]


def _misfits(key: str, forms: object, theirs: Mapping[str, Forms], file: str) -> Iterator[Problem]:
    """What keeps words of a site from taking the place of the theme's."""
    counted = any(isinstance(said, dict) for said in theirs.values())
    known = {name for said in _sentences(theirs) for name in _filled_in(said) or ()}
    for step, said in _columns(forms):
        if not _is_said(said, counted=counted):
            yield Problem(Place(file, (key, step)), "type.text")
    for *where, said in _sentences_at(forms):
        names = _filled_in(said)
        if names is None or not names <= known:
            listed = ", ".join(f"{{{name}}}" for name in sorted(known)) or "–"
            yield Problem(Place(file, (key, *where)), "text.filled-in", {"known": listed})


def _columns(forms: object) -> list[tuple[str, object]]:
    """What somebody typed for each language."""
    return list(forms.items()) if isinstance(forms, dict) else []


def _is_said(said: object, *, counted: bool) -> bool:
    """Is it a sentence, or where something is counted, a sentence for each form?"""
    if isinstance(said, dict):
        return counted and all(isinstance(form, str) for form in said.values())
    return isinstance(said, str)


def _sentences(forms: Mapping[str, Forms]) -> Iterator[str]:
    """Every sentence of a string, in every language and form."""
    for said in forms.values():
        yield from [said] if isinstance(said, str) else said.values()


def _sentences_at(forms: object) -> Iterator[tuple[str, ...]]:
    """Every sentence of a string that somebody typed, behind the way to it."""
    if isinstance(forms, str):
        yield (forms,)
    elif isinstance(forms, dict):
        for step, inner in forms.items():
            yield from ((step, *rest) for rest in _sentences_at(inner))


def _filled_in(sentence: str) -> set[str] | None:
    """The names of the values that a sentence is filled in with; None where its braces cannot be read."""
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        return None
    return {name if not (form or conversion) else f"{name}!" for _, name, form, conversion in parts if name is not None}


@cache
def _plural_rule(language: str) -> Any:  # noqa: ANN401  Babel's rule is a callable without a public type
    return Locale.parse(language, sep="-").plural_form


def _categories(language: str) -> set[str]:
    return {*_plural_rule(language).rules, "other"}
