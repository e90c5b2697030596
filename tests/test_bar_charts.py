"""Bar charts: every bar is a figure that can stand beside the others, and nothing is drawn where nothing is known."""

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example as such_as
from hypothesis import given
from hypothesis import strategies as st

from drws.domains.figures.measure.bar_chart import BAR_HEIGHT, GAP, LINE, SECOND, chart, is_drawn
from drws.domains.figures.measure.record import Counted, Measure, Unit
from drws.domains.figures.observation.record import Observation, Precision
from drws.kernel.values import FigureRange
from tests.spans import span, spans


def _measure(counted: Counted) -> Measure:
    fields: dict[str, Any] = {"id": "mesur", "unit": Unit.COUNT, "counted": counted}
    return Measure.model_construct(**fields)


def _figure(period: str, low: Decimal, more: Decimal = Decimal(0)) -> Observation:
    return Observation.model_construct(
        area="dyffryn",
        period=span(period),
        value=FigureRange(low, low + more),
        status=Precision.EXACT,
        url=(),
    )


MONTHS = [date(year, month, 1) for year in range(1995, 2019) for month in range(1, 13)]
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
        assert len({each.period.days for each in comparable}) < 2
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
        last, first = max(_days(bar.observation)[1] for bar in before), min(_days(bar.observation)[0] for bar in after)
        empty = [month for month, following in pairwise(MONTHS) if last < month and following <= first]
        between = [gap for gap in drawn.gaps if before[-1].top < gap.top < after[0].top]
        assert len(between) == (1 if len(empty) >= 12 else 0)
    for bar in drawn.bars:
        assert bar.top >= max(bar.words, bar.second) + 6
    for gap in drawn.gaps:
        assert gap.top + gap.height >= max(gap.words, gap.second) + 4
        assert bool(gap.second) == (gap.first != gap.last)
    tops = [line.top for line in drawn.lines]
    assert all(after - before >= BAR_HEIGHT + 6 for before, after in pairwise(tops))
    assert drawn.height == LINE * len(drawn.bars) + GAP * len(drawn.gaps) + SECOND * sum(
        line.second > 0 for line in drawn.lines
    )
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


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("2022-03-31", "2023-03-31", None),
        ("2023-03-31", "2024-03-31", None),  # 29 February 2024 lies between them
        ("2023-02-28", "2024-02-29", None),
        ("2024-02-29", "2025-02-28", None),
        ("2023-03-31", "2024-04-01", ("2023-M04", "2024-M03")),
        ("2022-03-31", "2024-03-31", ("2022-M04", "2024-M02")),
        ("2022-23", "2023-24", None),
        ("2022-23", "2024-25", ("2023-24", "2023-24")),
        ("2018-19", "2022-23", ("2019-20", "2021-22")),
        ("2022", "2024-12-31", ("2023-M01", "2024-M11")),
        ("2023-12-31", "2024-M12", None),
        ("9996", "9998-12-31", ("9997-M01", "9998-M11")),
    ],
)
def test_a_year_without_a_figure_is_twelve_whole_months(before: str, after: str, said: tuple[str, str] | None) -> None:
    """Whether or not a leap day lies between: figures of the same day of each year have no gap between them."""
    drawn = chart([_figure(each, Decimal(1)) for each in (before, after)], _measure(Counted.ON_A_DAY))
    assert drawn
    assert [(str(gap.first), str(gap.last)) for gap in drawn.gaps] == ([said] if said else [])


def test_only_what_is_as_long_stands_side_by_side() -> None:
    """What happened in a decade or in half a year is not beside what happened in a year; what there was on a day may be."""
    periods = ["2018-19", "2019-20", "2014/2024", "2020-04/2020-09", "2021-03-31", "undated"]
    during = chart([_figure(each, Decimal(1)) for each in periods], _measure(Counted.DURING))
    on_a_day = chart([_figure(each, Decimal(1)) for each in periods], _measure(Counted.ON_A_DAY))
    assert during
    assert on_a_day
    assert [str(bar.observation.period) for bar in during.bars] == ["2018-19", "2019-20"]
    assert len(on_a_day.bars) == 4


def test_two_figures_for_one_time_are_numbered_however_it_is_written() -> None:
    """And alone they make no chart: there is no other time beside them."""
    twice = [_figure("2019-20", Decimal(1)), _figure("2019-04/2020-03", Decimal(2))]
    assert chart(twice, _measure(Counted.ON_A_DAY)) is None
    drawn = chart([*twice, _figure("2020-21", Decimal(3))], _measure(Counted.ON_A_DAY))
    assert drawn
    assert [bar.number for bar in drawn.bars] == [1, 2, 0]
