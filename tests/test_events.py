"""Events: when they take place, what is past, whom to ask where there is none, and the calendars and files that say so."""

import json
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
import vobject
from selectolax.lexbor import LexborHTMLParser

from drws.domains.events.calendar.export import export as calendars
from drws.domains.events.event.occurrences import Occurrence, in_calendars, upcoming
from drws.domains.events.gaps.export import export as gaps
from drws.domains.events.gaps.gaps import expected_dates
from drws.planning.export import Publication

if TYPE_CHECKING:
    from drws.kernel.site import Site
    from tests.example import Example

AS_OF = date(2025, 11, 21)
EVENTS = ("cwrs-chwefror", "grwp-misol", "noson-ionawr", "noson-medi", "panel-chwefror")


def site_of(example: "Example", day: date = AS_OF) -> "Site":
    """The example on a day."""
    return example.planner(day).site


def days(example: "Example", event: str, day: date = AS_OF) -> list[Occurrence]:
    """The dates of an event that are to come on a day."""
    return [each for each in upcoming(site_of(example, day)) if each.event.id == event]


def without_events(example: "Example") -> None:
    """Take every event away."""
    example.change({f"data/events/{name}.yml": "null" for name in EVENTS})


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2025, 11, 21), date(2025, 12, 10)),
        (date(2026, 1, 14), date(2026, 1, 14)),  # on the day itself it is still there
        (date(2026, 1, 15), date(2026, 2, 11)),
    ],
)
def test_what_comes_round_again_has_its_next_day(example: "Example", day: date, first: date) -> None:
    """A day on which it does not take place is among them, and says so."""
    found = days(example, "grwp-misol", day)
    assert found[0].first_day == first
    assert [each.is_cancelled for each in found if each.first_day == date(2025, 12, 10)] == [True] * (day == AS_OF)


def test_lists_look_half_a_year_ahead_and_a_single_day_is_always_there(example: "Example") -> None:
    """A group that meets for ever does not fill the page."""
    example.change(
        {"data/events/noson-ionawr.yml": {"start_date": "2027-06-01", "booking": {"contact_id": "dyffryn-ymholiadau"}}}
    )
    found = days(example, "grwp-misol")
    assert max(each.first_day for each in found) <= date(2026, 5, 21)
    assert len(days(example, "noson-ionawr")) == 1


def test_an_event_of_several_days_is_over_after_the_last(example: "Example") -> None:
    """It has begun, and is still there."""
    assert len(days(example, "cwrs-chwefror", date(2026, 2, 8))) == 1
    assert days(example, "cwrs-chwefror", date(2026, 2, 9)) == []


def test_what_comes_round_again_and_lasts_for_ages_ends_with_the_calendar(example: "Example") -> None:
    """An end that somebody mistyped: no day lies beyond the last that a date can have."""
    example.change({"data/events/grwp-misol.yml": {"start_date": "2020-09-01", "end_date": "9998-12-31"}})
    assert example.lines(example.load().problems) == []
    last = date(9998, 12, 31)
    assert {each.last_day for each in days(example, "grwp-misol")} == {last}
    assert read(example, "calendar/ynys-las.ics")["event-grwp-misol-2026-02-11"].dtend.value.date() == last


@pytest.mark.parametrize(
    ("fields", "over"),
    [
        ({"start_date": "2026-01-20"}, "2026-01-20T20:30:00Z"),
        ({"start_date": "2026-03-28"}, "2026-03-28T20:30:00Z"),
        ({"start_date": "2026-03-29"}, "2026-03-29T19:30:00Z"),  # summer time began that morning
        (
            {"start_date": "2026-10-25", "start_time": "0:30", "end_time": "1:30"},
            "2026-10-25T00:30:00Z",
        ),  # the first of two
        ({"start_date": "2026-03-28", "start_time": None, "end_time": None}, "2026-03-29T00:00:00Z"),
        ({"start_date": "2026-07-01", "end_time": None}, "2026-07-01T23:00:00Z"),
    ],
)
def test_the_moment_from_which_a_date_is_past(example: "Example", fields: dict[str, str | None], over: str) -> None:
    """Its end in the time zone of the site; without a time, the midnight after it."""
    path = example.root / "data/events/noson-ionawr.yml"
    gone = [name for name, value in fields.items() if value is None]
    kept = [line for line in path.read_text("utf-8").splitlines() if line.partition(":")[0] not in gone]
    path.write_text("\n".join(kept) + "\n", "utf-8")
    example.change({"data/events/noson-ionawr.yml": {name: value for name, value in fields.items() if value}})
    (found,) = days(example, "noson-ionawr")
    assert found.over == over


