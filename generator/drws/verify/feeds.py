"""The Open Referral feeds hang together: lists count what is in them, ids lead to something, addresses to pages, and each language has the same records."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from drws.domains.open_referral.addresses import FOLDER, folder
from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "feeds"

PAGES = ("url", "x_url", "term_uri")
"""The fields of services, organizations and terms with the address of their page on this site."""
WITH_A_PAGE = ("services", "organizations", "taxonomy_terms")


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every list that miscounts, every id and address that leads nowhere, and records that are in some of the languages only."""
    if not any(name.startswith(f"{FOLDER}/") for name in site.files):
        return  # the site does without them
    ids: dict[str, set[str]] = {}
    for language in site.languages:
        for name in ("index.json", "bundle.json", "services.json"):
            if f"{folder(language)}/{name}" not in site.files:
                yield Problem(place_of(f"{folder(language)}/{name}"), "verify.absent")
        named: dict[str, set[str]] = {}
        ids[language] = set()
        for name, answer in _answers(f"{folder(language)}/", site):
            found = _ids_in(answer)
            ids[language] |= found.of_objects
            named[name] = found.named
            yield from _list(name, answer, site)
            yield from _addresses(name, answer, language, site)
        for name, values in named.items():
            for value in sorted(values - ids[language]):
                yield Problem(place_of(name), "verify.dangling-id", {"value": value})
    everywhere = set.intersection(*ids.values())
    for language, own in ids.items():
        if only := sorted(own - everywhere):
            place = place_of(f"{folder(language)}/bundle.json")
            yield Problem(place, "verify.one-language", {"value": only[0], "count": len(only)})


def _answers(prefix: str, site: BuiltSite) -> Iterator[tuple[str, Any]]:
    """The name of each file that can be read, and what it says; one after the other: a large feed takes far more memory than its files have
    bytes (benchmarks/memory.py). Any other file is told as one that is none.
    """
    for name in sorted(name for name in site.files if name.startswith(prefix) and name.endswith(".json")):
        try:
            yield name, json.loads(site.content(name))
        except ValueError:
            continue


def _list(name: str, answer: Any, site: BuiltSite) -> Iterator[Problem]:  # noqa: ANN401
    """What the envelope of a list says of it (HSDS API reference, “Lists”), and the file of each of its objects."""
    contents = answer.get("contents") if isinstance(answer, dict) else None
    if not isinstance(contents, list):
        return
    if not answer.get("total_items") == answer.get("size") == len(contents):
        yield Problem(place_of(name), "verify.miscounted", {"value": answer.get("total_items"), "count": len(contents)})
    below = name.partition("/by-")[0].removesuffix(".json")
    for each in _objects(contents):
        file = f"{below}/{each.get('id')}.json"
        if file not in site.files:
            yield Problem(place_of(name), "verify.broken-link", {"value": file})


def _addresses(name: str, answer: Any, language: str, site: BuiltSite) -> Iterator[Problem]:  # noqa: ANN401
    """The page of a record, in the language of the feed, and its files in each language."""
    if not isinstance(answer, dict):
        return
    parts = (answer.get(name) for name in ("contents", *WITH_A_PAGE))
    for each in (answer, *(each for part in parts for each in _objects(part))):
        for value in (str(each[field]) for field in PAGES if field in each):
            document = site.documents.get(site.file_of(value, "")[0] or "")
            if document is None or document.language != language:
                yield Problem(place_of(name), "verify.broken-link", {"value": value})
        alternates = each.get("x_alternate")
        for value in alternates.values() if isinstance(alternates, dict) else ():
            if site.file_of(str(value), "")[0] not in site.files:
                yield Problem(place_of(name), "verify.broken-link", {"value": value})


def _objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401  JSON
    """The objects of a list, or nothing where there is none."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


class _Ids(NamedTuple):
    """The ids in a file of a feed, however deep."""

    of_objects: set[str]
    """Those that say what an object is called."""
    named: set[str]
    """Those by which one object names another."""


def _ids_in(answer: Any) -> _Ids:  # noqa: ANN401  JSON
    """Every id in what a file says."""
    found = _Ids(set(), set())
    below = [answer]
    while below:
        value = below.pop()
        if isinstance(value, list):
            below += value
        elif isinstance(value, dict):
            for name, each in value.items():
                if isinstance(each, (dict, list)):
                    below.append(each)
                elif isinstance(each, str) and name == "id":
                    found.of_objects.add(each)
                elif isinstance(each, str) and name.endswith("_id"):
                    found.named.add(each)
    return found
