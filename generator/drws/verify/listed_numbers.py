"""Every number that a page rings or texts is in the list of all numbers, `data/numbers.json`: whoever checks numbers there, a person or a program, has all of them, with whose they are and how sure each is."""

import json
from collections.abc import Iterator
from typing import Any

from drws.kernel.problem import Problem
from drws.verify.numbers import numbers_of
from drws.verify.site import BuiltSite, place_of

ID = "listed-numbers"

NAME = "data/numbers.json"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every number that the list does not have, on each page."""
    listed = _listed(site)
    for path, document in site.documents.items():
        for number in sorted(numbers_of(document) - listed):
            yield Problem(place_of(path), "verify.unlisted-number", {"value": number, "name": f"site/{NAME}"})


def _listed(site: BuiltSite) -> frozenset[str]:
    """What the list has. Nothing where there is none; another verifier tells of one that is no JSON."""
    if NAME not in site.files:
        return frozenset()
    try:
        numbers: Any = json.loads(site.content(NAME))["numbers"]
        return frozenset(str(each["uri"]).partition("?")[0] for each in numbers)
    except (ValueError, KeyError, TypeError):
        return frozenset()
