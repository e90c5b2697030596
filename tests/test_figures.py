"""Figures: what is typed in a table is what is published, every bar is a row of the table, and nothing is drawn where nothing is known."""

import csv
import re
import string
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from generator.exports.observations import table
from generator.load import Sources, context_of
from generator.model.measure import Counted, Measure, Unit
from generator.model.observation import FORMULA, Observation, Precision, Series
from generator.model.text import Text
from generator.model.values import FigureRange, PeriodKind, TimeSpan
from generator.pages.bar_chart import BAR_HEIGHT, GAP, LINE, chart, is_drawn
from generator.source.observations import read_observations
from generator.source.reader import Folder
from generator.source.tables import DELIMITERS, parse
from tests.conftest import EXAMPLE, ROOT, THEME

if TYPE_CHECKING:
    from tests.conftest import Example

CONTEXT = context_of(Sources(EXAMPLE / "data", EXAMPLE / "content", THEME))
PAGES = {
    "cy": "cy/perfformiad/teuluoedd-yn-aros/index.html",
    "en": "en/performance/families-waiting/index.html",
}

# ── when and how many ────────────────────────────────────────────────────────────────────────────────────────────────

years = st.integers(1996, 2016)
months = st.builds("{:04}-M{:02}".format, years, st.integers(1, 12))
days = st.dates(date(1996, 1, 1), date(2016, 12, 31)).map(date.isoformat)
financial_years = years.map(lambda year: f"{year}-{(year + 1) % 100:02}")
moments = st.one_of(years.map(str), months, days)
intervals = st.one_of(
    st.tuples(days, days).map(sorted).map("/".join), moments.map("../{}".format), moments.map("{}/..".format)
)
spans = st.one_of(
    st.just("undated"),
    st.builds(str.__add__, st.one_of(moments, financial_years, intervals), st.sampled_from(["", "~"])),
)


@given(spans)
def test_a_period_is_written_as_it_was_read(text: str) -> None:
    """Whatever it is, an office reads in a download what it typed."""
    assert str(TimeSpan.parse(text)) == text


@pytest.mark.parametrize(
    ("typed", "kind", "first", "last"),
    [
        ("2011-12", PeriodKind.FINANCIAL_YEAR, "2011-04-01", "2012-03-31"),
        ("1999-00", PeriodKind.FINANCIAL_YEAR, "1999-04-01", "2000-03-31"),
        ("2011-M12", PeriodKind.MONTH, "2011-12-01", "2011-12-31"),
        ("2014-11", PeriodKind.MONTH, "2014-11-01", "2014-11-30"),
        ("2024", PeriodKind.YEAR, "2024-01-01", "2024-12-31"),
        ("2018-06-30~", PeriodKind.DAY, "2018-06-30", "2018-06-30"),
        ("2015-04/2015-10", PeriodKind.INTERVAL, "2015-04-01", "2015-10-31"),
        ("../2018", PeriodKind.INTERVAL, None, "2018-12-31"),
        ("2015/..", PeriodKind.INTERVAL, "2015-01-01", None),
        ("undated", PeriodKind.UNDATED, None, None),
    ],
)
def test_a_period_has_its_first_and_its_last_day(
    typed: str, kind: PeriodKind, first: str | None, last: str | None
) -> None:
    """A financial year is told from a month by its second half: it is the year after."""
    span = TimeSpan.parse(typed)
    ends = [day.isoformat() if day else None for day in (span.first_day, span.last_day)]
    assert (span.kind, *ends) == (kind, first, last)


@given(st.decimals(-1000000, 1000000, places=2), st.decimals(0, 1000000, places=1))
def test_a_figure_is_written_as_it_was_read(low: Decimal, more: Decimal) -> None:
    """A range as well, of numbers below nought too."""
    for figure in (FigureRange(low, low), FigureRange(low, low + more)):
        assert FigureRange.parse(str(figure)) == figure
    assert FigureRange.parse("2,300,000") == FigureRange(Decimal(2300000), Decimal(2300000))


# ── tables ───────────────────────────────────────────────────────────────────────────────────────────────────────────

words = st.text(alphabet=string.ascii_letters + "ŵŷâ’ ,;\"'\n=-", min_size=1).map(str.strip).filter(bool)


