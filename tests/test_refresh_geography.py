"""Reading a package of postcodes, and one of names, and writing the files of `data/geography/` from them: what `make geography` does."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import brotli
import msgpack
import pytest
import shapely
from pyproj import Transformer

from drws.domains.directory.finder.geography import ELSEWHERE, Geography, PlaceNames
from drws.geography.drawing import draw
from drws.geography.package import Row
from drws.geography.places import find as find_names
from drws.geography.places import located
from drws.geography.refresh import refresh
from drws.geography.table import encode
from drws.kernel.problem import Place, Refused

if TYPE_CHECKING:
    from tests.conftest import Drws
    from tests.example import Example


CODES = ("W06999001", "W06999002", "W06999003")


def write_package(
    folder: Path,
    codes: tuple[str, ...] = CODES,
    ending: str = ".msgpack.br",
    version: str = "2025.1.0",
    postcodes: str = "pcd",
) -> None:
    """A package like the real one, with a country of three authorities side by side and a neighbour in the east."""
    places: list[tuple[str, str, float, float]] = []
    units = [f"{first}{second}" for first in "ABDEF" for second in "ABDEFGHJLN"]
    for place, code in enumerate((*codes, "E07000001", "N09000001", "S12000001")):
        for sector in range(4):
            for index, unit in enumerate(units):
                east, north = (
                    10_000.0 + place * 20_000 + index // 10 * 4_000,
                    10_000.0 + sector * 15_000 + index % 10 * 1_500,
                )
                places.append((f"ZA{place + 1} {sector}{unit}", code, east, north))
    places += [
        ("ZA1 9AA", codes[1], 10_000.0, 10_000.0),
        ("ZA1 9AB", "", 0.0, 0.0),
        ("ZA1 9AD", codes[0], float("nan"), float("nan")),
    ]
    columns = dict(zip((postcodes, "laua", "oseast1m", "osnrth1m"), map(list, zip(*places, strict=True)), strict=True))
    package, info = folder / "codau", folder / f"codau_post_bach-{version}.dist-info"
    package.mkdir()
    info.mkdir()
    (package / f"postcodes_Z{ending}").write_bytes(
        brotli.compress(msgpack.packb({"columns": list(columns), "data": columns}))
    )
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: codau-post-bach\nVersion: {version}\n")
    (info / "RECORD").write_text(f"codau/postcodes_Z{ending},,\n")


@pytest.fixture
def package(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder from which Python imports, for a package of postcodes."""
    folder = tmp_path_factory.mktemp("packages")
    monkeypatch.syspath_prepend(str(folder))
    return folder


def test_the_same_package_gives_the_same_files(example: "Example", package: Path) -> None:
    """The files are written, can be read, know every authority, and are the same the next time."""
    write_package(package)
    first, problems = refresh(example.sources)
    assert problems == []
    assert first
    contents = [path.read_bytes() for path in first.files]
    refreshed, _ = refresh(example.sources)
    assert refreshed
    assert [path.read_bytes() for path in refreshed.files] == contents
    assert refreshed.postcodes == 3 * 200 + 2
    loaded = example.load()
    assert example.lines(loaded.problems) == []
    assert loaded.site
    geography = loaded.site.dataset(Geography)
    assert geography
    table = geography.postcodes
    assert [table.authority_code(f"ZA{place}", "1AA") for place in range(1, 7)] == [*CODES, None, None, None]
    assert table.authority_code("ZA1", "9AA") == CODES[1]
    assert Counter(each.nation_id for each in table.elsewhere) == {"tir-draw": 1, None: 1}
    assert table.for_browser()["elsewhere"] == {"tir-draw": "ZA4", "": "ZA5 ZA6"}


def write_names(folder: Path) -> None:
    """A package of names: places of one country and another, one of them on a border, with names in many languages."""
    places = [
        ("Aber", 52.0, -4.0, "GB", "AAA", ["阿伯", "Aberas", "ABR", "Abér"]),
        ("Border", 52.1, -4.0, "GB", "AAA", []),
        ("Island", 52.0, -9.0, "GB", "AAA", []),
        ("Elsewhere", 52.0, -4.0, "GB", "BBB", []),
        ("Abroad", 52.0, -4.0, "FR", "AAA", []),
    ]
    fields = ("name", "latitude", "longitude", "countrycode", "admin1code", "alternatenames")
    found = {str(at): dict(zip(fields, place, strict=True)) for at, place in enumerate(places)}
    package, info = folder / "enwau", folder / "enwau_lleoedd-1.0.dist-info"
    package.mkdir()
    info.mkdir()
    (package / "cities500.json").write_text(json.dumps(found), "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: enwau-lleoedd\nVersion: 1.0\n")
    (info / "RECORD").write_text("enwau/cities500.json,,\n")


def _names_from(**more: str) -> PlaceNames:
    fields: dict[str, Any] = {"package": "enwau-lleoedd", "country": "GB", "attribution": None, **more}
    return PlaceNames.model_construct(**fields)


