"""Telephone numbers and mailboxes that are those of one person, or that cost whoever rings."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from drws.domains.website.personal_data.finding import Finding
from drws.kernel.values import numbers_in

KINDS = {"mobile": "mobile", "pager": "mobile", "personal_number": "premium_rate", "premium_rate": "premium_rate"}
"""What a kind of number means here. Numbering plans know of which kind a number is, those of each country (libphonenumber)."""

_MAILBOX = re.compile(r"(?<![\w.%+'-])[\w.%+'-]+@(?P<host>[\w-]+(?:\.[\w-]+)+)")


def telephone_numbers(words: str, country: str) -> Iterator[Finding]:
    """Mobile numbers, and those that cost more than a call."""
    for text, kind in numbers_in(words, country):
        if what := KINDS.get(kind):
            yield Finding(what, text)


def mailboxes(words: str) -> Iterator[Finding]:
    """Mailboxes where people have their own."""
    for found in _MAILBOX.finditer(words):
        if found["host"].lower() in _hosts():
            yield Finding("mailbox", found[0])


@cache
def _hosts() -> frozenset[str]:
    text = files(__package__).joinpath("mailbox_hosts.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