def read(example: "Example", name: str, language: str = "en", day: date = AS_OF) -> dict[str, "vobject.base.Component"]:
    """The entries of a calendar, by their names, as another library reads them."""
    planner = example.planner(day, language)
    files = dict(calendars(Publication((planner,), ())))
    (path,) = (path for path in files if path.endswith(name))
    return {each.uid.value.partition("@")[0]: each for each in vobject.readOne(files[path]().decode()).vevent_list}


def test_a_calendar_has_each_day_with_its_time(example: "Example") -> None:
    """The clocks change in between, and the group meets at half past ten all the same; what is cancelled is crossed out."""
    found = read(example, "calendar/ynys-las.ics")
    winter, summer = found["event-grwp-misol-2026-02-11"], found["event-grwp-misol-2026-04-08"]
    assert winter.dtstart.value == datetime(2026, 2, 11, 10, 30, tzinfo=UTC)
    assert summer.dtstart.value == datetime(2026, 4, 8, 9, 30, tzinfo=UTC)
    cancelled = found["event-grwp-misol-2025-12-10"]
    assert (cancelled.status.value, cancelled.sequence.value) == ("CANCELLED", "1")
    course = found["event-cwrs-chwefror"]
    assert (course.dtstart.value, course.dtend.value) == (date(2026, 2, 7), date(2026, 2, 9))
    assert course.description.value.startswith("The next course will be in spring.")
    assert not any("noson-ionawr" in name for name in found)


def test_a_calendar_speaks_its_language_and_keeps_what_is_past(example: "Example") -> None:
    """An event for all regions is in the calendar of each. A year later it has gone."""
    welsh = read(example, "dyddiadau/calendr.ics", "cy")
    assert welsh["event-noson-ionawr"].summary.value == "Noson wybodaeth ar-lein"
    assert "event-noson-medi" in read(example, "calendar/dyffryn.ics")
    assert in_calendars(site_of(example, date(2025, 9, 16)))
    assert "event-noson-medi" not in read(example, "dates/calendar.ics", day=date(2026, 9, 17))


def test_where_dates_are_missing_is_told_to_staff(example: "Example") -> None:
    """A date that is cancelled, or too far away, is none."""
    found = {
        (each.region.id, each.kind.id): (each.next_day, each.is_missing) for each in expected_dates(site_of(example))
    }
    assert found == {
        ("dyffryn", "noson"): (date(2026, 1, 20), False),
        ("dyffryn", "cwrs"): (None, True),
        ("ynys-las", "noson"): (None, True),
        ("ynys-las", "cwrs"): (None, True),
    }
    example.change({"data/events/noson-ionawr.yml": {"region_ids": []}})
    late = {
        each.region.id: each for each in expected_dates(site_of(example, date(2025, 10, 27))) if each.kind.id == "noson"
    }
    assert [(late[name].next_day, late[name].is_missing) for name in ("dyffryn", "ynys-las")] == [
        (date(2026, 1, 20), True)
    ] * 2
    (made,) = (made for _, made in gaps(Publication((example.planner(),), ())))
    whole = json.loads(made())
    assert (whole["as_of"], whole["weeks"], len(whole["dates"])) == ("2025-11-21", 12, 4)


def test_the_last_day_of_the_weeks_counts(example: "Example") -> None:
    """Twelve weeks before the evening it is there in time; a day earlier it was not."""
    for day, is_missing in ((date(2025, 10, 28), False), (date(2025, 10, 27), True)):
        found = expected_dates(site_of(example, day))
        assert [e.is_missing for e in found if (e.region.id, e.kind.id) == ("dyffryn", "noson")] == [is_missing]


def page(example: "Example", path: str) -> LexborHTMLParser:
    """A page of the built site."""
    return LexborHTMLParser((example.site / path / "index.html").read_text("utf-8"))


