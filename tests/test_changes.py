"""One line of a record changes the pages that show it, and no other."""

from collections.abc import Mapping

import pytest

from drws.build.publish import MARK

from .example import Example

BOARD = "data/bodies/bwrdd-llywio.yml"
POST = "data/posts/cydlynydd.yml"


CHANGES = {
    "a chair": (
        {BOARD: ("{post_id: cydlynydd, role: chair, start", "{post_id: cydlynydd, role: co-chair, start")},
        {"body:bwrdd-llywio", "post:cydlynydd", "popolo"},
    ),
    "a date": (
        {BOARD: ("start_date: 2026-04-01", "start_date: 2026-05-01")},
        {"body:bwrdd-llywio", "popolo"},
    ),
    "who holds a post": (
        {POST: ("person: Tomos Enghraifft", "person: Tomos Engraff")},
        {"body:bwrdd-llywio", "body:grwp-dyffryn", "post:cydlynydd", "popolo"},
    ),
    "when a body began": (
        {BOARD: ("start_date: 2016}", "start_date: 2015}")},
        {"body:bwrdd-llywio", "organization:pont", "popolo"},
    ),
    "to whom a group answers": (
        {"data/bodies/grwp-llywio.yml": ("[bwrdd-llywio, cydlynydd]", "[bwrdd-llywio]")},
        {
            *("body:grwp-llywio", "body:grwp-dyffryn", "post:cydlynydd"),
            *("structure", "structure:dyffryn", "structure:ynys-las"),
        },
    ),
}


@pytest.fixture(scope="module")
def before(built: Example) -> Mapping[str, bytes]:
    """Every file of the site of the example."""
    return made(built)


def made(example: Example) -> Mapping[str, bytes]:
    """What each file of a site says."""
    return {name: make() for name, make in example.files().items()}


@pytest.mark.slow
@pytest.mark.parametrize("what", CHANGES)
def test_one_line_changes_exactly_the_pages_that_show_it(
    buildable: Example, built: Example, before: Mapping[str, bytes], what: str
) -> None:
    """In every language; neither the sitemap nor any other page, whose dates are those of the build's day. Only what stands for all sources changes too."""
    files, expected = CHANGES[what]
    for name, (old, new) in files.items():
        text = (buildable.root / name).read_text("utf-8")
        assert text.count(old) == 1
        buildable.change({name: text.replace(old, new)})
    after = made(buildable)
    loaded = built.load()
    assert loaded.addresses
    by_file = {
        path + ("" if path.endswith(".json") else "index.html"): name
        for (name, _), path in loaded.addresses.paths.items()
    }
    changed = [
        by_file.get(name, name)
        for name in before.keys() | after.keys()
        if before.get(name) != after.get(name) and name != MARK
    ]
    assert sorted(changed) == sorted([*expected, *expected]), "each of them in both languages"
