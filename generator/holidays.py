"""The public holidays of the place that a site is about, from packages that bring them along: nothing is fetched.

A calendar for another country is another line in `CALENDARS`. Which one a site uses is data: `holidays` in `data/site.yml`.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from importlib.resources import files
from typing import Any

from govuk_bank_holidays.bank_holidays import BankHolidays

from generator.model import Partnership
from generator.model.opening import Calendar
from generator.problems import Problem, nearest


class _Bundled(BankHolidays):  # type: ignore[misc]  # the package carries no types
    """The bank holidays that the package holds, read as UTF-8 whatever the machine's locale is."""

    @classmethod
    def load_backup_data(cls) -> Any:  # noqa: ANN401  the package's own JSON
        return json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text("utf-8"))


def _united_kingdom(division: str) -> Callable[[], Calendar]:
    """The bank holidays of a part of the United Kingdom (gov.uk/bank-holidays), as the package holds them."""

    def read() -> Calendar:
        every = _Bundled(use_cached_holidays=True).get_holidays(division=division)
        return Calendar(frozenset(date.fromisoformat(each["date"].isoformat()) for each in every))

    return read


CALENDARS: Mapping[str, Callable[[], Calendar]] = {
    division: _united_kingdom(division) for division in BankHolidays.ALL_DIVISIONS
}
"""Every calendar that `data/site.yml` can name."""


def read_calendar(partnership: Partnership) -> tuple[Calendar | None, list[Problem]]:
    """The calendar that a site names: none when it names none."""
    if partnership.holidays is None:
        return None, []
    if read := CALENDARS.get(partnership.holidays):
        return read(), []
    values = {
        "value": partnership.holidays,
        "nearest": nearest(partnership.holidays, CALENDARS),
        "known": ", ".join(CALENDARS),
    }
    return None, [Problem(partnership.at("holidays"), "value.choice", values)]
