"""Read what the interface says.

The `strings.yml` of the theme and of each of its subjects speak for any partnership. `data/strings.yml` has what one site says instead.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any

from drws.kernel.problem import Place, Problem, nearest
from drws.read.reader import Folder, of_each, read_value
from drws.read.theme import Theme
from drws.read.tree import Value
from drws.say.strings import Forms, Strings, plural_categories

STATES = ("draft", "reviewed")
"""What `translation` at the top of the file can say."""


def read_strings(
    theme: Theme, languages: tuple[str, ...], data: Path | None = None, partial: frozenset[str] = frozenset()
) -> tuple[Strings | None, list[Problem]]:
    """Read the strings of the theme and of its subjects, and those of `data`, in all languages when none is named.

    What a project says in a language takes the place of what the package says there; in other languages the package's words stay. Checks
    that each is there once and in every language but those that are there in part, plural forms included.
    """
    if not theme.layers[-1].path.is_dir():
        return None, [Problem(Place(theme.layers[-1].path.as_posix(), line=1, column=1), "tools.theme")]
    needed = [code for code in languages if code not in partial]
    entries: dict[str, Mapping[str, Forms]] = {}
    layers: list[_Layer] = []
    for folder in reversed(theme.layers):
        paths = _files(folder, is_whole=folder is theme.layers[-1])
        layers.append(_of_theme(paths, folder, languages))
        _lay_over(entries, layers[-1], languages)
    if data and (data / "strings.yml").exists():
        layers.append(_of_site(data / "strings.yml", Folder(data, "data"), entries, languages, needed))
        _lay_over(entries, layers[-1], languages)
    problems = [*(problem for layer in layers for problem in layer.problems), *_gaps(entries, layers, {*needed})]
    return None if problems else Strings(entries, is_draft=any(layer.is_draft for layer in layers)), problems


def _files(folder: Folder, *, is_whole: bool) -> list[Path]:
    """The files of strings in a folder of the theme: the shared one, which a whole theme has, and those of the subjects."""
    shared = folder.path / "strings.yml"
    return [*([shared] if is_whole or shared.exists() else []), *sorted(folder.path.glob("*/strings.yml"))]


@dataclass(slots=True)
class _Layer:
    """What a folder of the theme says, or the file of a site."""

    entries: dict[str, Mapping[str, Forms]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    """By key, the file that says it."""
    counted: set[str] = field(default_factory=set)
    """The keys that have words for several numbers of things."""
    problems: list[Problem] = field(default_factory=list)
    is_draft: bool = False

    def take(self, key: str, forms: Any, file: str, languages: Sequence[str]) -> None:  # noqa: ANN401  whatever was typed
        """Note what a file says, in these languages or in all."""
        self.files[key] = file
        if isinstance(forms, str) and len(languages) == 1:
            forms = {languages[0]: forms}
        if isinstance(forms, dict):
            self.entries[key] = {code: said for code in languages or forms if (said := forms.get(code))}
            if any(isinstance(said, dict) for said in forms.values()):
                self.counted.add(key)
        else:
            self.problems.append(Problem(Place(file, (key,)), "text.one-language"))

    def keys(
        self, read: tuple[Value | None, list[Problem]], file: str, languages: Sequence[str]
    ) -> Iterable[tuple[str, Any]]:
        """Every key of a file and what stands behind it, when what the file says about its translation is noted."""
        value, found = read
        self.problems += found
        if not isinstance(value, dict):
            self.problems += [] if found else [Problem(Place(file), "type.record")]
            return ()
        translation = value.pop("translation", "reviewed" if len(languages) == 1 else "")
        self.problems += _state_problems(translation, file)
        self.is_draft = self.is_draft or translation == "draft"
        return value.items()

    def add(self, other: "_Layer") -> None:
        """Take all of another file of the same folder. A key stands in one of them."""
        self.problems += other.problems
        for key in other.files if not self.files.keys().isdisjoint(other.files) else ():
            if key in self.files:
                values = {"file": self.files[key]}
                self.problems.append(Problem(Place(other.files[key], (key,), key=True), "text.key-twice", values))
        self.entries |= other.entries
        self.files |= other.files
        self.counted |= other.counted
        self.is_draft = self.is_draft or other.is_draft


def _of_theme(paths: Sequence[Path], folder: Folder, languages: Sequence[str]) -> _Layer:
    """The files of a folder of the theme. What an earlier run made of one is not made again."""
    layer = _Layer()
    for each in of_each(paths, folder, lambda path: _of_file(path, folder, languages), _Layer, languages):
        layer.add(each)
    return layer


def _of_file(path: Path, folder: Folder, languages: Sequence[str]) -> _Layer:
    """One file of the theme."""
    layer, file = _Layer(), folder.logical(path)
    for key, forms in layer.keys(read_value(path, folder), file, languages):
        layer.take(key, forms, file, languages)
    return layer


def _of_site(
    path: Path,
    folder: Folder,
    theirs: Mapping[str, Mapping[str, Forms]],
    languages: Sequence[str],
    needed: Sequence[str],
) -> _Layer:
    """The file of the site: its words are filled in with the same values as the theme's."""
    layer = _Layer()
    file = folder.logical(path)
    for key, forms in layer.keys(read_value(path, folder), file, languages):
        # `only_in.cy` is about a language, where the theme has `only_in`.
        known, dot, code = (key, "", "") if key in theirs else key.rpartition(".")
        if known not in theirs or (dot and code not in languages):
            near = nearest(key, theirs)
            layer.problems.append(Problem(Place(file, (key,), key=True), "text.not-in-theme", {"nearest": near}))
        elif found := [
            *_misfits(key, forms, theirs[known], file),
            *_one_sided(key, forms if isinstance(forms, dict) else languages, theirs.get(key, ()), file, needed),
        ]:
            layer.problems += found
        else:
            layer.take(key, forms, file, languages)
    return layer


def _lay_over(entries: dict[str, Mapping[str, Forms]], layer: _Layer, languages: Sequence[str]) -> None:
    """What a layer says in a language takes the place of what is said there so far."""
    said = {key: {**entries[key], **layer.entries[key]} for key in entries.keys() & layer.entries.keys()}
    entries |= layer.entries
    entries |= {key: {code: forms[code] for code in languages or forms if code in forms} for key, forms in said.items()}


def _gaps(
    entries: Mapping[str, Mapping[str, Forms]], layers: Sequence[_Layer], needed: AbstractSet[str]
) -> Iterator[Problem]:
    """What is missing of all that was read: a language, or a plural form of one."""
    for key in [key for key, forms in entries.items() if not forms.keys() >= needed]:
        file = next(layer.files[key] for layer in reversed(layers) if key in layer.files)
        for code in sorted(needed - entries[key].keys()):
            yield Problem(Place(file, (key,), key=True), "text.missing-language", {"language": code})
    for key in sorted(frozenset().union(*(layer.counted for layer in layers))):
        for code, said in entries[key].items():
            for category in sorted(plural_categories(code) - said.keys()) if isinstance(said, dict) else ():
                file = next(layer.files[key] for layer in reversed(layers) if code in layer.entries.get(key, ()))
                yield Problem(Place(file, (key, code)), "text.plural", {"name": category, "language": code})


def _one_sided(
    key: str, said: Collection[str], theirs: Collection[str], file: str, needed: Sequence[str]
) -> Iterator[Problem]:
    """Languages in which the theme would go on saying what the site says otherwise."""
    for code in needed if any(each in theirs for each in said) else ():
        if code not in said:
            yield Problem(Place(file, (key,), key=True), "text.missing-language", {"language": code})


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
