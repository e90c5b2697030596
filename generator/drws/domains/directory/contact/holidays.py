"""The public holidays of the place that a site is about, from packages that bring them along: nothing is fetched.

A calendar for another country is another line in `CALENDARS`. Which one a site uses is data: `holidays` in `data/site.yml`.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib.resources import files

from drws.domains.directory.contact.opening import Calendar
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Problem, nearest


def _united_kingdom(division: str) -> Calendar:
    """The bank holidays of a part of the United Kingdom (gov.uk/bank-holidays), as `govuk-bank-holidays` holds them.

    Its file is read, not its class: that imports a network library, for which every run of every command would wait.
    """
    every = json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text("utf-8"))
    return Calendar(frozenset(date.fromisoformat(each["date"]) for each in every[division]["events"]))


CALENDARS: Mapping[str, Callable[[], Calendar]] = {
    division: partial(_united_kingdom, division) for division in ("england-and-wales", "scotland", "northern-ireland")
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