def test_places_are_where_the_postcodes_around_them_are(package: Path) -> None:
    """A place is in the authorities of its postcodes, and has its names in our letters. Far from any postcode it is not known."""
    write_names(package)
    at = Place("finder.yml")
    source = _names_from(division="AAA", foreign_letters="k")
    to_grid = Transformer.from_crs("EPSG:4326", "EPSG:27700")
    aber, border = to_grid.transform(52.0, -4.0), to_grid.transform(52.1, -4.0)
    rows = [
        Row("ZA1", "1AA", CODES[0], aber[0] + 100, aber[1]),
        Row("ZA1", "1AB", CODES[0], border[0] - 100, border[1]),
        Row("ZA2", "1AA", CODES[1], border[0] + 100, border[1]),
        Row("ZA3", "1AA", "E07000001", border[0], border[1]),
    ]
    found = located(find_names(source.package, at), source, rows, frozenset(CODES))
    assert [(place.name, sorted(place.codes)) for place in found] == [
        ("Aber", [CODES[0]]),
        ("Border", [CODES[0], CODES[1]]),
    ]
    assert found[0].also == ("Aberas",)


def test_a_package_of_names_that_is_something_else_is_a_problem(package: Path) -> None:
    """It is said with its place, as for postcodes."""
    write_names(package)
    (package / "enwau" / "cities500.json").write_text("[]")
    at = Place("finder.yml")
    source = _names_from()
    with pytest.raises(Refused):
        located(find_names(source.package, at), source, [], frozenset())
    with pytest.raises(Refused):
        find_names("no-such-package-anywhere", at)


@pytest.mark.slow
def test_a_package_that_is_missing_is_a_problem(example: "Example", drws: "Drws") -> None:
    """No traceback, and how to get it, in both languages."""
    for language, word in (("en", "is not installed"), ("cy", "wedi’i osod")):
        done = drws("refresh-geography", "--data", example.root / "data", "--lang", language)
        assert done.returncode == 1
        assert "finder.yml:1:10" in done.stdout
        assert word in done.stdout
        assert "make geography" in done.stdout
        assert done.stderr == ""


@pytest.mark.parametrize("other", [{"ending": ".csv"}, {"version": "7"}, {"postcodes": "zip"}], ids=str)
def test_a_package_of_something_else_is_a_problem(example: "Example", package: Path, other: Any) -> None:
    """It is installed, and holds no postcodes, or not as they were expected."""
    write_package(package, **other)
    with pytest.raises(Refused) as refused:
        refresh(example.sources)
    assert refused.value.problem.message == "tools.geography-package"


def test_an_authority_without_postcodes_is_a_problem(example: "Example", package: Path) -> None:
    """Its code has changed, or is wrong; nothing is written."""
    before = (example.root / "data/geography/postcodes.yml").read_bytes()
    write_package(package, codes=(*CODES[:2], "W06999009"))
    _, problems = refresh(example.sources)
    assert [problem.message for problem in problems] == ["tools.geography-postcodes"]
    assert "data/authorities/pen-yr-ynys.yml:2:7" in example.lines(problems)[0]
    assert (example.root / "data/geography/postcodes.yml").read_bytes() == before


def test_too_many_authorities_are_a_problem(example: "Example", package: Path) -> None:
    """The table has a letter for each, and no more letters than there are."""
    write_package(package)
    text = (example.root / "data/authorities/llanfechan.yml").read_text("utf-8")
    for number in range(24):
        changed = text.replace("llanfechan", f"ardal-{number}", 1).replace("W06999002", f"W06998{number:03}")
        (example.root / f"data/authorities/ardal-{number}.yml").write_text(changed, "utf-8")
    _, problems = refresh(example.sources)
    assert [problem.message for problem in problems] == ["tools.geography-many"]


def test_nothing_is_written_from_a_broken_finder(example: "Example") -> None:
    """What is wrong with the finder or an authority is told as `drws check` tells it, also where the project has a theme of its own."""
    (example.root / "theme").mkdir()
    example.change({"data/geography/finder.yml": {"package": ""}, "data/authorities/llanfechan.yml": {"code": "x"}})
    refreshed, problems = refresh(example.sources)
    assert refreshed is None
    assert len(problems) == 2


def test_lines_are_as_short_as_they_can_be() -> None:
    """A default, then only what differs from it."""
    rows = [Row("ZA1", f"{sector}{unit}", code, 0, 0) for sector, unit, code in [
        ("1", "AA", "W1"), ("1", "AB", "W1"), ("2", "AA", "W2"), ("2", "AB", "W2"), ("2", "AD", "W1"), ("3", "BA", "E1"), ("1", "BA", "W1"),
    ]]  # fmt: skip
    lines, elsewhere = encode(rows, {"W1": "a", "W2": "b"})
    assert lines == {"ZA1": f"a2bADa3{ELSEWHERE}"}
    assert elsewhere == {"E": ["ZA1"]}


def test_holes_and_pieces_are_drawn() -> None:
    """An authority in two pieces, one with a lake, has a ring for each edge."""
    lake = shapely.Polygon([(0, 0), (40, 0), (40, 40), (0, 40)], [[(10, 10), (20, 10), (20, 20), (10, 20)]])
    drawing = draw({"W1": shapely.MultiPolygon([lake, shapely.box(60, 0, 80, 20)])})
    assert drawing.paths["W1"].count("M") == drawing.paths["W1"].count("z") == 3
    assert drawing.width == 1000
