"""Numbers that stand for one person or one account: those that a country has, which the site names, and those of the whole world."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from stdnum import get_cc_module, iban, luhn

from drws.domains.website.personal_data.finding import Finding
from drws.domains.website.personal_data.vocabulary import FARTHEST, GAP
from drws.domains.website.settings import PersonalNumber

APART = r"(?<!\w)(?<!\d[\s.,/-])"
"""What stands before a number that is no part of a longer one."""
ENDED = r"(?!\w)(?![\s.,/-]?\d)"

_IBAN = re.compile(rf"(?<!\w)[A-Z]{{2}}\d{{2}}(?:{GAP}[A-Z0-9]{{4}}){{2,7}}(?:{GAP}[A-Z0-9]{{1,3}})?(?!\w)")
_CARD = re.compile(rf"{APART}[3-6]\d{{3}}(?:{GAP}\d{{4}}){{2}}{GAP}\d{{1,7}}{ENDED}")


def personal_numbers(words: str, known: Sequence[PersonalNumber]) -> Iterator[Finding]:
    """Those of the site's country."""
    for each in known:
        for found in _pattern(each.shape, _words_before(each)).finditer(words):
            if is_sound(found["it"], each.check_digits):
                yield Finding(each.id, found["it"])


def accounts(words: str) -> Iterator[Finding]:
    """Accounts and cards whose check digits are right."""
    for found in _IBAN.finditer(words):
        if iban.is_valid(found[0]):
            yield Finding("iban", found[0])
    for found in _CARD.finditer(words):
        if luhn.is_valid(re.sub(r"\D", "", found[0])):
            yield Finding("payment_card", found[0])


def is_sound(number: str, check_digits: str | None) -> bool:
    """Are its check digits right, where it has any?"""
    if check_digits is None:
        return True
    country, _, name = check_digits.partition(".")
    known = get_cc_module(country, name)
    return known is not None and known.is_valid(number)


def _words_before(number: PersonalNumber) -> tuple[str, ...]:
    return tuple(each for names in number.after.names.values() for each in names) if number.after else ()


@cache
def _pattern(shape: str, before: tuple[str, ...]) -> re.Pattern[str]:
    """Digits and letters by its shape. Between its groups there may be a gap."""
    signs = {"9": r"\d", "A": "[A-Z]", " ": GAP, "-": GAP}
    shape = "".join(signs[sign] for sign in shape)
    if not before:
        return re.compile(rf"{APART}(?P<it>{shape}){ENDED}", re.IGNORECASE)
    words = "|".join(map(re.escape, before))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)[^\d;.]{{0,{FARTHEST}}}?(?P<it>{shape})(?!\w)", re.IGNORECASE)
