"""When a contact can be reached: `generator/drws/domains/directory/contact/opening.py`, and the calendars of `generator/drws/domains/directory/contact/holidays.py`."""

import json
from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.build.output import Output, gather_output
from drws.domains.directory.contact.check_schedules import closed_and_open, holiday_overlaps, overlaps
from drws.domains.directory.contact.holidays import CALENDARS
from drws.domains.directory.contact.opening import HolidayCalendar, Opening
from drws.domains.directory.contact.record import Contact, Weekday
from drws.domains.directory.contact.span import Span
from drws.say.strings import Strings

if TYPE_CHECKING:
    from tests.example import Example

CHRISTMAS = date(2026, 12, 25)  # a Friday
BOXING_DAY = date(2026, 12, 28)  # a Monday: the substitute day
CALENDAR = HolidayCalendar(frozenset({CHRISTMAS, BOXING_DAY, date(2027, 8, 30)}))


def contact(*schedules: dict[str, Any], holiday_hours: tuple[dict[str, str], ...] = ()) -> Contact:
    """A contact with these hours."""
    return Contact.model_validate(
        {
            "id": "tim",
            "organization_id": "dyffryn",
            "name": {"same": "Tîm"},
            "purpose": "enquiries",
            "schedules": list(schedules),
            "holiday_hours": list(holiday_hours),
            "translation": "draft",
            "sources": [{"url": "https://dyffryn.example/"}],
        },
        context={"languages": ("cy", "en"), "country": "GB"},
    )


def hours(byday: str, opens_at: str = "9:00", closes_at: str = "17:00", **more: str) -> dict[str, Any]:
    """A schedule."""
    return {"byday": byday.split(), "opens_at": opens_at, "closes_at": closes_at, **more}


def opening(of: Contact, as_of: date = date(2026, 11, 21)) -> Opening:
    """When it can be reached."""
    return Opening(of, CALENDAR, as_of)


def test_a_week_has_its_hours_in_order_and_midnight_is_the_end_of_a_day() -> None:
    """Two schedules of one day stand in the order of the clock."""
    week = opening(contact(hours("MO TU", "17:00", "0:00"), hours("TU", "0:00", "8:30"))).week
    assert week == {Weekday.MO: (Span(1020, 1440),), Weekday.TU: (Span(0, 510), Span(1020, 1440))}


@pytest.mark.parametrize(
    ("said", "expected"),
    [("true", ()), ("false", (Span(540, 1020),)), (None, None)],
    ids=["closed", "open", "nobody-knows"],
)
def test_a_holiday_is_what_the_source_says(said: str | None, expected: tuple[Span, ...] | None) -> None:
    """Closed, open as usual, or not known: never guessed."""
    more = {"closed_on_holidays": said} if said else {}
    found = opening(contact(hours("MO TU WE TH FR", **more))).holidays
    assert [(each.day, each.spans) for each in found] == [(CHRISTMAS, expected), (BOXING_DAY, expected)]


def test_hours_of_one_holiday_count_more_than_the_rule() -> None:
    """What is recorded for the day itself wins, closed or open."""
    own = ({"date": "2026-12-25"}, {"date": "2026-12-28", "opens_at": "10:00", "closes_at": "12:00"})
    found = opening(contact(hours("MO FR"), holiday_hours=own)).holidays
    assert [each.spans for each in found] == [(), (Span(600, 720),)]


def test_a_holiday_on_a_day_without_hours_is_no_news() -> None:
    """Who never works on Mondays is not “closed” on a holiday Monday."""
    assert [each.day for each in opening(contact(hours("FR", closed_on_holidays="true"))).holidays] == [CHRISTMAS]


@pytest.mark.parametrize(
    ("as_of", "days"),
    [(date(2026, 10, 25), 0), (date(2026, 10, 26), 1), (date(2026, 12, 25), 2), (date(2026, 12, 29), 0)],
    ids=str,
)
def test_sixty_days_ahead_are_told(as_of: date, days: int) -> None:
    """From the day itself to the sixtieth after it."""
    assert len(opening(contact(hours("MO FR")), as_of).holidays) == days


