"""Where authorities are: the real table is right about every postcode, in Python and in the browser's own script.

Every postcode of the areas that have any of ours is looked up. `make geography` looks up those of the whole country before it writes.
"""

import gzip
import json
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import shapely

from drws.domains.directory.finder.geography import Geography
from drws.domains.directory.organization.record import Authority
from drws.geography.package import Row, find
from drws.geography.table import area_of
from drws.kernel.problem import Place
from drws.kernel.site import Site
from drws.system.node import node

from .real import site as real_records

if TYPE_CHECKING:
    from tests.example import Example

ROOT = Path(__file__).parent.parent
OURS = 141_198
"""Postcodes in one of the 22 authorities, ended ones included: the edition of January 2026 (MADE_FROM)."""
MADE_FROM = "2026.1.1"
MOST_BYTES = 5_000
"""What the table may weigh on its way, compressed."""
MOST_DRAWN = 8_500
"""Characters of all outlines together."""


@pytest.fixture(scope="module")
def site() -> Site:
    """The real records."""
    return real_records()


@pytest.fixture(scope="module")
def geography(site: Site) -> Geography:
    """Where the real authorities are."""
    found = site.dataset(Geography)
    assert found
    return found


@pytest.fixture(scope="module")
def rows(geography: Geography) -> list[Row]:
    """Every postcode of the areas that have any of ours, across the border too."""
    package = find(geography.finder.package, Place(""))
    assert package.version == geography.postcodes.made_from.version == MADE_FROM, "run make geography"
    areas = {area_of(outward) for outward in geography.postcodes.lines}
    files = [file for file in package.files if any(f"_{area[0]}." in file.name for area in areas)]
    return [row for row in replace(package, files=tuple(files)).rows() if area_of(row.outward) in areas]


