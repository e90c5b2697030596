"""What the interface says, every language side by side, keyed by place and role. `string_files.py` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from babel import Locale

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
        start = f"{prefix}."
        keys = [key for key in self.entries if key.startswith(start)]
        return {key.removeprefix(start): str(self.entries[key][self.language_of(key, language)]) for key in keys}


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


def languages_of(strings: Strings) -> tuple[str, ...]:
    """The languages that have words for every key, in the order in which they stand beside one another."""
    said = list(strings.entries.values())
    return tuple(code for code in said[0] if all(code in forms for forms in said)) if said else ()


@cache
def _plural_rule(language: str) -> Any:  # noqa: ANN401  Babel's rule is a callable without a public type
    return Locale.parse(language, sep="-").plural_form


@cache
def plural_categories(language: str) -> frozenset[str]:
    """The forms that words for a number of things have in a language (CLDR)."""
    return frozenset({*_plural_rule(language).rules, "other"})
