"""Tables of figures: every cell is read and has its place, whichever spreadsheet wrote it, and a download can be read again."""

import csv
import re
import string
from collections.abc import Mapping
from decimal import Decimal
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drws.build.load import Sources, context_of
from drws.domains.figures.observation.export import table
from drws.domains.figures.observation.read import read_observations
from drws.domains.figures.observation.record import Observation, Precision, Series, Tables
from drws.kernel.characters import FORMULA
from drws.kernel.text import Text
from drws.kernel.values import FigureRange
from drws.read.reader import Folder
from drws.read.tables import DELIMITERS, parse
from tests.example import EXAMPLE, ROOT, THEME
from tests.spans import span, spans

CONTEXT = context_of(Sources(EXAMPLE / "data", EXAMPLE / "content", THEME))

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
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_what_spreadsheets_put_round_a_table_does_not_matter(
    tmp_path: Path, delimiter: str, mark: str, ending: str
) -> None:
    """A byte order mark, the line ends of each system, titles in capitals, and columns and rows without anything in them."""
    rows = ["Area;PERIOD;Value ;URL;;", "dyffryn;2019-20; 4 ;https://a.example/;;", ";;;;;", ""]
    path = tmp_path / "observations" / "tabl.csv"
    path.parent.mkdir()
    path.write_bytes((mark + ending.join(rows).replace(";", delimiter)).encode())
    [figure] = _read(tmp_path)["tabl"].observations
    assert (str(figure.period), str(figure.value)) == ("2019-20", "4")


@pytest.mark.parametrize("hint", ["sep=;", "SEP=;", '"sep=;"', "sep=;;;;", "sep=; "])
def test_a_first_line_for_excel_is_no_row(hint: str) -> None:
    """It says what is between cells, and the lines below it keep their numbers."""
    rows, problems = parse(f"{hint}\na,b;c\nun;dau\n", "tabl.csv", ("a,b", "c"), ("c",))
    assert problems == []
    assert rows
    assert [(row.cells, row.places) for row in rows] == [({"a,b": "un", "c": "dau"}, {"a,b": (3, 1), "c": (3, 4)})]


@given(st.lists(st.text('ab";\n', max_size=6), min_size=2, max_size=4))
def test_cells_begin_where_csv_says(cells: list[str]) -> None:
    """As csv reads the row, wherever there are quotes: what stands at the place of a cell is what is in the cell."""
    text = ";".join(cells)
    try:
        [read] = csv.reader(text.splitlines(keepends=True), delimiter=";", strict=True)
    except (csv.Error, ValueError):
        return
    titles = [f"t{place}" for place in range(len(read))]
    rows, problems = parse(f"{';'.join(titles)}\n{text}\n", "tabl.csv", titles, ())
    assert problems == []
    lines = text.split("\n")
    for row in rows or ():
        for title, cell in row.cells.items():
            line, column = row.places[title]
            there = "\n".join(lines[line - 2 :])[column - 1 :]
            there = there[1:].replace('""', '"') if there.startswith('"') else there
            assert there.lstrip().startswith(cell), (there, cell)


notes = st.one_of(
    st.none(), st.builds(str.__add__, st.sampled_from(["", *FORMULA[:4], '"', "<b>"]), words).map(str.strip)
)


@given(
    st.lists(st.tuples(st.sampled_from(["dyffryn", "pobman"]), spans, st.sampled_from(Precision), st.booleans(), notes))
)
@pytest.mark.slow
def test_a_download_can_be_read_again(rows: list[tuple[str, str, Precision, bool, str | None]]) -> None:
    """Downloaded and put back, a table says what it said; and no cell of words begins like a formula."""
    observations = tuple(
        Observation.model_construct(
            area=area, period=span(period), value=FigureRange(Decimal("-4.5"), Decimal(place)), status=status,
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
        return _read(Path(folder))["tabl"].observations


def _read(data: Path) -> Mapping[str, Series]:
    found, problems = read_observations(Folder(data, "data"), CONTEXT, None)
    assert problems == []
    assert isinstance(found, Tables)
    return found.series


def test_the_real_tables_survive_a_download() -> None:
    """Every table of the site, written and read again, holds the same figures."""
    for each in _read(ROOT / "data").values():
        assert _read_again(table(each, ["cy", "en"])) == each.observations, each.file
