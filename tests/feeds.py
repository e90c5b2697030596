"""The Open Referral feeds of an example, without its pages: what each file would hold."""

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from drws.build.plans import planners
from drws.domains.open_referral.export import export
from drws.planning.export import Publication

from .example import AS_OF, ROOT

if TYPE_CHECKING:
    from tests.example import Example

Answers = dict[str, Any]
STANDARDS = Path(os.environ.get("DRWS_STANDARDS") or ROOT.parent / "shared" / "standards")
"""Where the schemas of others lie that are not part of the project (docs/open-data.md, “Checking the feeds”)."""


def feeds(example: "Example", as_of: date = AS_OF) -> dict[str, bytes]:
    """Every file of the feeds in each language."""
    loaded = example.load(as_of)
    assert loaded.site
    assert loaded.strings
    assert loaded.addresses
    made = planners(loaded.site, loaded.strings, loaded.addresses, loaded.domains)
    return {name: content() for name, content in export(Publication(made, ()))}


def answers(files: dict[str, bytes], language: str) -> Answers:
    """The answers of the API in a language, by the names that it has: `services`, `services/<id>`."""
    prefix = f"data/oruk/v3/{language}/"
    return {
        name.removeprefix(prefix).removesuffix(".json"): json.loads(content)
        for name, content in files.items()
        if name.startswith(prefix)
    }


def by_record(told: Answers, kind: str) -> dict[str, Any]:
    """The objects of the bundle that were made of records of a kind, by the ids of these."""
    named = ((each.get("x_record", ""), each) for each in objects(told["bundle"]))
    return {name.partition(":")[2]: each for name, each in named if name.startswith(f"{kind}:")}


def objects(value: Any) -> Iterator[dict[str, Any]]:
    """Every object, however deep, that has an id."""
    if isinstance(value, dict):
        if "id" in value:
            yield value
        for each in value.values():
            yield from objects(each)
    elif isinstance(value, list):
        for each in value:
            yield from objects(each)
