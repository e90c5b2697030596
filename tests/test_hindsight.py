"""A site made for a day in the past: it is what it was then, and what has happened since is no mistake."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from drws.build.load import load
from drws.domains.diary.meeting.record import Meeting

if TYPE_CHECKING:
    from tests.conftest import Example


@pytest.mark.parametrize("day", [date(2014, 1, 1), date(2021, 6, 30), date(2025, 9, 16)])
def test_a_site_can_be_seen_as_it_stood(example: "Example", day: date) -> None:
    """No meeting was held after that day, although its record says by now that it was."""
    from tests.conftest import AS_OF  # noqa: PLC0415  a test file is not of the same package

    loaded = load(example.sources, day, AS_OF)
    assert example.lines(loaded.problems) == []
    assert loaded.site
    held = [meeting.date.first_day for meeting in loaded.site.all(Meeting) if meeting.status == "held"]
    assert held == [date(2025, 9, 16)] * (day >= date(2025, 9, 16))