def test_the_script_gets_a_year_and_no_more() -> None:
    """What the browser reads: a list for every weekday, and the holidays until the day after which it says nothing."""
    told = json.loads(opening(contact(hours("MO", closed_on_holidays="true")), date(2026, 8, 31)).as_json)
    assert told["week"] == [[[540, 1020]], [], [], [], [], [], []]
    assert told["holidays"] == {"2026-12-28": [], "2027-08-30": []}
    assert told["until"] == "2027-08-30"
    assert json.loads(opening(contact(hours("MO")), date(2026, 1, 1)).as_json)["until"] == "2027-01-02"


def test_the_script_is_told_every_time_that_it_can_need() -> None:
    """Those of the week and of the holidays that it gets; what has the same minute is said once."""
    own = ({"date": "2026-12-28", "opens_at": "10:30", "closes_at": "0:00"},)
    found = opening(contact(hours("MO TU"), hours("FR", "0:00", "12:00"), holiday_hours=own))
    said = json.loads(found.as_json)
    spans = [span for day in [*said["week"], *said["holidays"].values()] for span in day or ()]
    assert set(found.times) == {minute for span in spans for minute in span}
    assert found.times == {0: time(0), 540: time(9), 630: time(10, 30), 720: time(12), 1020: time(17), 1440: time(0)}
    assert 630 not in opening(contact(hours("MO"), holiday_hours=own), date(2026, 12, 30)).times


def test_without_a_calendar_nothing_is_known_of_holidays() -> None:
    """The script then has no day for which it may speak."""
    without = Opening(contact(hours("MO")), None, date(2026, 11, 21))
    assert without.holidays == ()
    assert json.loads(without.as_json)["until"] == "0001-01-01"


EVERY_DAY = "MO TU WE TH FR SA SU"


@pytest.mark.parametrize(
    ("schedules", "own", "expected"),
    [
        ([hours(EVERY_DAY, "0:00", "0:00", closed_on_holidays="false")], (), True),
        ([hours(EVERY_DAY, "0:00", "0:00")], (), False),
        ([hours(EVERY_DAY, "0:00", "0:00", closed_on_holidays="true")], (), False),
        ([hours(EVERY_DAY, "0:00", "0:00", closed_on_holidays="false")], ({"date": "2026-12-25"},), False),
        ([hours(EVERY_DAY, "0:00", "23:00", closed_on_holidays="false")], (), False),
        ([hours("MO TU WE TH FR SA", "0:00", "0:00", closed_on_holidays="false")], (), False),
    ],
    ids=["always", "holidays-unknown", "not-on-holidays", "not-at-christmas", "not-at-night", "not-on-sundays"],
)
def test_a_line_is_always_open_only_when_no_hour_is_left_out(
    schedules: list[dict[str, Any]], own: tuple[dict[str, str], ...], *, expected: bool
) -> None:
    """From midnight to midnight on every day, and a source says that it is so on public holidays."""
    assert contact(*schedules, holiday_hours=own).is_always_open is expected


def test_hours_that_touch_do_not_overlap() -> None:
    """The end of one may be the beginning of the other; a minute more is too much."""
    assert list(overlaps(contact(hours("MO TU", "9:00", "12:00"), hours("TU", "12:00", "17:00")))) == []
    assert list(overlaps(contact(hours("MO TU", "9:00", "12:01"), hours("TU MO", "12:00", "17:00")))) == [
        (1, Weekday.MO)
    ]
    assert list(overlaps(contact(hours("MO", "20:00", "0:00"), hours("MO", "23:00", "0:00")))) == [(1, Weekday.MO)]


def test_hours_of_a_holiday_stand_in_the_order_of_the_clock() -> None:
    """The script takes the first hours that are still to come; a gap between two is closed."""
    day = {"date": "2026-12-28"}
    later, sooner = {"opens_at": "14:00", "closes_at": "16:00"}, {"opens_at": "9:00", "closes_at": "11:00"}
    found = opening(contact(hours("MO"), holiday_hours=({**day, **later}, {**day, **sooner})))
    assert found.on_holiday(BOXING_DAY) == (Span(540, 660), Span(840, 960))
    usual = contact(hours("MO", **later, closed_on_holidays="false"), hours("MO", **sooner, closed_on_holidays="false"))
    assert opening(usual).on_holiday(BOXING_DAY) == (Span(540, 660), Span(840, 960))