@given(
    st.lists(st.tuples(words, words, words), min_size=1, max_size=5),
    st.sampled_from(DELIMITERS),
    st.sampled_from((0, 1)),
)
def test_every_cell_is_read_and_stands_where_its_place_says(
    rows: list[tuple[str, str, str]], delimiter: str, quoting: Literal[0, 1]
) -> None:
    """Whichever delimiter the spreadsheet uses, and whatever is in quotes."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n", quoting=quoting)
    writer.writerows([("un", "dau", "tri"), *rows])
    read, problems = parse(text.getvalue(), "tabl.csv", ("un", "dau", "tri"), ("un",))
    assert problems == []
    assert read
    assert [tuple(row.cells.values()) for row in read] == [
        tuple(cell[1:] if cell[0] == "'" and cell[1:].startswith(FORMULA) else cell for cell in row) for row in rows
    ]
    lines = text.getvalue().split("\n")
    for row, typed in zip(read, rows, strict=True):
        for cell, (line, column) in zip(typed, row.places.values(), strict=True):
            there = lines[line - 1][column - 1 :]
            assert there.removeprefix('"').startswith(cell.split("\n")[0].replace('"', '""')), (there, cell)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_spreadsheets_put_round_a_table_does_not_matter(example: "Example", mark: str, ending: str) -> None:
    """A byte order mark, the line ends of each system, titles in capitals, and columns and rows without anything in them."""
    rows = ["Area;PERIOD;Value ;URL;;", "dyffryn;2019-20; 4 ;https://a.example/;;", ";;;;;", ""]
    path = example.root / "data/observations/teuluoedd-yn-aros.csv"
    path.write_bytes((mark + ending.join(rows)).encode())
    loaded = example.load()
    assert loaded.problems == ()
    assert loaded.site
    [figure] = loaded.site.observations["teuluoedd-yn-aros"].observations
    assert (str(figure.period), str(figure.value)) == ("2019-20", "4")


notes = st.one_of(
    st.none(), st.builds(str.__add__, st.sampled_from(["", *FORMULA[:4], '"', "<b>"]), words).map(str.strip)
)


@given(
    st.lists(st.tuples(st.sampled_from(["dyffryn", "pobman"]), spans, st.sampled_from(Precision), st.booleans(), notes))
)
def test_a_download_can_be_read_again(rows: list[tuple[str, str, Precision, bool, str | None]]) -> None:
    """Downloaded and put back, a table says what it said; and no cell of words begins like a formula."""
    observations = tuple(
        Observation.model_construct(
            area=area, period=TimeSpan.parse(period), value=FigureRange(Decimal("-4.5"), Decimal(place)), status=status,
            conflict=conflict, target=None, url=("https://a.example/?a=1", "https://b.example/"), document=None, as_of=None,
            note=Text(words={"cy": note, "en": note}) if note else None,
        )
        for place, (area, period, status, conflict, note) in enumerate(rows)
    )  # fmt: skip
    written = table(Series("tabl.csv", observations, ()), ["cy", "en"])
    for cells in csv.reader(StringIO(written)):
        assert not any(cell.startswith(FORMULA) for cell in cells if not re.fullmatch(r"-[\d.]+(-[\d.]+)?", cell))
    assert _read_again(written) == observations


def _read_again(text: str) -> tuple[Observation, ...]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "observations" / "tabl.csv"
        path.parent.mkdir()
        path.write_bytes(text.encode("utf-8-sig"))
        series, problems = read_observations(Folder(Path(folder), "data"), CONTEXT)
    assert problems == []
    return series["tabl"].observations


def test_the_real_tables_survive_a_download() -> None:
    """Every table of the site, written and read again, holds the same figures."""
    series, problems = read_observations(Folder(ROOT / "data", "data"), CONTEXT)
    assert problems == []
    for each in series.values():
        assert _read_again(table(each, ["cy", "en"])) == each.observations, each.file


# ── charts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _measure(counted: Counted) -> Measure:
    fields: dict[str, Any] = {"id": "mesur", "unit": Unit.COUNT, "counted": counted}
    return Measure.model_construct(**fields)


def _figure(period: str, low: Decimal, more: Decimal = Decimal(0)) -> Observation:
    return Observation.model_construct(
        area="dyffryn",
        period=TimeSpan.parse(period),
        value=FigureRange(low, low + more),
        status=Precision.EXACT,
        url=(),
    )


amounts = st.decimals(-1000, 100000, places=1)
figures = st.lists(st.builds(_figure, spans, amounts, st.decimals(0, 100, places=1)), min_size=1, max_size=9)


@such_as([_figure("2000-01-01", Decimal(1)), _figure("2001", Decimal(1))], Counted.ON_A_DAY)
@such_as([_figure(each, Decimal(1)) for each in ("2020-05-01", "2021-06-01", "2021")], Counted.ON_A_DAY)
@given(figures, st.sampled_from(Counted))
def test_a_chart_shows_figures_and_nothing_between_them(shown: list[Observation], counted: Counted) -> None:
    """Every bar is a figure, and every figure that can be compared has one; a year or more without a figure has a line of its own that
    no figure is in; nothing overlaps, and nothing leaves the chart.
    """
    measure = _measure(counted)
    drawn = chart(shown, measure)
    comparable = [each for each in shown if is_drawn(each, measure)]
    if drawn is None:
        assert len({each.period for each in comparable}) < 2
        return
    assert sorted(id(bar.observation) for bar in drawn.bars) == sorted(id(each) for each in comparable)
    for gap in drawn.gaps:
        assert gap.first.first_day
        assert gap.last.last_day
        for each in comparable:
            ends = _days(each)
            assert ends[1] < gap.first.first_day or ends[0] > gap.last.last_day
    for place in range(1, len(drawn.bars)):
        before, after = drawn.bars[:place], drawn.bars[place:]
        empty = min(_days(bar.observation)[0] for bar in after) - max(_days(bar.observation)[1] for bar in before)
        between = [gap for gap in drawn.gaps if before[-1].top < gap.top < after[0].top]
        assert len(between) == (1 if empty > timedelta(days=365) else 0)
    tops = [line.top for line in drawn.lines]
    assert all(after - before >= BAR_HEIGHT + 6 for before, after in pairwise(tops))
    assert drawn.height == LINE * len(drawn.bars) + GAP * len(drawn.gaps)
    for bar in drawn.bars:
        end = bar.start + bar.width
        assert bar.start >= 0
        assert end <= Decimal("100.01")
        assert bar.observation.value.is_range or min(abs(bar.start - drawn.zero), abs(end - drawn.zero)) <= Decimal(
            "0.01"
        )


def _days(observation: Observation) -> tuple[date, date]:
    first, last = observation.period.first_day, observation.period.last_day
    assert first
    assert last
    return first, last


def test_only_what_is_as_long_stands_side_by_side() -> None:
    """What happened in a decade or in half a year is not beside what happened in a year; what there was on a day may be."""
    periods = ["2018-19", "2019-20", "2014/2024", "2020-04/2020-09", "2021-03-31", "undated"]
    during = chart([_figure(each, Decimal(1)) for each in periods], _measure(Counted.DURING))
    on_a_day = chart([_figure(each, Decimal(1)) for each in periods], _measure(Counted.ON_A_DAY))
    assert during
    assert on_a_day
    assert [str(bar.observation.period) for bar in during.bars] == ["2018-19", "2019-20"]
    assert len(on_a_day.bars) == 4


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────────────────────


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
    assert buildable.build().is_published
    assert "&lt;img src=x onerror=alert(1)&gt;" in (buildable.site / PAGES["en"]).read_text("utf-8")
    with (buildable.site / "observations/teuluoedd-yn-aros.csv").open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert (row["note_cy"], row["note_en"], row["value"]) == (f"'{formula}", markup, "-4")


def test_one_cell_changes_the_pages_that_show_it_and_no_others(buildable: "Example", built: "Example") -> None:
    """The figure for a year that is not the newest: its measure’s pages and its download."""
    path = buildable.root / "data/observations/teuluoedd-yn-aros.csv"
    path.write_text(path.read_text("utf-8").replace("2018-19;4;", "2018-19;7;"), "utf-8")
    assert buildable.build().is_published
    changed = {
        file.relative_to(built.site).as_posix()
        for file in built.site.rglob("*")
        if file.is_file() and file.read_bytes() != (buildable.site / file.relative_to(built.site)).read_bytes()
    }
    assert changed == {*PAGES.values(), "observations/teuluoedd-yn-aros.csv"}


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
