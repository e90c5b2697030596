"""A number and what is counted: the noun stays singular, and its first letter changes after some numbers.

After figures as after words: *2 ganlyniad*, *3 chanlyniad*, *3 tudalen*, *6 thudalen* (Peter Wynn Thomas, *Gramadeg y Gymraeg*, V; for
years and the categories, Unicode CLDR, `cy`). A noun that counts in a way of its own says so itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cymraeg.mutations import ASPIRATE, SOFT, changed

CATEGORIES: Mapping[str, int] = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 6, "other": 5}
"""The six plural categories of Welsh in CLDR, each with the smallest number that is in it. All numbers from 7 are in the last."""

UNCHANGED_BY_ONE = ("ll", "rh")
"""Letters that the soft mutation after *un* leaves alone: *un llaw*, *un rhaw*."""


@dataclass(frozen=True, slots=True)
class Noun:
    """Something that can be counted."""

    singular: str
    """The form after numbers, unchanged: *canlyniad*."""
    is_feminine: bool = False
    own: Mapping[int, str] = field(default_factory=dict)
    """Forms after certain numbers that no rule gives."""
    after_many: str = ""
    """The form after every number from 5 that `own` does not name, where that is another."""


def counted(number: int, noun: Noun) -> str:
    """A number, not negative, with its noun: *3 chanlyniad*. Raises ValueError for a negative one."""
    if number < 0:
        raise ValueError(f"nothing is there {number} times")
    return f"{number} {_form(number, noun)}"


def _form(number: int, noun: Noun) -> str:
    if number in noun.own:
        return noun.own[number]
    word = noun.after_many if noun.after_many and number > 4 else noun.singular  # noqa: PLR2004  pedair blynedd, pum mlynedd
    match number:
        case 1 if noun.is_feminine and not noun.singular.startswith(UNCHANGED_BY_ONE):
            return changed(word, SOFT)
        case 2:
            return changed(word, SOFT)
        case 3 if not noun.is_feminine:
            return changed(word, ASPIRATE)
        case 6:
            return changed(word, ASPIRATE)
    return word


def plural_forms(noun: Noun) -> Iterator[tuple[str, str]]:
    """What strings for translators need: each category, and each number (`=4`) that its category would get wrong, with its form."""
    for category, number in CATEGORIES.items():
        yield category, _form(number, noun)
    if _form(4, noun) != _form(CATEGORIES["other"], noun):
        yield "=4", _form(4, noun)


BLWYDDYN = Noun("blynedd", is_feminine=True, own={1: "flwyddyn", 2: "flynedd", 6: "blynedd"}, after_many="mlynedd")
"""A year, which has a form for counting: *blwyddyn, dwy flynedd, pedair blynedd, pum mlynedd, chwe blynedd*."""
