"""The one place that asks what day it is, and knows for which days a site can be made."""

import os
import re
from datetime import UTC, date, datetime, timedelta

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
"""The first and the last day for which a site can be made: pages look years back and ahead, and no calendar here goes on for ever."""

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that says which moment it is (reproducible-builds.org)."""


class DayError(ValueError):
    """No site can be made for what was named. It says what can be named instead."""


def today() -> date:
    """The day for which a site is built when nobody names one: that of SOURCE_DATE_EPOCH, or today's, in UTC. Raises DayError."""
    epoch = os.environ.get(EPOCH, "")
    if not epoch:
        return datetime.now(UTC).date()
    try:
        return _possible((datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=_whole(epoch))).date())
    except (ValueError, OverflowError):
        raise DayError(
            f"{EPOCH} is a moment in whole seconds since 1970, before the year {LATEST.year + 1}: 1764000000"
        ) from None


def day_named(written: str) -> date:
    """A day that somebody wrote. Raises DayError."""
    try:
        return _possible(date.fromisoformat(written))
    except ValueError:
        raise DayError(f"write a day as year-month-day, from {EARLIEST} to {LATEST}: 2026-11-21") from None


def _whole(written: str) -> int:
    if not re.fullmatch("-?[0-9]{1,20}", written):
        raise DayError
    return int(written)


def _possible(day: date) -> date:
    if not EARLIEST <= day <= LATEST:
        raise DayError
    return day
