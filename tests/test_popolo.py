"""Bodies, posts, memberships and meetings in the form of Popolo."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from drws.build.output import gather_output
from drws.domains.diary.popolo.export import export
from drws.planning.export import Publication

if TYPE_CHECKING:
    from tests.example import Example

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT.parent / "shared" / "standards" / "popolo" / "schemas"
BOARD = "data/bodies/bwrdd-llywio.yml"
POST = "data/posts/cydlynydd.yml"


def popolo(site: Path, language: str) -> dict[str, list[dict[str, Any]]]:
    """The file of a language."""
    return json.loads((site / language / "popolo.json").read_text("utf-8"))  # type: ignore[no-any-return]


def ids(made: Mapping[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """The ids of each class, in order."""
    return {kind: [each["id"] for each in things] for kind, things in made.items()}


def test_the_ids_of_popolo_are_those_of_the_records_in_every_language(built: "Example") -> None:
    """Other programs join the two files by them."""
    welsh, english = popolo(built.site, "cy"), popolo(built.site, "en")
    assert ids(welsh) == ids(english)
    assert {each["id"] for each in english["memberships"]} >= {"bwrdd-llywio:cydlynydd", "bwrdd-llywio:rhieni"}
    assert welsh["organizations"][0]["name"] == "Y Bwrdd Llywio"


def test_popolo_names_only_what_is_in_it(built: "Example") -> None:
    """Each id stands for one thing, and whatever one thing names is there."""
    made = popolo(built.site, "en")
    every = [id_ for kind in ids(made).values() for id_ in kind]
    named = {
        value for things in made.values() for thing in things for name, value in thing.items() if name.endswith("_id")
    }
    assert len(every) == len(set(every))
    assert named
    assert named - set(every) == set()


def test_who_holds_a_post_twice_is_in_popolo_twice(buildable: "Example") -> None:
    """Two memberships with one id would be one."""
    holders = [
        {"person": "Nia", "start_date": start, "end_date": end, "sources": [{"document": "cytundeb-bach"}]}
        for start, end in (("2019", "2020"), ("2022", "2023"))
    ]
    buildable.change({POST: {"holders": holders}})
    loaded = buildable.load()
    made_of, problems = gather_output(loaded, buildable.work)
    assert made_of, problems
    made = json.loads(dict(export(Publication(made_of.planners, made_of.plans)))["en/popolo.json"]())
    assert [each["id"] for each in made["memberships"] if each["id"].startswith("cydlynydd:")] == [
        "cydlynydd:nia",
        "cydlynydd:nia:2",
    ]


def test_the_ids_of_popolo_stay_when_words_and_dates_change(buildable: "Example", built: "Example") -> None:
    """Other programs hold on to them."""
    text = (buildable.root / BOARD).read_text("utf-8")
    for old, new in {
        "en: The Steering": "en: The New",
        "label: {cy: Rhieni": "label: {cy: Y rhieni",
        "2019-04}": "2019-05}",
    }.items():
        assert old in text
        text = text.replace(old, new)
    buildable.change({BOARD: text})
    buildable.show(["cy/popolo.json"])
    assert ids(popolo(buildable.site, "cy")) == ids(popolo(built.site, "cy"))
    assert popolo(buildable.site, "cy") != popolo(built.site, "cy")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_popolo_agrees_with_its_schemas(built: "Example", language: str) -> None:
    """The official schemas (JSON Schema draft 3) find nothing, in the file of the example. They are not part of the project."""
    if not SCHEMAS.is_dir():
        pytest.skip(f"NOT VALIDATED against the schemas of Popolo: they are not at {SCHEMAS}")
    jsonschema = pytest.importorskip("jsonschema")
    referencing = pytest.importorskip("referencing")
    specification = referencing.jsonschema.DRAFT3
    read = [json.loads(path.read_text("utf-8")) for path in sorted(SCHEMAS.glob("*.json"))]
    registry = referencing.Registry().with_resources((s["id"], specification.create_resource(s)) for s in read)
    made = popolo(built.site, language)
    assert set(made) == {"organizations", "posts", "persons", "memberships", "events"}
    for kind, things in made.items():
        schema = next(s for s in read if s["id"].endswith(f"/{kind[:-1]}.json#"))
        validator = jsonschema.Draft3Validator(schema, registry=registry)
        assert [error.message for thing in things for error in validator.iter_errors(thing)] == []
