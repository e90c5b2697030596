"""The tables that search reads first (`search/cy.json`) are there and say what they should, and every file that they name is there. A site that was built without search has none."""

import json
from collections.abc import Iterator
from typing import Any

from drws.kernel.problem import Problem
from drws.search.files import FOLDER
from drws.verify.site import BuiltSite, place_of

ID = "search-tables"

HAS = {"synonyms", "best_bets", "pages", "doors", "danger", "words", "places"}
"""What each table of a language has, whatever else it has."""
DANGER = "danger"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every table that is missing or hollow, and every file that one names in vain."""
    if not site.searched:
        return
    named: set[str] = set()
    for name in (DANGER, *site.searched, *_of_collections(site)):
        file = f"{FOLDER}/{name}.json"
        if file not in site.files:
            yield Problem(place_of(file), "verify.absent")
            continue
        table = _read(site, file)
        if table is None:
            continue  # told as a file that cannot be read
        if not isinstance(table, dict) or (name != DANGER and not table.keys() >= HAS) or not table:
            yield Problem(place_of(file), "verify.broken-file", {"value": "JSON"})
        named |= {f"{FOLDER}/{each}" for each in _named(table)}
    yield from (Problem(place_of(file), "verify.absent") for file in sorted(named - site.files))


def _of_collections(site: BuiltSite) -> Iterator[str]:
    """The tables of the collections that have an index: `policies/cy`."""
    folders = {
        name.split("/")[1]
        for name in site.files
        if name.startswith(f"{FOLDER}/") and name.endswith("/pagefind-entry.json")
    }
    yield from (f"{folder}/{language}" for folder in sorted(folders) for language in site.searched)


def _read(site: BuiltSite, file: str) -> Any:  # noqa: ANN401  whatever JSON can hold
    try:
        return json.loads(site.content(file))
    except ValueError:
        return None


def _named(table: Any) -> Iterator[str]:  # noqa: ANN401
    """The files that a table names: single ones, and folders with their names in one line."""
    match table:
        case {"folder": str(folder), "names": str(names), **_rest}:
            yield from (f"{folder}/{name}.json" for name in names.split(" "))
        case dict():
            yield from (file for each in table.values() for file in _named(each))
        case str() if table.endswith(".json"):
            yield table
