"""Figures on pages: what is typed in a table is what is published, and every bar is a row of the table."""

import csv
import re
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from drws.build.load import Sources, load
from drws.build.publish import MARK
from drws.domains.figures.measure.bar_chart import LINE
from drws.domains.figures.measure.record import Measure, Unit
from drws.domains.figures.measure.speech import MINUS, FigureSpeech
from drws.kernel.values import FigureRange
from drws.system.signature import FILES
from tests.example import AS_OF, EXAMPLE, THEME

if TYPE_CHECKING:
    from tests.example import Example

SOURCES = Sources(EXAMPLE / "data", EXAMPLE / "content", THEME)
PAGES = {
    "cy": "cy/perfformiad/teuluoedd-yn-aros/index.html",
    "en": "en/performance/families-waiting/index.html",
}
SHOWING = ("cy/amdanom-ni/blociau/index.html", "en/about/blocks/index.html")
"""Hand-written pages with a block that shows the figures."""


@given(st.decimals(-1000000, 1000000, places=2), st.decimals(0, 1000000, places=1))
def test_a_figure_is_written_as_it_was_read(low: Decimal, more: Decimal) -> None:
    """A range as well, of numbers below nought too."""
    for figure in (FigureRange(low, low), FigureRange(low, low + more)):
        assert FigureRange.parse(str(figure)) == figure
    assert FigureRange.parse("2,300,000") == FigureRange(Decimal(2300000), Decimal(2300000))


@pytest.mark.parametrize("language", PAGES)
def test_a_page_draws_what_its_table_says(built: "Example", language: str) -> None:
    """As many bars as figures that can be compared, the gap said, each figure of a bar in the table, and no line from one to the next."""
    page = LexborHTMLParser((built.site / PAGES[language]).read_text("utf-8"))
    [drawing] = page.css("svg.bar-chart__drawing")
    assert drawing.css("path, polyline, polygon, image, foreignObject, style, script") == []
    for line in drawing.css("line"):
        assert line.attributes["x1"] == line.attributes["x2"]
        assert int(line.attributes["y2"] or 0) - int(line.attributes["y1"] or 0) < LINE
    said = [" ".join(node.text().split()) for node in drawing.css("text.bar-chart__words")]
    rows = [node.text() for node in page.css("table.figures")[-1].css("tbody th")]
    values = [node.text() for node in page.css("table.figures")[-1].css("tbody td.figures__figure")]
    assert len(drawing.css("rect.bar-chart__bar")) == len(said) == 4
    assert set(said) <= {f"{row}: {value}" for row, value in zip(rows, values, strict=True)}
    assert {"cy": "2020-21: dim ffigur", "en": "2020-21: no figure"}[language] in drawing.text()
    assert drawing.attributes["role"] == "img"
    assert [bool(node.text()) for node in drawing.css("title, desc")] == [True, True]


@pytest.fixture(scope="module")
def speech() -> dict[str, FigureSpeech]:
    """How each language says things."""
    read = load(SOURCES, AS_OF)
    assert read.site
    assert read.strings
    assert read.addresses
    return {code: FigureSpeech(code, read.strings) for code in PAGES}


@such_as(Decimal("7.1255"), Unit.MONTHS)
@such_as(Decimal(-45), Unit.COUNT)
@such_as(Decimal("-0.5"), Unit.PERCENT)
@such_as(Decimal("-1234.5678"), Unit.MONEY)
@given(st.decimals(-10000000, 10000000, places=4), st.sampled_from(Unit))
def test_a_page_says_the_number_that_the_table_has(
    speech: dict[str, FigureSpeech], number: Decimal, unit: Unit
) -> None:
    """Every decimal of it, and below nought with a minus, not with a hyphen."""
    fields: dict[str, Any] = {"unit": unit, "currency": "GBP" if unit is Unit.MONEY else None}
    measure = Measure.model_construct(**fields)
    for each in (number, number.to_integral_value()):
        for language in PAGES:
            said = speech[language].amount(FigureRange(each, each), measure)
            [written] = re.findall(r"[\d.]+", said.replace(",", ""))
            assert Decimal(written) == abs(each)
            assert (MINUS in said, "-" in said) == (each < 0, False)


def test_both_ends_of_a_range_have_their_sign(speech: dict[str, FigureSpeech]) -> None:
    """Between two numbers below nought."""
    measure = Measure.model_construct(**dict[str, Any](unit=Unit.COUNT))
    assert [speech[code].amount(FigureRange.parse("-45--3"), measure) for code in PAGES] == [
        f"{MINUS}45 i {MINUS}3",
        f"{MINUS}45 to {MINUS}3",
    ]


def test_words_in_a_note_are_only_words(buildable: "Example") -> None:
    """HTML stays text on the page; a formula stays text in the download."""
    formula, markup = "=HYPERLINK(1)|cmd", "<img src=x onerror=alert(1)>"
    path = buildable.root / "data/observations/teuluoedd-yn-aros.csv"
    rows = [
        ["area", "period", "value", "url", "note_cy", "note_en"],
        ["dyffryn", "2019-20", "-4", "https://a.example/", formula, markup],
    ]
    text = StringIO()
    csv.writer(text).writerows(rows)
    path.write_text(text.getvalue(), "utf-8")
    table = "observations/teuluoedd-yn-aros.csv"
    buildable.show([PAGES["en"], table])
    page = (buildable.site / PAGES["en"]).read_text("utf-8")
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert f">{MINUS}4<" in page
    with (buildable.site / table).open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["note_cy"], row["note_en"], row["value"]) == (f"'{formula}", markup, "-4")


def test_one_cell_changes_the_pages_that_show_it_and_no_others(buildable: "Example", built: "Example") -> None:
    """The figure for a year that is not the newest: its measure’s pages, the hand-written pages that show it, and its download."""
    path = buildable.root / "data/observations/teuluoedd-yn-aros.csv"
    path.write_text(path.read_text("utf-8").replace("2018-19;4;", "2018-19;7;"), "utf-8")
    assert buildable.build().is_published
    changed = {
        file.relative_to(built.site).as_posix()
        for file in built.site.rglob("*")
        if file.is_file() and file.read_bytes() != (buildable.site / file.relative_to(built.site)).read_bytes()
    }
    assert changed - {FILES, MARK} == {*PAGES.values(), *SHOWING, "observations/teuluoedd-yn-aros.csv"}


def test_a_region_without_figures_says_so(built: "Example") -> None:
    """Demand is asked of every region; where no source answers, the table says that nobody knows. Each region’s page leads to its own."""
    for language, page, unknown in (
        ("cy", "cy/perfformiad", "Nid oes ffynhonnell yn rhoi ffigur"),
        ("en", "en/performance", "No source gives a figure"),
    ):
        tree = LexborHTMLParser((built.site / page / "index.html").read_text("utf-8"))
        region = tree.css_first("#region-ynys-las")
        assert region
        assert region.parent
        assert unknown in region.parent.text()
        links = [
            node.attributes["href"] or ""
            for path in (built.site / language).glob("r*/*/index.html")
            for node in LexborHTMLParser(path.read_text("utf-8")).css("main a[href]")
        ]
        assert any(link.endswith("#region-ynys-las") for link in links)
