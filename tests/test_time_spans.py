"""Stretches of time that figures are for: written as they were read, and as long as they say."""

from datetime import date

import pytest
from hypothesis import example as such_as
from hypothesis import given

from drws.kernel.values import PeriodKind, TimeSpan
from tests.spans import span, spans


@such_as("0001-02")
@such_as("9998-99~")
@given(spans)
def test_a_period_is_written_as_it_was_read(text: str) -> None:
    """Whatever it is, an office reads in a download what it typed."""
    assert str(span(text)) == text


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
    read = span(typed)
    ends = [day.isoformat() if day else None for day in read.days]
    assert (read.kind, *ends) == (kind, first, last)


@pytest.mark.parametrize(
    ("typed", "is_short"),
    [
        ("2023-04-01/2024-03-31", True),
        ("2023-04-01/2024-04-01", True),
        ("2022-04-01/2023-04-02", False),
        ("2022-04/2023-04", False),
        ("2024-02-29/2025-03-01", False),
        ("9998", True),
        ("2015/..", False),
        ("undated", False),
    ],
)
def test_a_year_is_one_of_the_calendar(typed: str, is_short: bool) -> None:  # noqa: FBT001  a column of the table above
    """From a day to the same day of the next year, whether or not a leap day lies between them."""
    assert span(typed).fits_in_a_year() is is_short


@pytest.mark.parametrize(
    ("start", "first", "last"),
    [(2, "2019-02-01", "2020-01-31"), (7, "2019-07-01", "2020-06-30"), (12, "2019-12-01", "2020-11-30")],
)
def test_a_financial_year_begins_when_the_site_says(start: int, first: str, last: str) -> None:
    """In Britain in April, elsewhere in another month. It is written alike."""
    year = TimeSpan.parse("2019-20", financial_year_start=start)
    assert (year.days, str(year)) == ((date.fromisoformat(first), date.fromisoformat(last)), "2019-20")
