"""Numbers and dates of a text, in a form that does not depend on its language: what has to be the same in every language."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale

from drws.say.languages import grammar_of, is_known

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DIGITS = re.compile(r"[0-9]+")
GROUPED = re.compile(r"(?<=[0-9])[.,\u00a0\u202f](?=[0-9]{3}(?![0-9]))")
"""The sign between thousands, whichever a language has."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or a month beside one: the same in two languages when its value is."""

    value: str
    written: str = field(compare=False)
    """As the text has it."""


def quantities(text: str, language: str) -> Counter[Quantity]:
    """The numbers of a text, and the months beside them: `3 May 2024` and `3 Mai 2024` have the same."""
    if not DIGITS.search(text):
        return Counter()
    found = Counter(Quantity(number, number) for number in DIGITS.findall(GROUPED.sub("", text)))
    if months := _months(language):
        names = (match[1] or match[2] for match in months.pattern.finditer(text))
        found.update(Quantity(f"month {months.numbers[name]}", name) for name in names)
    return found


class _Months(NamedTuple):
    """The months of a language."""

    pattern: re.Pattern[str]
    """What finds one beside a number. As the language writes it: `may` is no month."""
    numbers: Mapping[str, int]
    """By every form of their names."""


@cache
def _months(language: str) -> _Months | None:
    """None for a language that CLDR does not know."""
    if not is_known(language):
        return None
    mutated: Callable[[str], Iterable[str]] = getattr(grammar_of(language), "mutated", lambda _word: ())
    numbers: dict[str, int] = {}
    for number, name in Locale.parse(language, sep="-").months["format"]["wide"].items():
        others = mutated(name.lower())
        numbers |= dict.fromkeys((name, *(each.capitalize() if name.istitle() else each for each in others)), number)
    either = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    return _Months(re.compile(rf"(?<=[0-9])\S{{0,3}}\s+({either})\b|\b({either})(?=,?\s+[0-9])"), numbers)