def test_pages_have_what_is_to_come(built: "Example") -> None:
    """All dates in their order, those of a region, and the next ones on the pages that they belong to."""
    every = page(built, "en/dates").css("[data-directory-list] > li")
    starts = [each.css("time")[0].attributes["datetime"] or "" for each in every]
    assert starts == sorted(starts)
    assert not any("Information evening, 16" in each.text() for each in every)
    assert "Cancelled" in every[0].text()
    for path in ("en/regions/adopt-valley", "cy/rhanbarthau/mabwysiadu-dyffryn", "en/dates/region-adopt-valley"):
        names = [link.attributes["href"] or "" for link in page(built, path).css("[data-over] a")]
        assert any("2026-01-20" in name for name in names), path
    group = page(built, "en/services/parents-group").css("[data-over] a")
    assert {link.attributes["href"] for link in group} == {"/en/dates/a-cup-of-tea-for-parents/"}


def test_what_is_over_says_so_and_leaves_search(built: "Example") -> None:
    """Its page stays for whoever has the address; one to come says it only from the moment on."""
    past, coming = (
        page(built, f"en/dates/{name}")
        for name in ("2025-09-16-information-evening", "2026-01-20-online-information-evening")
    )
    over = past.css(".notice")[0]
    assert "over" in over.text()
    assert over.parent
    assert "hidden" not in over.parent.attributes
    shown = coming.css("[data-shown-from]")[0]
    assert shown.attributes["data-shown-from"] == "2026-01-20T20:30:00Z"
    assert "hidden" in shown.attributes
    assert past.css_first("[data-pagefind-body]") is None
    assert coming.css_first("#contact") is not None


def test_where_no_date_is_known_a_page_says_whom_to_ask(buildable: "Example") -> None:
    """Without events there are no pages of dates and no calendars; regions, and services that should have dates, say whom to ask."""
    without_events(buildable)
    assert [file for file in buildable.files() if "/dates/" in file] == []
    asking = ("en/regions/adopt-valley", "en/services/preparation-course", "en/services/parents-group")
    buildable.show([f"{name}/index.html" for name in (*asking, "en/missing-dates")])
    region = page(buildable, "en/regions/adopt-valley").css("[aria-labelledby=dates]")[0]
    assert [link.attributes["href"] for link in region.css("a")] == [
        "/en/regions/adopt-valley/#contact",
        "tel:+442920180123",
    ]
    assert page(buildable, "en/services/preparation-course").css("[aria-labelledby=dates] a[href='#contact']") != []
    assert page(buildable, "en/services/parents-group").css_first("[aria-labelledby=dates]") is None
    assert page(buildable, "en/missing-dates").css("table") != []


def test_a_site_that_watches_nothing_has_no_page_for_staff(buildable: "Example") -> None:
    """And one without the domain builds as before."""
    settings = buildable.root / "data/site.yml"
    text = settings.read_text("utf-8")
    settings.write_text(
        "".join(line for line in text.splitlines(keepends=True) if not line.startswith("event_watch")), "utf-8"
    )
    assert not buildable.planner().addresses.has("event-gaps", "en")
    without_events(buildable)
    settings.write_text(f"{text}without: [events]\n", "utf-8")
    assert [problem.message for problem in buildable.load().problems] == []


def test_programs_are_told_of_each_day(built: "Example") -> None:
    """As schema.org has it: with the time zone, where it is, who holds it, and that it does not take place."""
    group, *_ = programs_read(built, "en/dates/a-cup-of-tea-for-parents")
    assert group["@type"] == "Event"
    assert group["startDate"] == "2025-12-10T10:30:00+00:00"
    assert group["endDate"] == "2025-12-10T12:00:00+00:00"
    assert group["eventStatus"] == "https://schema.org/EventCancelled"
    assert group["location"] == [{"@type": "Place", "name": "Island End Hall"}]
    assert group["inLanguage"] == ["cy"]
    summer = [
        each["startDate"]
        for each in programs_read(built, "en/dates/a-cup-of-tea-for-parents")
        if "-04-" in each["startDate"]
    ]
    assert summer == ["2026-04-08T10:30:00+01:00"]


def test_programs_invite_nobody_to_a_date_to_know(built: "Example") -> None:
    """Search engines would offer the days of a panel to everybody."""
    assert programs_read(built, "en/dates/2026-02-11-the-panel-meets") == []


def programs_read(example: "Example", page: str) -> list[dict[str, Any]]:
    """The events of which a page tells programs."""
    [script] = LexborHTMLParser((example.site / page / "index.html").read_text("utf-8")).css(
        "script[type='application/ld+json']"
    )
    return [each for each in json.loads(script.text())["@graph"] if each["@type"] == "Event"]
