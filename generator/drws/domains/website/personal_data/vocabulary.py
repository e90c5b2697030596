"""The words behind which personal things stand, as patterns: `words.yml` beside this module."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast

from drws.read import tree

GAP = r"[\s.\u2010-\u2013-]?"
"""Between groups of digits: a blank of whichever width, a hyphen or a dash, a full stop, or nothing."""
FARTHEST = 25
"""Characters between such words and what they are about."""


@cache
def patterns() -> Mapping[str, re.Pattern[str]]:
    """For each kind, what finds its words and, as the group `it`, what stands behind them."""
    lists = _lists()
    limit, equals = _either(lists["limit"]), rf"(?:\s*[:=]\s*|\s+{_either(lists['is'])}\s+)[\"'“‘`]?"
    between = rf"(?:(?!\b{limit}\b)[^\d;.]){{0,{FARTHEST}}}?"
    behind = {
        "birth_date": rf"{between}(?P<it>{_date(limit)})",
        "bank_account": rf"{between}(?P<it>\d(?:{GAP}\d){{5,11}})(?!\w)",
        "password": rf"{equals}(?P<it>\S{{4,}})",
        "token": rf"{equals}(?P<it>[\w./+=-]{{16,}})",
    }
    return {
        kind: re.compile(rf"(?<!\w){_either(lists[kind])}(?!\w)\.?{pattern}", re.IGNORECASE)
        for kind, pattern in behind.items()
    }


@cache
def announcing(*kinds: str) -> tuple[str, ...]:
    """The words of kinds, in small letters, with each apostrophe."""
    words = (word.lower() for kind in kinds for word in _lists()[kind])
    return tuple(dict.fromkeys(form for word in words for form in (word, word.replace("’", "'"))))


def _date(limit: str) -> str:
    """A day, however it is written: the names of months are whatever stands there."""
    word = rf"(?!{limit}\b)\w+"
    return (
        r"\d{1,4}[./ -]\d{1,2}[./ -]\d{2,4}"  # 12/03/1984, 1984-03-12
        rf"|\d{{1,2}}\w{{0,4}}\s+(?:{word}\s+){{0,2}}{word},?\s+(?:19|20)\d\d"  # 12th of March 1984
        rf"|{word}\s+\d{{1,2}}\w{{0,2}},?\s+(?:19|20)\d\d"  # March 12, 1984
    )


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    """The words of each kind in all languages."""
    text = files(__package__).joinpath("words.yml").read_text("utf-8")
    value, problems = tree.parse(text, "words.yml")
    if problems:
        raise ValueError(problems)
    lists = cast("dict[str, dict[str, list[str]]]", value)
    return {
        kind: tuple(word for words in by_language.values() for word in words) for kind, by_language in lists.items()
    }


def _either(words: tuple[str, ...]) -> str:
    """A pattern for any of them, the longest first, with whichever apostrophe and blanks."""
    escaped = (
        re.escape(each).replace("’", "['’]").replace(r"\ ", r"\s+") for each in sorted(words, key=len, reverse=True)
    )
    return f"(?:{'|'.join(escaped)})"
