"""An object of the feeds in every language that has it, read as fields of a record: plain values as they would be typed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from drws.domains.open_referral.importing.found import Found
from drws.read.tree import Value

MARKS = frozenset({"id", "x_record", "x_in_language", "x_awaited", "x_alternate", "x_assurance", "x_withheld"})
"""What an object says about itself. It is read with the rest, or follows from it."""


@dataclass(eq=False)
class Told:
    """What the feeds say of one thing."""

    kind: str
    """What it is, or the list that it is part of."""
    by_language: Mapping[str, Found]
    languages: tuple[str, ...]
    """Those of the site."""
    taken: set[str] = field(default_factory=set)
    """The names of what a record took over."""
    inside: dict[str, list["Told"]] = field(default_factory=dict)
    """The parts that were looked at, by the name of their list."""
    differing: set[str] = field(default_factory=set)
    """What is no text, and not the same in each language."""

    @cached_property
    def first(self) -> Found:
        """It as the first language has it."""
        return next(iter(self.by_language.values()))

    @property
    def id(self) -> str:
        """Its id in the feeds."""
        return str(self.first.value.get("id", ""))

    @property
    def record(self) -> tuple[str, str]:
        """The kind and the id of the record of which it was made, where a site of ours made it."""
        kind, _, id_ = str(self.first.value.get("x_record", "")).partition(":")
        return kind, id_

    @property
    def is_ours(self) -> bool:
        """Was it made by a site of ours?"""
        return bool(self.record[1])

    def has(self, name: str) -> bool:
        """Is there something of this name?"""
        return any(found.value.get(name) not in (None, "", [], {}) for found in self.by_language.values())

    def plain(self, name: str) -> Any:  # noqa: ANN401  whatever the feed holds
        """A value that is no text: the same in every language."""
        self.taken.add(name)
        values = [found.value.get(name) for found in self.by_language.values()]
        if any(each != values[0] for each in values):
            self.differing.add(name)
        return next((each for each in values if each not in (None, "", [], {})), None)

    def words(self, name: str) -> str | None:
        """The same as it would be typed."""
        value = self.plain(name)
        if isinstance(value, bool):
            return "true" if value else "false"
        return None if value is None or isinstance(value, list | dict) else str(value)

    def strings(self, name: str) -> list[str]:
        """A list of words."""
        value = self.plain(name)
        return [str(each) for each in value] if isinstance(value, list) else []

    def text(self, name: str) -> Value | None:
        """A text in the languages that have it."""
        said = dict(self._said(name))
        if len(self.languages) > 1 and said.keys() >= set(self.languages) and len(set(said.values())) == 1:
            return {"same": said[self.languages[0]]}
        awaited = {each: reason for each, reason in self._awaited(name).items() if each not in said}
        return {**said, **({"awaited": awaited} if awaited else {})} or None

    def link(self, name: str) -> Value | None:
        """The address of a page in the languages in which it is."""
        return dict(self._said(name)) or None

    def names(self, name: str) -> Value | None:
        """Names by language, `{en: [Sir Gâr]}`."""
        value = self.plain(name)
        lists = value.items() if isinstance(value, dict) else ()
        return {code: list(map(str, each)) for code, each in lists if code in self.languages and isinstance(each, list)}

    def parts(self, name: str) -> list["Told"]:
        """What is in a list, each with what the other languages have under the same id, or else at the same place."""
        self.taken.add(name)
        if name in self.inside:
            return self.inside[name]
        lists = {code: _numbered(found, name) for code, found in self.by_language.items()}
        keys = dict.fromkeys(key for each in lists.values() for key in each)
        self.inside[name] = [
            Told(name, {code: each[key] for code, each in lists.items() if key in each}, self.languages) for key in keys
        ]
        return self.inside[name]

    def ids_in(self, name: str) -> list[str]:
        """The ids of what is in a list, and that is read by itself."""
        self.taken.add(name)
        every = (each for found in self.by_language.values() for each in objects(found.value.get(name)))
        return list(dict.fromkeys(str(each["id"]) for each in every if "id" in each))

    def part(self, name: str) -> "Told | None":
        """What stands alone in a field."""
        self.taken.add(name)
        found = {
            code: Found(inner, each.file, (*each.path, name))
            for code, each in self.by_language.items()
            if isinstance(inner := each.value.get(name), dict)
        }
        return Told(name, found, self.languages) if found else None

    def left(self) -> Iterator[tuple[str, str, Found]]:
        """What nobody took: the kind, the name of the field, and where it stands."""
        for found in self.by_language.values():
            for name, value in found.value.items():
                if name not in self.taken | MARKS and value not in (None, "", [], {}):
                    yield self.kind, name, found
        for each in chain.from_iterable(self.inside.values()):
            yield from each.left()

    def unlike(self) -> Iterator[tuple[str, str, Found]]:
        """What is not the same in each language, although it is no text."""
        yield from ((self.kind, name, self.first) for name in sorted(self.differing))
        for each in chain.from_iterable(self.inside.values()):
            yield from each.unlike()

    def _said(self, name: str) -> Iterator[tuple[str, str]]:
        """The words of a field by their language: those that say that they are in another are left to it."""
        self.taken.add(name)
        for code in self.languages:
            found = self.by_language.get(code)
            value = found.value.get(name) if found else None
            if (
                found
                and isinstance(value, str)
                and value.strip()
                and _mapping(found, "x_in_language").get(name, code) == code
            ):
                yield code, value

    def _awaited(self, name: str) -> dict[str, Value]:
        reasons: dict[str, dict[str, Any]] = {}
        for code, found in self.by_language.items():
            for each in objects(_mapping(found, "x_awaited").get(name)):
                reason = reasons.setdefault(str(each.get("language")), {"reason": {}, "since": str(each.get("since"))})
                reason["reason"][code] = str(each.get("reason"))
        return dict(reasons)


def objects(value: object) -> list[dict[str, Any]]:
    """The objects of a list, or none where there is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _mapping(found: Found, name: str) -> Mapping[str, Any]:
    value = found.value.get(name)
    return value if isinstance(value, dict) else {}


def _numbered(found: Found, name: str) -> dict[str, Found]:
    """The objects of a list by id, or by their number where they have none."""
    value = found.value.get(name)
    return {
        str(each.get("id") or number): Found(each, found.file, (*found.path, name, number))
        for number, each in enumerate(value if isinstance(value, list) else ())
        if isinstance(each, dict)
    }