def test_hours_of_one_holiday_do_not_contradict_each_other() -> None:
    """They may touch and not overlap; closed is said alone; another day is another matter."""
    entries = (
        {"date": "2026-12-28", "opens_at": "14:00", "closes_at": "16:00"},
        {"date": "2026-12-28", "opens_at": "9:00", "closes_at": "14:00"},
        {"date": "2026-12-25"},
        {"date": "2026-12-28"},
        {"date": "2026-12-28", "opens_at": "10:00", "closes_at": "15:00"},
    )
    of = contact(hours("MO"), holiday_hours=entries)
    assert list(holiday_overlaps(of)) == [4]
    assert list(closed_and_open(of)) == [3, 4]


def test_hours_of_holidays_alone_are_told_and_nothing_is_said_of_other_days() -> None:
    """Who records only Christmas is known for Christmas, closed or open."""
    own = ({"date": "2026-12-25"}, {"date": "2026-12-28", "opens_at": "10:00", "closes_at": "12:00"})
    found = opening(contact(holiday_hours=own))
    assert [(each.day, each.spans) for each in found.holidays] == [(CHRISTMAS, ()), (BOXING_DAY, (Span(600, 720),))]
    assert found.on_holidays == "unknown"


@pytest.fixture(scope="module")
def output(built: "Example") -> Output:
    """The small example, to be rendered."""
    made, _ = gather_output(built.load(), built.work)
    assert made
    return made


def told_to_the_script(output: Output, words: Strings) -> dict[str, Any]:
    """What the English page of a region hands to `open-now.js`."""
    plan = next(plan for plan in output.plans if plan.name == "region:dyffryn" and plan.language == "en")
    page = LexborHTMLParser(replace(output.renderer, strings=words).render(plan))
    return {
        name.removeprefix("data-"): (value or "") if name == "data-longest" else json.loads(value or "")
        for name, value in page.css("[data-open-now]")[0].attributes.items()
        if name in {"data-hours", "data-words", "data-longest"}
    }


def test_the_script_gets_words_as_they_are_written(output: Output) -> None:
    """It writes plain text: what is escaped for HTML on the way would be shown escaped."""
    plain = 'C\'est <ouvert> & "prêt"'
    words = replace(
        output.renderer.strings, entries={**output.renderer.strings.entries, "open_now.open": {"en": plain}}
    )
    assert told_to_the_script(output, words)["words"]["open"] == plain


def test_the_script_says_a_time_as_the_page_does(output: Output) -> None:
    """The rule for times stands in one place, and the script gets what it says."""
    assert told_to_the_script(output, output.renderer.strings)["words"]["times"] == {
        "540": "9am",
        "990": "4.30pm",
        "1020": "5pm",
    }


@pytest.mark.parametrize("key", ["open_until", "closed_until", "holiday"])
def test_room_is_kept_for_the_longest_sentence(key: str, output: Output) -> None:
    """Whichever it is: hours until the longest time, from the longest day on, or a holiday."""
    entries = output.renderer.strings.entries
    longest = f"{entries[f'open_now.{key}']['en']} {'and so on ' * 9}"
    words = replace(output.renderer.strings, entries={**entries, f"open_now.{key}": {"en": longest}})
    told = told_to_the_script(output, words)["longest"]
    assert told == longest.replace("{day}", "Wednesday").replace("{time}", "4.30pm")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (time(0), "midnight"), (time(0, 30), "12.30am"), (time(9, 5), "9.05am"), (time(11, 59), "11.59am"), (time(12), "12pm"),
        (time(16, 30), "4.30pm"),
    ],
)  # fmt: skip
def test_a_time_of_day_is_written_as_govuk_has_it(at: time, said: str, output: Output) -> None:
    """With a full stop, and midnight in words."""
    assert output.renderer.environments["en"].filters["time"](at) == said


def test_the_bundled_calendars_are_those_of_the_kingdom() -> None:
    """Each part of the United Kingdom has its own, with days that it alone keeps."""
    read = {name: make() for name, make in CALENDARS.items()}
    assert set(read) == {"england-and-wales", "scotland", "northern-ireland"}
    assert CHRISTMAS in read["england-and-wales"].days
    assert BOXING_DAY in read["england-and-wales"].days
    assert date(2026, 11, 30) in read["scotland"].days
    assert date(2026, 11, 30) not in read["england-and-wales"].days
    assert all(each.until >= date(2027, 12, 28) for each in read.values())
