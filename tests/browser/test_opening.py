"""Whether somebody is there now, in a real browser at fixed moments, for a visitor in another time zone."""

from collections.abc import Iterator
from datetime import time

import pytest
from playwright.sync_api import Page, expect

from drws.domains.directory.queries import contacts_of, providers
from drws.kernel.site import Site

from .sample import every_page, loaded
from .visits import PHONE, Windows

WORKING_DAY = ("MO", "TU", "WE", "TH", "FR"), time(9), time(17), None


def office_hours(site: Site) -> Iterator[str]:
    """The pages on which only such hours stand."""
    for organization in providers(site).values():
        contacts = [contact for contact in contacts_of(organization, site) if contact.schedules]
        hours = {
            (tuple(day.value for day in each.byday), each.opens_at, each.closes_at, each.closed_on_holidays)
            for contact in contacts
            for each in contact.schedules
        }
        if hours == {WORKING_DAY} and not any(contact.holiday_hours for contact in contacts):
            yield f"{organization.KIND}:{organization.id}"


SITE = loaded().site
OFFICE_HOURS = tuple(office_hours(SITE)) if SITE else ()

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


GROWTH = """(line) => {
    const height = line.offsetHeight;
    line.firstElementChild.textContent = "";
    return height - line.offsetHeight;
}"""
"""By how much the line is higher than before the script spoke."""


@pytest.fixture(scope="module")
def far_away(windows: Windows) -> Iterator[Page]:
    """The phone of somebody in another time zone."""
    with windows.new_unpainted(PHONE, timezone_id="Pacific/Auckland") as context:
        yield context.new_page()


@pytest.mark.parametrize(
    ("moment", "key", "values"),
    [
        ("2026-11-23T10:00:00Z", "open_now.open_until", {"time": "5pm"}),
        ("2026-11-23T08:59:00Z", "open_now.closed_until", {"day": "open_now.today", "time": "9am"}),
        ("2026-11-28T12:00:00Z", "open_now.closed_until", {"day": "schedule.on_day.MO", "time": "9am"}),
        ("2027-06-07T08:00:00Z", "open_now.open_until", {"time": "5pm"}),
        ("2026-12-25T10:00:00Z", "open_now.holiday", {}),
    ],
    ids=["monday", "early", "saturday", "summer-time", "christmas"],
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_the_page_says_whether_somebody_is_there(
    language: str, moment: str, key: str, values: dict[str, str], far_away: Page
) -> None:
    """Somebody answers Monday to Friday, 9am to 5pm; nobody knows about bank holidays."""
    words = loaded().strings
    assert words
    said = {name: words.say(each, language) if "." in each else each for name, each in values.items()}
    urls = [page.url for page in every_page() if page.name in OFFICE_HOURS and page.language == language]
    if not urls:
        pytest.skip("today nobody keeps exactly these hours")
    far_away.clock.set_fixed_time(moment)
    far_away.goto(urls[0])
    line = far_away.locator("[data-open-now]").first
    expect(line).to_have_text(words.say(key, language, **said))
    assert line.evaluate(GROWTH) == 0, "nothing moves when the script speaks"
