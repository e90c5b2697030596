"""The public holidays of the place that a site is about, from packages that bring them along: nothing is fetched.

A calendar for another country is another line in `CALENDARS`. Which one a site uses is data: `holidays` in `data/site.yml`.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from importlib.resources import files

from drws.domains.directory.contact.opening import HolidayCalendar
from drws.domains.directory.settings import DirectorySettings
from drws.kernel.partnership import Partnership
from drws.kernel.problem import Problem, nearest
from drws.planning.domain import Read, Reader
from drws.read.decode import Context
from drws.read.reader import Folder


def _united_kingdom(division: str) -> HolidayCalendar:
    """The bank holidays of a part of the United Kingdom (gov.uk/bank-holidays), as `govuk-bank-holidays` holds them.

    Its file is read, not its class: that imports a network library, for which every run of every command would wait.
    """
    every = json.loads(files("govuk_bank_holidays").joinpath("bank-holidays.json").read_text("utf-8"))
    return HolidayCalendar(frozenset(date.fromisoformat(each["date"]) for each in every[division]["events"]))


CALENDARS: Mapping[str, Callable[[], HolidayCalendar]] = {
    division: partial(_united_kingdom, division) for division in ("england-and-wales", "scotland", "northern-ireland")
}
"""Every calendar that `data/site.yml` can name."""


def read_calendar(_data: Folder, _context: Context, partnership: Partnership | None) -> Read:
    """The calendar that a site names: none when it names none."""
    settings = partnership.settings(DirectorySettings) if partnership else None
    name = settings.holidays if settings else None
    if name is None:
        return Read(None, [])
    if read := CALENDARS.get(name):
        return Read(read(), [])
    values = {"value": name, "nearest": nearest(name, CALENDARS), "known": ", ".join(CALENDARS)}
    return Read(None, [Problem(Partnership.place("holidays"), "value.choice", values)])


HOLIDAYS = Reader(HolidayCalendar, read_calendar)
