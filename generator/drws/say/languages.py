"""What is known of a language beyond its words: a package for its code, where there is one.

Such a package stands in the entry point group `drws.languages`. A language without one is searched with the stemmer that Pagefind has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import EntryPoints, entry_points, metadata
from typing import Any, Protocol, cast

from babel import Locale, UnknownLocaleError

from drws.kernel.problem import Place, Problem, Severity


class SearchKeys(Protocol):
    """The keys of the words of a site."""

    @property
    def of(self) -> Mapping[str, frozenset[str]]:
        """The keys of each word."""

    @property
    def forms(self) -> Mapping[str, frozenset[str]]:
        """What a query may hold, folded, and the keys it stands for, where the rules alone would not find them."""


class Grammar(Protocol):
    """What a language's package has. It may have more: who uses a part asks for that part. `parted`, for one, puts a bar into a folded
    text wherever two letters only look like one letter of the alphabet, and `mutated` gives what becomes of a word when its first letter changes.
    """

    edition: Callable[[], str]
    """A text that changes with everything that the answers below depend on."""
    words: Callable[[str], Iterator[str]]
    """The words of a text, in lower case."""
    clitics: frozenset[str]
    """What hangs on a word by an apostrophe, folded, and is no word of a query."""
    search_keys: Callable[[Iterable[str]], SearchKeys]
    """The keys of every word of a site."""
    search_rules: Mapping[str, Any]
    """What a browser needs besides the forms: values that JSON can hold."""

    def listed(self, words: Sequence[str], *, mutate: bool = False) -> str:
        """Several words as a list in a sentence. With `mutate` the last may change, as names of places do and names of bodies do not."""


@cache
def is_known(code: str) -> bool:
    """Does CLDR know how the language counts, and how it writes a date?"""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


@cache
def direction_of(code: str) -> str:
    """The direction of a language's script as HTML says it: `ltr` or `rtl` (CLDR)."""
    return str(Locale.parse(code, sep="-").text_direction) if is_known(code) else "ltr"


def other_countries(code: str, own: str) -> list[str]:
    """The names of all countries but one's own in a language, in the order of their codes. `own` is a code: `GB`. None for a language that
    CLDR does not know.
    """
    if not is_known(code):
        return []
    territories = Locale.parse(code, sep="-").territories
    return [
        name
        for territory, name in sorted(territories.items())
        if territory.isalpha()
        and len(territory) == len("GB")
        and territory not in (own, "EU", "EZ", "UN", "ZZ", "XA", "XB")
    ]


def packages() -> frozenset[str]:
    """The packages that know a language."""
    return frozenset(each.module.partition(".")[0] for each in _grammars())


@cache
def grammar_of(code: str) -> Grammar | None:
    """The grammar of a language, or None where no package knows it."""
    return next((cast("Grammar", each.load()) for each in _grammars() if each.name == code), None)


@cache
def _grammars() -> EntryPoints:
    """What packages bring. What is installed stays so while a program runs, and looking through all of it takes a while."""
    return entry_points(group="drws.languages")


def packages_missing(codes: Iterable[str]) -> list[Problem]:
    """The languages of a site for which Drws names a package (`drws[cy]`) that is not installed. The site can be built, and reads worse."""
    named = metadata("drws").get_all("Provides-Extra") or []
    return [
        Problem(
            Place(f"data/languages/{code}.yml", line=1, column=1), "tools.language", {"code": code}, Severity.WARNING
        )
        for code in codes
        if code in named and code not in _grammars().names
    ]
