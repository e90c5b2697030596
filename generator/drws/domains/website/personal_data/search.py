"""All kinds of personal data, looked for in everything that a site says.

A site has tens of thousands of short texts, and next to none has anything in it. So they are looked through together for hints, which is quick, and what is thorough is asked of those texts alone that have one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from drws.domains.website.personal_data import contacts
from drws.domains.website.personal_data.finding import Finding
from drws.domains.website.personal_data.numbers import accounts, personal_numbers
from drws.domains.website.personal_data.secrets import ADDRESS_KEYS, MARKS, OTHER_MARKS, keys, passwords
from drws.domains.website.personal_data.texts import Said
from drws.domains.website.personal_data.vocabulary import announcing, patterns
from drws.domains.website.settings import PersonalNumber

_APART = "\0\n"
"""Between texts. No text holds it."""
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\d(?:[^\d\0]{0,2}\d){5}")
"""Fewer are a year, a section, a price."""
_ADDRESS = re.compile(r"https?://\S+")


class Search:
    """What a site has to be looked through for."""

    def __init__(self, country: str, numbers: Sequence[PersonalNumber]) -> None:
        self.country, self.numbers = country, numbers

    def look(self, parts: Iterable[Iterable[Said]]) -> list[list[tuple[Said, Finding]]]:
        """Everything in each of some parts that looks as if it were about one person."""
        said = [list(part) for part in parts]
        hinted = _hinted({each.words for part in said for each in part})
        return [
            [
                (each, finding)
                for each in part
                if each.number_kind or each.words in hinted
                for finding in self._found_in(each)
            ]
            for part in said
        ]

    def _found_in(self, said: Said) -> Iterator[Finding]:
        if said.number_kind:
            if what := contacts.KINDS.get(said.number_kind):
                yield Finding(what, said.words)
            return
        yield from contacts.mailboxes(said.words)
        yield from keys(said.words)
        words = _ADDRESS.sub(" ", said.words)  # digits in addresses are those of pages
        yield from passwords(words)
        yield from contacts.telephone_numbers(words, self.country)
        yield from personal_numbers(words, self.numbers)
        yield from accounts(words)
        for kind in ("birth_date", "bank_account"):
            yield from (Finding(kind, found["it"]) for found in patterns()[kind].finditer(words))


def _hinted(texts: Iterable[str]) -> frozenset[str]:
    """Those with a hint in them. Nearly everything personal has a digit: words without one are asked for little."""
    numbered: list[str] = []
    plain: list[str] = []
    for text in texts:
        (numbered if _DIGIT.search(text) else plain).append(text)
    kinds = ("birth_date", "bank_account", "password", "token")
    return frozenset(
        (
            *_with(numbered, (_DIGITS, ADDRESS_KEYS), ("@", *MARKS, *OTHER_MARKS), announcing(*kinds)),
            *_with(plain, (ADDRESS_KEYS,), ("@", *OTHER_MARKS), announcing("password")),
        )
    )


def _with(
    texts: Sequence[str], patterns: Iterable[re.Pattern[str]], signs: Iterable[str], words: Iterable[str]
) -> Iterator[str]:
    """Those in which a pattern finds something, or that have one of the signs, or one of the words, which are in small letters."""
    together = _APART.join(texts)
    small = together.replace("İ", "I").lower()  # the one letter that is two when it is small: places have to fit
    starts = list(accumulate((len(each) + len(_APART) for each in texts), initial=0))
    literal = [
        (re.compile(re.escape(each)), text)
        for all_, text in ((signs, together), (words, small))
        for each in all_
        if each in text
    ]
    for pattern, text in chain(((pattern, together) for pattern in patterns), literal):
        for found in pattern.finditer(text):
            yield texts[bisect_right(starts, found.start()) - 1]
