"""Whether somebody is there now, in a real browser at fixed moments, for a visitor in another time zone."""

import pytest
from playwright.sync_api import expect

from .sample import every_page, loaded
from .visits import DESKTOP, Windows

pytestmark = [pytest.mark.browser, pytest.mark.nginx]


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
    language: str, moment: str, key: str, values: dict[str, str], windows: Windows
) -> None:
    """South East Wales answers Monday to Friday, 9am to 5pm; nobody knows about bank holidays."""
    words = loaded().words
    assert words
    said = {name: words.say(each, language) if "." in each else each for name, each in values.items()}
    url = next(
        page.url for page in every_page() if page.name == "region:south-east-wales" and page.language == language
    )
    with windows.new(DESKTOP, timezone_id="Pacific/Auckland") as context:
        page = context.new_page()
        page.clock.set_fixed_time(moment)
        page.goto(url)
        expect(page.locator("[data-open-now]").first).to_have_text(words.say(key, language, **said))
