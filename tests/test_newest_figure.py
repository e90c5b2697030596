"""Which figure is the newest: the one that serves the reader, by a rule that `newest` in `performance.py` says in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from drws.build.load import Sources, load
from drws.domains.figures.measure.record import Counted, Measure
from drws.domains.figures.observation.record import Observation, Series, Tables
from drws.domains.figures.performance.page import newest, plan
from drws.planning.plan import Planner
from tests.example import AS_OF, EXAMPLE, THEME
from tests.spans import span

DURING, ON_A_DAY = Counted.DURING, Counted.ON_A_DAY


@pytest.fixture(scope="module")
def planner() -> Planner:
    """What plans the pages of the small example."""
    read = load(Sources(EXAMPLE / "data", EXAMPLE / "content", THEME), AS_OF)
    assert read.site
    assert read.strings
    assert read.addresses
    return Planner(read.site, read.strings, read.addresses, read.site.languages[0], read.domains)


@pytest.mark.parametrize(
    ("counted", "typed", "shown"),
    [
        (DURING, ["2018-19", "2009-10"], ["2018-19"]),
        (DURING, ["2009-10", "2024-M04/2024-M09"], ["2024-M04/2024-M09"]),  # a year long ago hides nothing
        (DURING, ["2023-24", "2024-M04/2024-M09"], ["2023-24"]),  # the half year after it cannot stand beside others
        (DURING, ["2023-24", "2024-M10/2025-M03"], ["2023-24"]),
        (DURING, ["2022-23", "2024-M04/2024-M09"], ["2024-M04/2024-M09"]),
        (DURING, ["2024-25", "2024-M10/2025-M03"], ["2024-25"]),
        (DURING, ["2017-18", "2014/2024"], ["2017-18"]),  # a total of many years is not news
        (DURING, ["2014/2024", "2010/2020"], ["2014/2024"]),
        (DURING, ["2024-M04/2024-M09", "2014/2024"], ["2024-M04/2024-M09"]),
        (DURING, ["../2018", "2015/..", "undated"], ["../2018"]),
        (DURING, ["../2018", "2020/..", "undated"], ["2020/.."]),
        (DURING, ["undated", "undated"], ["undated", "undated"]),
        (DURING, ["2023-24", "2023-24~", "2022-23"], ["2023-24", "2023-24~"]),
        (ON_A_DAY, ["2023-03-31", "2024-M11", "2024-03-31"], ["2024-M11"]),
        (ON_A_DAY, ["2024-03-31", "2023-24"], ["2024-03-31"]),
        (ON_A_DAY, [], []),
    ],
)
def test_the_newest_figure_is_the_one_that_serves_readers(
    planner: Planner, counted: Counted, typed: list[str], shown: list[str]
) -> None:
    """Whatever the order of the rows."""
    measure = Measure.model_construct(**dict[str, Any](id="mesur", counted=counted))
    rows = tuple(Observation.model_construct(**dict[str, Any](area="dyffryn", period=span(each))) for each in typed)
    for order in (rows, rows[::-1]):
        site = replace(planner.site, datasets={Tables: Tables({"mesur": Series("mesur.csv", order, ())})})
        found = newest(measure, "dyffryn", replace(planner, site=site))
        assert sorted(str(each.period) for each in found) == shown


def test_what_has_no_date_is_not_new(planner: Planner) -> None:
    """Measures stand in the order of their newest figures, and those without a date come last."""
    [known] = planner.site.all(Measure)
    periods = {"b-1": "2009-10", "c-2": "undated", "d-3": "2024", "e-4": "2015/.."}
    rows = {
        id_: (Observation.model_construct(**dict[str, Any](area="pobman", period=span(typed))),)
        for id_, typed in periods.items()
    }
    site = replace(
        planner.site,
        records={**planner.site.records, Measure: {id_: known.model_copy(update={"id": id_}) for id_ in periods}},
        datasets={Tables: Tables({id_: Series(f"{id_}.csv", series, ()) for id_, series in rows.items()})},
    )
    [group] = next(plan(replace(planner, site=site))).view.themes
    assert [periods[each.measure.id] for each in group.members] == ["2024", "2015/..", "2009-10", "undated"]


@pytest.mark.parametrize(
    ("typed", "as_of", "is_old"),
    [
        ("2017-18", date(2020, 3, 31), False),
        ("2017-18", date(2020, 4, 1), True),
        ("2024-02-29", date(2026, 2, 28), False),
        ("2024-02-29", date(2026, 3, 1), True),
        ("2015/..", date(2026, 3, 1), False),  # it goes on
        ("undated", date(2026, 3, 1), False),  # nobody knows, and its own words say so
    ],
)
def test_an_old_figure_is_not_taken_for_a_new_one(planner: Planner, typed: str, as_of: date, *, is_old: bool) -> None:
    """More than two years after its time ended."""
    [known] = planner.site.all(Measure)
    rows = (Observation.model_construct(**dict[str, Any](area="pobman", period=span(typed))),)
    site = replace(
        planner.site,
        as_of=as_of,
        records={**planner.site.records, Measure: {known.id: known.model_copy(update={"counted": ON_A_DAY})}},
        datasets={Tables: Tables({known.id: Series("mesur.csv", rows, ())})},
    )
    [headline] = next(plan(replace(planner, site=site))).view.headlines
    assert headline.is_old is is_old
