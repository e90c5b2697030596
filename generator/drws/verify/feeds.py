"""The Open Referral feeds hang together: lists count what is in them, ids lead to something, addresses to pages, and each language has the same records."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from drws.domains.open_referral.addresses import FOLDER, folder
from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "feeds"

PAGES = ("url", "x_url", "term_uri")
"""The fields of services, organizations and terms with the address of their page on this site."""
WITH_A_PAGE = ("services", "organizations", "taxonomy_terms")

Answers = Mapping[str, Any]
"""What is in each file of a feed, by its name."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every list that miscounts, every id and address that leads nowhere, and records that are in some of the languages only."""
    if not any(name.startswith(f"{FOLDER}/") for name in site.files):
        return  # the site does without them
    ids: dict[str, frozenset[str]] = {}
    for language in site.languages:
        answers = dict(_answers(f"{folder(language)}/", site))
        for name in ("index.json", "bundle.json", "services.json"):
            if f"{folder(language)}/{name}" not in site.files:
                yield Problem(place_of(f"{folder(language)}/{name}"), "verify.absent")
        ids[language] = frozenset(_ids(answers))
        for name, answer in answers.items():
            yield from _list(name, answer, site)
            yield from _references(name, answer, ids[language])
            yield from _addresses(name, answer, language, site)
    everywhere = frozenset.intersection(*ids.values())
    for language, own in ids.items():
        if only := sorted(own - everywhere):
            place = place_of(f"{folder(language)}/bundle.json")
            yield Problem(place, "verify.one-language", {"value": only[0], "count": len(only)})


def _answers(prefix: str, site: BuiltSite) -> Iterator[tuple[str, Any]]:
    """The files that can be read. Any other is told as one that is none."""
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


def _references(name: str, answer: Any, ids: frozenset[str]) -> Iterator[Problem]:  # noqa: ANN401
    """Each id that stands for nothing, once."""
    named = {value for _, value in _fields(answer, "_id")}
    for value in sorted(named - ids):
        yield Problem(place_of(name), "verify.dangling-id", {"value": value})


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


def _ids(answers: Answers) -> Iterator[str]:
    """The id of every object."""
    for answer in answers.values():
        yield from (value for name, value in _fields(answer, "id") if name == "id")


def _fields(value: Any, ending: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401  JSON
    """Every field, however deep, whose name ends so and that holds words."""
    if isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, str):
                if name.endswith(ending):
                    yield name, each
            else:
                yield from _fields(each, ending)
    elif isinstance(value, list):
        for each in value:
            yield from _fields(each, ending)