@pytest.fixture(scope="module")
def ask() -> Callable[..., Any]:
    """Asks the scripts of the finder, which run in Node.js as they run in a browser."""

    def asked(**questions: Any) -> Any:
        command = [node(), str(ROOT / "tests" / "finder.mjs")]
        done = subprocess.run(command, input=json.dumps(questions), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return asked


# ── the real table ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_every_postcode_is_in_its_authority(rows: list[Row], geography: Geography) -> None:
    """All of ours have theirs, and all others of the areas along the border have none."""
    table = geography.postcodes
    ours = frozenset(table.codes)
    wrong = [
        row for row in rows if table.authority_code(row.outward, row.inward) != (row.code if row.code in ours else None)
    ]
    assert wrong == []
    assert sum(row.code in ours for row in rows) == OURS


@pytest.mark.node
def test_the_script_says_the_same(rows: list[Row], geography: Geography, ask: Callable[..., Any]) -> None:
    """What the browser runs is right about every one of them as well."""
    ours = frozenset(geography.postcodes.codes)
    exact = [[f"{row.outward} {row.inward}", row.code if row.code in ours else ""] for row in rows]
    assert ask(table=geography.postcodes.for_browser(), exact=exact)["wrong"][:20] == []


def test_the_table_is_small(geography: Geography) -> None:
    """It comes quickly over a poor connection, even from a host that knows no newer compression than gzip."""
    table = json.dumps(geography.postcodes.for_browser(), separators=(",", ":")).encode()
    assert len(gzip.compress(table, 6)) <= MOST_BYTES


def test_the_map_is_small_and_in_its_frame(geography: Geography) -> None:
    """Every outline and every label is on the map, and all of it is light."""
    drawn = geography.map
    assert sum(len(shape.path) for shape in drawn.shapes) <= MOST_DRAWN
    for shape in drawn.shapes:
        assert 0 < shape.x < drawn.width
        assert 0 < shape.y < drawn.height


@pytest.mark.slow
def test_the_map_is_right_about_addresses(rows: list[Row], geography: Geography) -> None:
    """Of a thousand postcodes, spread over the country, at least 98 in 100 lie inside of the outline of their authority."""
    polygons = {shape.code: polygon_of(shape.path) for shape in geography.map.shapes}
    assert all(polygon.is_valid for polygon in polygons.values())
    placed = [row for row in rows if row.code in polygons and row.north > 0]
    west, east = (pick(row.east for row in placed) for pick in (min, max))
    bounds = shapely.total_bounds(list(polygons.values()))
    scale = (bounds[2] - bounds[0]) / (east - west)
    north = max(row.north for row in placed)
    sample = placed[:: len(placed) // 1000]
    inside = sum(
        polygons[row.code].buffer(6).contains(
            shapely.Point(bounds[0] + (row.east - west) * scale, bounds[1] + (north - row.north) * scale)
        )
        for row in sample
    )  # fmt: skip
    assert inside / len(sample) >= 0.98


def test_islands_have_water_round_them(site: Site, geography: Geography) -> None:
    """An island touches nobody on the map, and everybody else touches somebody."""
    polygons = {shape.code: polygon_of(shape.path) for shape in geography.map.shapes}
    islands = {site.of(Authority)[id_].code for id_ in geography.finder.island_ids}
    assert islands
    for code, polygon in polygons.items():
        gap = min(polygon.distance(other) for each, other in polygons.items() if each != code)
        assert (gap > 4) is (code in islands), code
        assert isinstance(polygon, shapely.Polygon), f"{code} is in pieces"


def polygon_of(path: str) -> Any:
    """An outline as a shape, in units of the map."""
    rings = []
    for ring in path.split("M")[1:]:
        start, steps = ring.rstrip("z").split("l")
        x, y = map(int, start.split())
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        points = [(x, y)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            points.append((x, y))
        rings.append(shapely.Polygon(points))
    return rings[0] if len(rings) == 1 else shapely.union_all(rings)


# ── what people type ─────────────────────────────────────────────────────────────────────────────────────────────────


COUNCILS = {
    "blaenau-gwent": ("W06000019", "Blaenau Gwent", "Blaenau Gwent", "Cyngor Bwrdeistref Sirol Blaenau Gwent", "Blaenau Gwent County Borough Council"),
    "bridgend": ("W06000013", "Pen-y-bont ar Ogwr", "Bridgend", "Cyngor Bwrdeistref Sirol Pen-y-bont ar Ogwr", "Bridgend County Borough Council"),
    "caerphilly": ("W06000018", "Caerffili", "Caerphilly", "Cyngor Bwrdeistref Sirol Caerffili", "Caerphilly County Borough Council"),
    "cardiff": ("W06000015", "Caerdydd", "Cardiff", "Cyngor Caerdydd", "Cardiff Council"),
    "carmarthenshire": ("W06000010", "Sir Gaerfyrddin", "Carmarthenshire", "Cyngor Sir Gâr", "Carmarthenshire County Council"),
    "ceredigion": ("W06000008", "Ceredigion", "Ceredigion", "Cyngor Sir Ceredigion", "Ceredigion County Council"),
    "conwy": ("W06000003", "Conwy", "Conwy", "Cyngor Bwrdeistref Sirol Conwy", "Conwy County Borough Council"),
    "denbighshire": ("W06000004", "Sir Ddinbych", "Denbighshire", "Cyngor Sir Ddinbych", "Denbighshire County Council"),
    "flintshire": ("W06000005", "Sir y Fflint", "Flintshire", "Cyngor Sir y Fflint", "Flintshire County Council"),
    "gwynedd": ("W06000002", "Gwynedd", "Gwynedd", "Cyngor Gwynedd", "Cyngor Gwynedd"),
    "isle-of-anglesey": ("W06000001", "Ynys Môn", "Isle of Anglesey", "Cyngor Sir Ynys Môn", "Isle of Anglesey County Council"),
    "merthyr-tydfil": ("W06000024", "Merthyr Tudful", "Merthyr Tydfil", "Cyngor Bwrdeistref Sirol Merthyr Tudful", "Merthyr Tydfil County Borough Council"),
    "monmouthshire": ("W06000021", "Sir Fynwy", "Monmouthshire", "Cyngor Sir Fynwy", "Monmouthshire County Council"),
    "neath-port-talbot": ("W06000012", "Castell-nedd Port Talbot", "Neath Port Talbot", "Cyngor Bwrdeistref Sirol Castell-nedd Port Talbot", "Neath Port Talbot County Borough Council"),
    "newport": ("W06000022", "Casnewydd", "Newport", "Cyngor Dinas Casnewydd", "Newport City Council"),
    "pembrokeshire": ("W06000009", "Sir Benfro", "Pembrokeshire", "Cyngor Sir Penfro", "Pembrokeshire County Council"),
    "powys": ("W06000023", "Powys", "Powys", "Cyngor Sir Powys", "Powys County Council"),
    "rhondda-cynon-taf": ("W06000016", "Rhondda Cynon Taf", "Rhondda Cynon Taf", "Cyngor Bwrdeistref Sirol Rhondda Cynon Taf", "Rhondda Cynon Taf County Borough Council"),
    "swansea": ("W06000011", "Abertawe", "Swansea", "Cyngor Abertawe", "Swansea Council"),
    "torfaen": ("W06000020", "Torfaen", "Torfaen", "Cyngor Bwrdeistref Sirol Torfaen", "Torfaen County Borough Council"),
    "vale-of-glamorgan": ("W06000014", "Bro Morgannwg", "Vale of Glamorgan", "Cyngor Bro Morgannwg", "Vale of Glamorgan Council"),
    "wrexham": ("W06000006", "Wrecsam", "Wrexham", "Cyngor Bwrdeistref Sirol Wrecsam", "Wrexham County Borough Council"),
}  # fmt: skip
"""Each council’s code, its place and its own name in Welsh and English: those of 2026, whatever its record says since."""
IDS = {code: id_ for id_, (code, *_) in COUNCILS.items()}


TYPED = {
    "CF10 3NQ": ("here", "CF10 3NQ", "cardiff"),
    "cf103nq": ("here", "CF10 3NQ", "cardiff"),
    "  cF10   3nq. ": ("here", "CF10 3NQ", "cardiff"),
    "C F 1 0 3 N Q": ("here", "CF10 3NQ", "cardiff"),
    "CF1O 3NQ": ("here", "CF10 3NQ", "cardiff"),
    "CFIO 3NQ": ("here", "CF10 3NQ", "cardiff"),
    "CF10": ("here", "CF10", "cardiff"),
    "CF10 3": ("here", "CF10 3", "cardiff"),
    "CF10 3N": ("here", "CF10 3", "cardiff"),
    "CF103": ("here", "CF10 3", "cardiff"),
    "LL77 7TW": ("here", "LL77 7TW", "isle-of-anglesey"),
    "NPT 1AA": ("here", "NPT 1AA", "newport"),
    "SY10": ("several", "SY10", "powys wrexham"),
    "CH4": ("several", "CH4", "flintshire"),
    "SY10 7AA": ("elsewhere", "SY10 7AA", "england"),
    "SY1 1AA": ("elsewhere", "SY1 1AA", "england"),
    "SW1A 1AA": ("elsewhere", "SW1A 1AA", "england"),
    "M1": ("elsewhere", "M1", "england"),
    "EH1 1AA": ("elsewhere", "EH1 1AA", "scotland"),
    "BT1 1AA": ("elsewhere", "BT1 1AA", "northern-ireland"),
    "TD15 1AA": ("elsewhere", "TD15 1AA", ""),
    "G": ("elsewhere", "G", "scotland"),
    "LL": ("area", "LL", ""),
    "CF79 1AA": ("unknown", "CF79 1AA", ""),
    "ZZ9 9ZZ": ("unknown", "ZZ9 9ZZ", ""),
    "CF10 3CC": ("unshaped", "CF10 3CC", ""),
    "12345": ("unshaped", "12345", ""),
    "CF10 3NQ9": ("unshaped", "CF10 3NQ9", ""),
    "__proto__1": ("unshaped", "__proto__1", ""),
    "<img src=x>1": ("unshaped", "<img src=x>1", ""),
    "0" * 60: ("unshaped", "0" * 60, ""),
}
"""What somebody types, what it is, how it is written, and where it is."""


@pytest.mark.node
def test_whatever_is_typed_has_an_answer(geography: Geography, ask: Callable[..., Any]) -> None:
    """Whole, in part, in any case, with slips of O and 0, from elsewhere, or impossible."""
    answers = ask(table=geography.postcodes.for_browser(), typed=list(TYPED))["typed"]
    found = {}
    for text, answer in zip(TYPED, answers, strict=True):
        councils = " ".join(sorted(IDS[code] for code in answer.get("codes", [])))
        found[text] = (answer["is"], answer["shown"], councils or answer.get("nation") or "")
    assert found == TYPED


@pytest.mark.node
def test_districts_on_the_border_are_told_apart(rows: list[Row], geography: Geography, ask: Callable[..., Any]) -> None:
    """Half a postcode that two nations share is never given to one of them."""
    ours = frozenset(geography.postcodes.codes)
    sides: dict[str, set[bool]] = {}
    for row in rows:
        sides.setdefault(row.outward, set()).add(row.code in ours)
    border = sorted(outward for outward, both in sides.items() if len(both) == 2)
    assert len(border) == 22
    for outward, answer in zip(
        border, ask(table=geography.postcodes.for_browser(), typed=border)["typed"], strict=True
    ):
        assert (answer["is"], answer.get("nation")) == ("several", "england"), outward


NAMED = {
    "Caerdydd": "cardiff",
    "CARDIFF": "cardiff",
    "Cyngor Caerdydd": "cardiff",
    "Gaerdydd": "cardiff",
    "Nghaerdydd": "cardiff",
    "Chaerdydd": "cardiff",
    "cardif": "cardiff",
    "ynys mon": "isle-of-anglesey",
    "Ynys Môn": "isle-of-anglesey",
    "Bowys": "powys",
    "Mhowys": "powys",
    "Fro Morgannwg": "vale-of-glamorgan",
    "sir ddinbych": "denbighshire",
    "Ninbych": "denbighshire",
    "Gasnewydd": "newport",
    "pen y bont": "bridgend",
    "Conwy": "conwy",
    "Nghonwy": "conwy",
    "Wynedd": "gwynedd",
    "Sir Fynwy": "monmouthshire",
    "rhondda": "rhondda-cynon-taf",
    "xyzzy": "",
    "a": "",
    "'\"><script>": "",
}
"""A name as somebody types it, and whose it is."""


@pytest.mark.node
def test_councils_are_known_by_name(ask: Callable[..., Any]) -> None:
    """In either language, with or without accents, mutated, misspelt or cut short."""
    areas = [[names, [code]] for code, *names in COUNCILS.values()]
    answers = ask(table={}, areas=areas, names=list(NAMED))["names"]
    found = {
        name: " ".join(IDS[code] for code in (answer["exact"] or answer["near"]))
        for name, answer in zip(NAMED, answers, strict=True)
    }
    assert found == NAMED


@pytest.mark.node
def test_places_are_known_by_name(ask: Callable[..., Any]) -> None:
    """A town leads to its authority; a name of two places leads to both, and is shown as it is written."""
    areas = [[["Gwynedd"], ["a"]], [["Caernarfon", "Carnarvon"], ["a"]], [["Newport"], ["b"]], [["Newport"], ["c"]]]
    town, two, near, long = ask(table={}, areas=areas, names=["CAERNARFON", "newport", "Caernafon", "x" * 100_000])[
        "names"
    ]
    assert (town["exact"], town["shown"]) == (["a"], "Caernarfon")
    assert two["exact"] == ["b", "c"]
    assert (near["exact"], near["near"], near["shown"]) == ([], ["a"], "Caernarfon")
    assert long["exact"] == long["near"] == []


def test_a_site_without_geography_has_a_list(buildable: "Example") -> None:
    """No box, no map and no script, and the same links."""
    shutil.rmtree(buildable.root / "data/geography")
    files, name = buildable.files(), "cy/ardaloedd/index.html"
    buildable.show([name])
    page = (buildable.site / name).read_text("utf-8")
    assert "data-finder" not in page
    assert '<svg class="map' not in page
    assert 'href="/cy/awdurdodau-lleol/llanfechan/"' in page
    assert not [file for file in files if "postcodes" in file]
