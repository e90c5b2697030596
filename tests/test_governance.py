"""Bodies, posts and who answers to whom: right on every day, drawn as they are written, and changed only where they are shown."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator.clock import today
from generator.exports.popolo import export
from generator.load import Sources, load
from generator.model.governance import answering_to, answers_to, bodies_in, phase_of, seats
from generator.model.site import Site
from generator.output import Output, gather_output
from generator.pages.chart_parts import Box, Drawing, Line, Node, Tier
from generator.pages.chart_tall import tall
from generator.pages.chart_wide import wide
from generator.problems import errors

if TYPE_CHECKING:
    from tests.conftest import Example

ROOT = Path(__file__).parent.parent
SCHEMAS = ROOT.parent / "shared" / "standards" / "popolo" / "schemas"
BOARD = "data/bodies/bwrdd-llywio.yml"
POST = "data/posts/cydlynydd.yml"

Words: TypeAlias = Callable[[str, date], str]


def site_of(example: "Example", day: date) -> Site:
    """The example on a day."""
    loaded = example.load(day)
    assert loaded.site
    assert not errors(loaded.problems), example.lines(loaded.problems)
    return loaded.site


@pytest.fixture
def words(buildable: "Example") -> Words:
    """The words of a page of the example on a day, without building the rest."""

    def read(name: str, day: date) -> str:
        output, problems = gather_output(buildable.load(day), buildable.sources, buildable.work)
        assert output, problems
        plan = next(plan for plan in output.plans if (plan.name, plan.language) == (name, "en"))
        return " ".join(LexborHTMLParser(output.renderer.render(plan)).css("main")[0].text(separator=" ").split())

    return read


# ── as it stands on a day ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "phases"),
    [
        (date(2025, 11, 21), ["current", "current", "ended", "future"]),
        (date(2026, 3, 31), ["current", "current", "ended", "future"]),
        (date(2026, 4, 1), ["current", "current", "ended", "current"]),
    ],
)
def test_a_membership_is_what_it_is_on_the_day(example: "Example", day: date, phases: list[str]) -> None:
    """It begins on its first day, not the day before."""
    site = site_of(example, day)
    assert [seat.phase.value for seat in seats(site.bodies["bwrdd-llywio"], site)] == phases


@pytest.mark.parametrize(
    ("period", "phases"),
    [
        ({"start_date": "2016", "end_date": "2025-10"}, {"ended"}),
        ({"start_date": "2027"}, {"future"}),
    ],
)
def test_nobody_sits_on_a_body_that_is_not_there(example: "Example", period: dict[str, str], phases: set[str]) -> None:
    """All are former members of a former body, and future members of a future one, whatever their own dates leave open."""
    memberships = [{"post_id": "cydlynydd"}, {"id": "rhieni", "label": {"cy": "Rhieni", "en": "Parents"}}]
    example.change({BOARD: {"period": period, "memberships": memberships}})
    site = site_of(example, date(2025, 11, 21))
    body = site.bodies["bwrdd-llywio"]
    assert {seat.phase.value for seat in seats(body, site)} == {phase_of(body, site).value} == phases


@pytest.mark.parametrize(
    ("end", "day", "is_vacant"),
    [
        ("2026-01-31", date(2026, 1, 31), False),
        ("2026-01-31", date(2026, 2, 1), True),
        ("2026-01", date(2026, 1, 31), False),
        ("2026", date(2026, 12, 31), False),
        ("2026", date(2027, 1, 1), True),
    ],
)
def test_a_post_is_vacant_after_the_last_day_of_its_holder(
    example: "Example", end: str, day: date, *, is_vacant: bool
) -> None:
    """A date known in part counts to the last day that it can mean."""
    holder = {"person": "Nia Enghraifft", "end_date": end, "sources": [{"document": "cytundeb-bach"}]}
    example.change({POST: {"holders": [holder]}})
    site = site_of(example, day)
    seat = seats(site.bodies["bwrdd-llywio"], site)[0]
    assert seat.is_vacant is is_vacant
    assert [holder.person for holder in seat.holders] == ([] if is_vacant else ["Nia Enghraifft"])


@pytest.mark.parametrize(
    ("membership", "held_by"),
    [
        ({"start_date": "2019-04", "end_date": "2020-12"}, ["Nia Enghraifft"]),
        ({"start_date": "2020", "end_date": "2025-03"}, ["Nia Enghraifft", "Tomos Enghraifft"]),
        ({"end_date": "2018"}, []),
        ({"start_date": "2019-04"}, ["Tomos Enghraifft"]),
        ({"start_date": "2030"}, ["Tomos Enghraifft"]),
    ],
)
def test_a_seat_names_those_who_held_the_post_then(
    example: "Example", membership: dict[str, str], held_by: list[str]
) -> None:
    """Whoever holds the post today did not sit there in the years of another."""
    example.change({BOARD: {"memberships": [{"post_id": "cydlynydd", **membership}]}})
    site = site_of(example, date(2025, 11, 21))
    assert [holder.person for holder in seats(site.bodies["bwrdd-llywio"], site)[0].holders] == held_by


def test_a_post_that_every_region_has_is_not_called_vacant(example: "Example") -> None:
    """One holder of many is known to have left; the others are not known."""
    holder = {"person": "Nia Enghraifft", "end_date": "2024", "sources": [{"document": "cytundeb-bach"}]}
    example.change({POST: {"holders": [holder], "one_in_each": "region"}})
    site = site_of(example, date(2025, 11, 21))
    assert not seats(site.bodies["bwrdd-llywio"], site)[0].is_vacant


def test_a_post_of_which_nobody_knows_the_holder_is_not_called_vacant(example: "Example") -> None:
    """Nobody knows is another thing than nobody is there."""
    example.change({POST: {"holders": []}})
    site = site_of(example, date(2025, 11, 21))
    assert not seats(site.bodies["bwrdd-llywio"], site)[0].is_vacant


def test_the_page_says_it(words: Words) -> None:
    """Who has come is among the members, and no longer among those still to come."""
    before, after = (words("body:bwrdd-llywio", day) for day in (date(2026, 3, 31), date(2026, 4, 1)))
    assert "Members still to come Young people" in before
    assert "Members still to come" not in after
    assert "Young people attends, not a member; from 1 April 2026" in after


def test_a_body_that_has_ended_leaves_the_chart(buildable: "Example", words: Words) -> None:
    """Its page stays, and says so; who answered to it stays without it."""
    assert "The Steering Board" in words("structure", date(2025, 12, 31))
    buildable.change({BOARD: {"period": {"end_date": "2025-12"}, "memberships": [{"post_id": "cydlynydd"}]}})
    assert "The Steering Board" in words("structure", date(2025, 12, 31))
    assert "The Steering Board" not in words("structure", date(2026, 1, 1))
    assert "This body has come to an end." in words("body:bwrdd-llywio", date(2026, 1, 1))


# ── who answers to whom ──────────────────────────────────────────────────────────────────────────────────────────────


def test_a_region_has_its_own_body_or_what_every_region_has(example: "Example") -> None:
    """The region’s own body stands in the place of its pattern, and answers as the pattern does."""
    site = site_of(example, date(2025, 11, 21))
    assert [body.id for body in bodies_in(site.regions["dyffryn"], site)] == ["grwp-dyffryn"]
    assert [body.id for body in bodies_in(site.regions["ynys-las"], site)] == ["grwp-llywio"]
    own = site.bodies["grwp-dyffryn"]
    assert [each.id for each in answers_to(own, site)] == ["bwrdd-llywio", "cydlynydd"]
    assert own in answering_to(site.posts["cydlynydd"], site)


def test_in_a_region_one_answers_to_its_own_body(example: "Example") -> None:
    """A post that answers to a pattern answers, in a region, to the region’s body of that kind."""
    example.change({POST: {"answers_to_ids": ["grwp-llywio"], "one_in_each": "region"}, BOARD: {"answers_to_ids": []}})
    example.change({"data/bodies/grwp-llywio.yml": {"answers_to_ids": ["bwrdd-llywio"]}})
    site = site_of(example, date(2025, 11, 21))
    post = site.posts["cydlynydd"]
    above = {
        id_: [each.id for each in answers_to(post, site, region)] for id_, region in [*site.regions.items(), ("", None)]
    }
    assert above == {"dyffryn": ["grwp-dyffryn"], "ynys-las": ["grwp-llywio"], "": ["grwp-llywio"]}


# ── the chart ────────────────────────────────────────────────────────────────────────────────────────────────────────


def node(key: str, *above: str, name: str = "Bwrdd", note: str = "") -> Node:
    """Someone in a chart."""
    return Node(key, name, None, note, f"/{key}/", "body", is_settled=True, above=above)


def overlap(one: Box, other: Box) -> bool:
    """Do two boxes lie over each other?"""
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def crossed(drawing: Drawing, line: Line) -> list[str]:
    """The boxes whose inside a line goes through. Paths are of M, H and V with absolute numbers."""
    x, y, found = 0, 0, []
    for step in line.path.replace("M", " M").replace("H", " H").replace("V", " V").split(" M")[1:]:
        for part in ("M" + step).replace("M", "\nM").replace(" H", "\nH").replace(" V", "\nV").split("\n")[1:]:
            old = x, y
            if part[0] == "M":
                x, y = map(int, part[1:].split())
                continue
            x, y = (int(part[1:]), y) if part[0] == "H" else (x, int(part[1:]))
            left, right, top, bottom = *sorted((old[0], x)), *sorted((old[1], y))
            found += [
                box.node.key
                for box in drawing.boxes
                if left < box.x + box.width and right > box.x and top < box.y + box.height and bottom > box.y
            ]
    return found


@pytest.mark.parametrize("layout", [tall, wide])
def test_the_chart_of_many_stands_in_its_place(layout: Callable[[list[Tier]], Drawing]) -> None:
    """Boxes lie beside one another and inside, lines go through none, whoever answers to whom, and to two at once."""
    tiers = [
        Tier(
            "A",
            [node("a"), node("b", "a", name="Llanfair" * 9), node("c", "b", "a"), node("d", "j", "e", note="x " * 60)],
        ),
        Tier("B", [node("e", "b", "d"), node("f", "e", "g"), node("g", "a"), node("h", "f", "c")]),
        Tier("C", []),
        Tier("D", [node("k", "i"), node("i", "a", "b", "c", "d", "e", "f", "g", "h"), node("j", "gone")]),
    ]
    drawing = layout(tiers)
    assert [band.name for band in drawing.bands] == ["A", "B", "D"]
    assert [box.node.key for box in drawing.boxes] == list("abcdefhgikj")
    assert all(words.x < box.right - 5 * len(words.text) for box in drawing.boxes for words in (*box.name, *box.note))
    assert not any(overlap(one, other) for one in drawing.boxes for other in drawing.boxes if one is not other)
    assert all(
        box.x >= 0 and box.right <= drawing.width and box.y + box.height <= drawing.height for box in drawing.boxes
    )
    assert len(drawing.lines) == sum(len(each.above) for tier in tiers for each in tier.nodes) - 1
    assert [crossed(drawing, line) for line in drawing.lines if crossed(drawing, line)] == []


@pytest.fixture(scope="module")
def real(built: "Example") -> Output:
    """The real pages, planned."""
    sources = Sources(ROOT / "data", ROOT / "content", ROOT / "theme")
    output, problems = gather_output(load(sources, today()), sources, built.work)
    assert output, problems
    return output


@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_drawing_and_the_words_say_the_same(real: Output, language: str) -> None:
    """On the chart of all and of each region: the same names, addresses and notes, in the same order; and nothing sticks out."""
    pages = [plan for plan in real.plans if plan.template == "pages/structure.html" and plan.language == language]
    assert len(pages) == 1 + len(real.site.regions)
    for plan in pages:
        html = LexborHTMLParser(real.renderer.render(plan))
        said = [
            (
                " ".join([_words(link), _words(note).partition(_ANSWERS[language])[0].rstrip("; ")]).strip(),
                link.attributes["href"],
            )
            for item in html.css(".outline li")
            for link, note in [
                (
                    item.css("a")[0],
                    next((child for child in item.iter() if child.attributes.get("class") == "outline__note"), None),
                )
            ]
        ]
        for shape, drawing in (("tall", plan.view.chart.tall), ("wide", plan.view.chart.wide)):
            drawn = [
                (_words(box), box.attributes["href"])
                for box in html.css(f".structure-chart__drawing--{shape} .structure-chart__box")
            ]
            assert drawn == said, plan.path
            lines = sum(len(box.node.above) for box in drawing.boxes)
            assert len(drawing.lines) == lines == sum(len(note.css("a")) for note in html.css(".outline__note"))
            assert [crossed(drawing, line) for line in drawing.lines if crossed(drawing, line)] == []
            assert all(words.x + len(words.text) * 6 < box.right for box in drawing.boxes for words in box.name)


_ANSWERS = {"cy": "yn atebol i:", "en": "answers to:"}


def _words(part: Any) -> str:
    return " ".join(part.text(separator=" ").split()) if part else ""


def test_every_region_says_what_is_not_confirmed(real: Output) -> None:
    """Only one region’s bodies are on record: the others are drawn as every region is to be, with a broken border."""
    site = real.site
    for region in site.regions.values():
        patterns = {body.id for body in bodies_in(region, site) if body.in_each_region and not body.is_lead_authority}
        plan = next(plan for plan in real.plans if plan.name == f"structure:{region.id}")
        broken = {box.node.key for box in plan.view.chart.tall.boxes if not box.node.is_settled}
        assert broken == patterns
        assert bool(patterns) is (region.id != "vale-valleys-cardiff")


# ── Popolo ───────────────────────────────────────────────────────────────────────────────────────────────────────────


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


@pytest.mark.parametrize("of", ["the example", "the real site"])
def test_popolo_names_only_what_is_in_it(real: Output, built: "Example", of: str) -> None:
    """Each id stands for one thing, and whatever one thing names is there."""
    exported = dict(export(real.site, real.plans, real.addresses))["en/popolo.json"]
    made = popolo(built.site, "en") if of == "the example" else json.loads(exported)
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
    output, problems = gather_output(loaded, buildable.sources, buildable.work)
    assert output, problems
    made = json.loads(dict(export(output.site, output.plans, output.addresses))["en/popolo.json"])
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
    assert buildable.build().is_published
    assert ids(popolo(buildable.site, "cy")) == ids(popolo(built.site, "cy"))
    assert popolo(buildable.site, "cy") != popolo(built.site, "cy")


@pytest.mark.parametrize("language", ["cy", "en"])
def test_popolo_agrees_with_its_schemas(real: Output, built: "Example", language: str) -> None:
    """The official schemas (JSON Schema draft 3) find nothing, in the real file and in the example’s. They are not part of the project."""
    if not SCHEMAS.is_dir():
        pytest.skip(f"NOT VALIDATED against the schemas of Popolo: they are not at {SCHEMAS}")
    jsonschema = pytest.importorskip("jsonschema")
    referencing = pytest.importorskip("referencing")
    specification = referencing.jsonschema.DRAFT3
    read = [json.loads(path.read_text("utf-8")) for path in sorted(SCHEMAS.glob("*.json"))]
    registry = referencing.Registry().with_resources((s["id"], specification.create_resource(s)) for s in read)
    exported = dict(export(real.site, real.plans, real.addresses))[f"{language}/popolo.json"]
    for made in (json.loads(exported), popolo(built.site, language)):
        assert set(made) == {"organizations", "posts", "persons", "memberships", "events"}
        for kind, things in made.items():
            schema = next(s for s in read if s["id"].endswith(f"/{kind[:-1]}.json#"))
            validator = jsonschema.Draft3Validator(schema, registry=registry)
            assert [error.message for thing in things for error in validator.iter_errors(thing)] == []
    assert json.loads(exported)["memberships"]


# ── one line changes what shows it, and nothing else ─────────────────────────────────────────────────────────────────


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


@pytest.mark.parametrize("what", CHANGES)
def test_one_line_changes_exactly_the_pages_that_show_it(buildable: "Example", built: "Example", what: str) -> None:
    """In every language; neither the sitemap nor `build-info.json` nor any other page, whose dates are those of the build's day."""
    files, expected = CHANGES[what]
    for name, (old, new) in files.items():
        text = (buildable.root / name).read_text("utf-8")
        assert text.count(old) == 1
        buildable.change({name: text.replace(old, new)})
    assert buildable.build().is_published
    loaded = built.load()
    assert loaded.addresses
    by_file = {
        path + ("" if path.endswith(".json") else "index.html"): name
        for (name, _), path in loaded.addresses.paths.items()
    }
    changed = [by_file.get(name, name) for name in _differing(built.site, buildable.site)]
    assert sorted(changed) == sorted([*expected, *expected]), "each of them in both languages"


def _differing(one: Path, other: Path) -> list[str]:
    """The files that two sites do not share, or whose bytes differ."""
    files = [
        {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (one, other)
    ]
    return [name for name in sorted(files[0].keys() | files[1].keys()) if files[0].get(name) != files[1].get(name)]
