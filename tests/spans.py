"""Stretches of time as people type them, for tests that try many."""

from datetime import date

from hypothesis import strategies as st

from drws.kernel.values import TimeSpan

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


def span(text: str) -> TimeSpan:
    """A period, where financial years begin in April."""
    return TimeSpan.parse(text, financial_year_start=4)
