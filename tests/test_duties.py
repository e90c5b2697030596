"""How a duty stands on a day, when its days come, when minutes are late, and what all that makes of the pages."""

import hashlib
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from drws.build.publish import MARK
from drws.domains.diary.calendar.calendars import calendars
from drws.domains.diary.duty.obligation import DueState, Obligation
from drws.domains.diary.duty.page import PAST_DAYS, plan
from drws.domains.diary.duty.record import Duty
from drws.domains.diary.meeting.minutes_status import MinutesState, minutes_state
from drws.domains.diary.meeting.record import Meeting
from drws.domains.diary.popolo.events import events
from drws.kernel.values import days_after, months_after
from drws.kernel.values.dates import LAST_DAY
from drws.system.signature import FILES

if TYPE_CHECKING:
    from drws.kernel.site import Site
    from tests.example import Example

DUTY = "data/duties/adroddiad-blynyddol.yml"
MEETING = "data/meetings/bwrdd-medi-2025.yml"


def site_of(example: "Example", as_of: date) -> "Site":
    """The example, on a day."""
    loaded = example.load(as_of)
    assert loaded.site, example.lines(loaded.problems)
    return loaded.site


def standing(example: "Example", as_of: date) -> Obligation:
    """Its duty, on a day."""
    site = site_of(example, as_of)
    return Obligation(site.of(Duty)["adroddiad-blynyddol"], site)


@pytest.mark.parametrize(
    ("as_of", "state", "following"),
    [
        (date(2024, 5, 30), DueState.DUE, date(2024, 5, 31)),
        (date(2024, 5, 31), DueState.DUE, date(2024, 5, 31)),  # on the day itself it is not late
        (date(2024, 6, 1), DueState.NOT_RECORDED, date(2025, 5, 31)),  # nobody kept a record yet
        (date(2025, 5, 31), DueState.NOT_RECORDED, date(2025, 5, 31)),
        (date(2025, 6, 1), DueState.OVERDUE, date(2026, 5, 31)),  # one region of two
    ],
)
def test_a_duty_stands_as_far_as_anybody_recorded(
    example: "Example", as_of: date, state: DueState, following: date
) -> None:
    """Late is only what is missing from a record that somebody keeps."""
    example.change({DUTY: {"sources": [{"url": "https://dyffryn.example/"}], "deliveries": []}})
    obligation = standing(example, as_of)
    assert (obligation.state, obligation.next_day) == (state, following)


def test_without_a_record_nothing_is_late(example: "Example") -> None:
    """However long ago it was due."""
    text = (example.root / DUTY).read_text("utf-8").replace("recorded_since: 2025-01-01\n", "")
    example.change({DUTY: text})
    assert standing(example, date(2099, 1, 1)).state is DueState.NOT_RECORDED


def test_each_region_delivers_for_itself(example: "Example") -> None:
    """One of two is not enough; two are."""
    obligation = standing(example, date(2025, 11, 21))
    assert {each.owner.ids: each.state for each in obligation.latest} == {
        frozenset({"dyffryn"}): DueState.DONE,
        frozenset({"ynys-las"}): DueState.OVERDUE,
    }
    answered = {"due_date": "2025-05-31"}
    both = [
        {**answered, "period": {"same": "2024-25"}, "actor_id": id_, "sources": [{"document": "cytundeb-bach"}]}
        for id_ in ("dyffryn", "ynys-las")
    ]
    example.change({DUTY: {"deliveries": both}})
    assert standing(example, date(2025, 11, 21)).state is DueState.DONE


@pytest.mark.parametrize(("in_each", "owners"), [("region", 2), ("authority", 3)])
def test_one_in_each(example: "Example", in_each: str, owners: int) -> None:
    """A duty that every region or authority has is owed by as many as there are."""
    text = (example.root / DUTY).read_text("utf-8").replace("owed_by_ids: [dyffryn, ynys-las]\n", "")
    example.change({DUTY: text + f"in_each: {in_each}\n"})
    assert len(standing(example, date(2024, 1, 1)).owners) == owners


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({"status": "cancelled"}, DueState.CANCELLED),
        ({"period": {"end_date": "2025-10"}}, DueState.ENDED),
        ({"due": {"text": {"cy": "Weithiau", "en": "Sometimes"}}, "deliveries": []}, DueState.NO_DATE),
        ({"due": {"date": "2026"}, "deliveries": []}, DueState.DUE),
        ({"due": {"date": "2024"}, "deliveries": []}, DueState.NOT_RECORDED),
    ],
)
def test_other_ways_to_stand(example: "Example", fields: dict[str, Any], state: DueState) -> None:
    """Cancelled, ended, without a date, and with a single one."""
    example.change({DUTY: fields})
    assert standing(example, date(2025, 11, 21)).state is state


@pytest.mark.parametrize(
    ("period", "state", "past", "coming"),
    [
        ({"end_date": "2024-12"}, DueState.ENDED, {2024: DueState.NOT_RECORDED}, []),
        ({"end_date": "2025-10"}, DueState.ENDED, {2025: DueState.NOT_RECORDED, 2024: DueState.NOT_RECORDED}, []),
        (
            {"end_date": "2026-01-31"},
            DueState.OVERDUE,
            {2025: DueState.OVERDUE, 2024: DueState.NOT_RECORDED},
            [],
        ),
        ({"start_date": "2025-01"}, DueState.OVERDUE, {2025: DueState.OVERDUE}, [2026, 2027]),
        ({"start_date": "2030"}, DueState.DUE, {}, [2030, 2031]),
        ({"end_date": "2024-02"}, DueState.ENDED, {}, []),
    ],
)
def test_a_duty_is_due_only_while_it_stands(
    example: "Example", period: dict[str, str], state: DueState, past: dict[int, DueState], coming: list[int]
) -> None:
    """What was due before it began, or after it ended, is nobody’s duty; and nothing is late once it has ended."""
    example.change({DUTY: {"period": period, "deliveries": []}})
    obligation = standing(example, date(2025, 11, 21))
    assert obligation.state is state
    assert {day.year: obligation.on(day)[0].state for day in obligation.past_days} == past
    assert [day.year for day in obligation.days_within(date(2031, 12, 31))][:2] == coming
    assert (obligation.next_day.year if obligation.next_day else None) == (coming[0] if coming else None)


def test_nothing_is_late_in_a_duty_that_was_cancelled(example: "Example") -> None:
    """What was due while it stood may not have been recorded."""
    example.change({DUTY: {"status": "cancelled", "deliveries": []}})
    obligation = standing(example, date(2025, 11, 21))
    assert {each.state for day in obligation.past_days for each in obligation.on(day)} == {DueState.NOT_RECORDED}


def delivered(due: str, by: str, date: str) -> dict[str, Any]:
    """A delivery as a record has it."""
    sources = [{"document": "cytundeb-bach"}]
    return {"period": {"same": due[:4]}, "due_date": due, "actor_id": by, "date": date, "sources": sources}


THIS_YEAR = [delivered("2025-05-31", "dyffryn", "2025-05-20"), delivered("2025-05-31", "ynys-las", "2025-06-02")]


@pytest.mark.parametrize(
    ("deliveries", "state", "day", "following"),
    [
        (THIS_YEAR, DueState.LATE, 2025, 2026),
        (
            [*THIS_YEAR, delivered("2025-05-31", "ynys-las", "2025-05")],  # a first part that was not late
            DueState.DONE,
            2025,
            2026,
        ),
        ([*THIS_YEAR, delivered("2026-05-31", "dyffryn", "2025-11")], DueState.LATE, 2025, 2026),
        (
            [
                *THIS_YEAR,
                delivered("2026-05-31", "dyffryn", "2025-11"),
                delivered("2026-05-31", "ynys-las", "2025-11-20"),
            ],
            DueState.DONE,
            2026,
            2027,
        ),
        (
            [
                delivered("2026-05-31", "dyffryn", "2025-11"),
                delivered("2026-05-31", "ynys-las", "2025-11-20"),
            ],
            DueState.OVERDUE,  # what is done early does not make up for what is missing
            2025,
            2027,
        ),
    ],
)
def test_what_is_delivered_counts_for_its_due_day(
    example: "Example", deliveries: list[dict[str, Any]], state: DueState, day: int, following: int
) -> None:
    """Before the day, after it, and more than once; a day that everyone has answered is done before it comes."""
    example.change({DUTY: {"deliveries": deliveries}})
    obligation = standing(example, date(2025, 11, 21))
    assert (obligation.state, obligation.latest[0].day.year) == (state, day)
    assert obligation.next_day == date(following, 5, 31)
    assert obligation.days_within(date(2027, 12, 31))[0] == date(following, 5, 31)
    shown = [*obligation.past_days, *obligation.early_days]
    assert sum(len(each.deliveries) for on in shown for each in obligation.on(on)) == len(deliveries)


def test_what_was_delivered_later_is_not_there_yet(example: "Example") -> None:
    """A site for an earlier day knows what had been delivered by then, and what nobody dated."""
    undated = {name: value for name, value in delivered("2025-05-31", "ynys-las", "").items() if name != "date"}
    example.change({DUTY: {"deliveries": [*THIS_YEAR, undated]}})
    for as_of, count in ((date(2025, 5, 19), 1), (date(2025, 5, 20), 2), (date(2025, 6, 1), 2), (date(2025, 6, 2), 3)):
        assert sum(len(each.deliveries) for each in standing(example, as_of).on(date(2025, 5, 31))) == count


def test_a_region_s_own_body_owes_what_its_kind_owes(example: "Example") -> None:
    """It has a calendar with it, and can be named as who delivered; one that has ended as well, but it owes nothing any more."""
    deliveries = [delivered("2025-05-31", "grwp-dyffryn", "2025-05-20"), delivered("2024-05-31", "dyffryn", "2024-05")]
    example.change({DUTY: {"owed_by_ids": ["grwp-llywio"], "deliveries": deliveries}})
    assert _holding(example) == {"bwrdd-bach", "dyffryn", "grwp-dyffryn", "grwp-llywio", "ynys-las"}
    example.change({"data/bodies/grwp-dyffryn.yml": {"period": {"end_date": "2025-06"}}})
    assert _holding(example) == {"bwrdd-bach", "dyffryn", "grwp-llywio", "ynys-las"}
    obligation = standing(example, date(2025, 11, 21))
    answered = [bool(each.deliveries) for day in obligation.past_days for each in obligation.on(day)]
    assert answered == [True, False, True, False]


def _holding(example: "Example") -> set[str]:
    """Whose calendars hold the duty."""
    every = calendars(example.planner())
    return {each.actor.id for each in every if each.actor and any("duty-" in entry.uid for entry in each.entries)}


def test_a_page_has_so_many_past_days_and_all_that_was_delivered(example: "Example") -> None:
    """A weekly duty since long ago does not make an endless page."""
    weekly = {"recurrence": "FREQ=WEEKLY", "start_date": "1900-01-01"}
    example.change({DUTY: {"due": weekly, "deliveries": [delivered("1900-01-08", "dyffryn", "1900")]}})
    view = next(page.view for page in plan(example.planner()) if page.name == "duty:adroddiad-blynyddol")
    assert [group.heading for group in view.past[:2]] == [date(2025, 11, 17), date(2025, 11, 10)]
    assert (len(view.past), view.past[-1].heading, view.is_past_cut) == (PAST_DAYS + 1, date(1900, 1, 8), True)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 11, 21), 18, date(2027, 5, 21)),
        (date(2025, 11, 30), 18, date(2027, 5, 30)),
        (date(2025, 8, 31), 18, date(2027, 2, 28)),  # a shorter month ends sooner
        (date(2026, 8, 29), 18, date(2028, 2, 29)),
        (date(2025, 12, 1), 1, date(2026, 1, 1)),
    ],
)
def test_so_many_months_ahead(day: date, months: int, later: date) -> None:
    """The list of what comes next goes to the same day of a later month, or to that month’s last day."""
    assert months_after(day, months) == later


@pytest.mark.parametrize(
    ("days", "state"), [(0, MinutesState.AWAITED), (28, MinutesState.AWAITED), (29, MinutesState.OVERDUE)]
)
def test_minutes_are_late_by_the_rule_of_the_site(example: "Example", days: int, state: MinutesState) -> None:
    """So many days after the meeting, and not one before; only for bodies of the site, and since somebody records them."""
    held = date(2025, 9, 16)
    body = "id: bwrdd\nname: {cy: Y Bwrdd, en: The Board}\nbody_type: bwrdd\ntier_id: local\ndescription: {cy: Bwrdd., en: A board.}\nsources: [{document: cytundeb-bach}]\ntranslation: draft\n"
    text = (example.root / MEETING).read_text("utf-8").replace("organization_id: bwrdd-bach", "body_id: bwrdd")
    start = text.index("minutes:")
    example.change({"data/bodies/bwrdd.yml": body, MEETING: text[:start] + text[text.index("decisions:") :]})
    example.change({"data/site.yml": {"minutes": {"days": "28", "since_date": "2025-09-01"}}})
    site = site_of(example, held + timedelta(days=days))
    assert minutes_state(site.of(Meeting)["bwrdd-medi-2025"], site) is state
    example.change({"data/site.yml": {"minutes": {"days": "28", "since_date": "2025-10-01"}}})
    site = site_of(example, date(2026, 9, 16))
    assert minutes_state(site.of(Meeting)["bwrdd-medi-2025"], site) is MinutesState.NOT_RECORDED


def test_events_are_popolo(example: "Example") -> None:
    """Meetings as plain values: known fields only, a time with its distance from UTC."""
    loaded = example.load()
    assert loaded.site
    assert loaded.addresses
    first, second = events(loaded.site, "en", loaded.addresses)
    assert second == {
        "id": "bwrdd-medi-2025",
        "name": "The Small Board",
        "start_date": "2025-09-16T14:15:00+01:00",
        "end_date": "2025-09-16T16:45:00+01:00",
        "location": "Llanfechan Hall; top floor",
        "status": "held",
        "classification": "meeting",
        "organization_id": "bwrdd-bach",
        "sources": [
            {"url": "https://bach.example/en/meetings/2025-09-16-the-small-board/"},
            {"url": "https://bwrdd.example/minutes"},
        ],
    }
    assert (first["start_date"], first["status"]) == ("2026-01-20", "cancelled")


def test_one_line_changes_the_pages_that_show_it(buildable: "Example", built: "Example") -> None:
    """Where a meeting was: its two pages, the calendars that hold it, and the files for programs. Nothing else, not a byte."""
    buildable.change({MEETING: {"location": {"cy": "Neuadd y Dref", "en": "Town Hall"}}})
    assert buildable.build().is_published
    before, after = _digests(built), _digests(buildable)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} - {MARK} == {
        "cy/cyfarfodydd/2025-09-16-y-bwrdd-bach/index.html",
        "en/meetings/2025-09-16-the-small-board/index.html",
        "cy/popolo.json",
        "en/popolo.json",
        *(
            f"{folder}{name}.ics"
            for folder in ("cy/dyletswyddau/calendr", "en/duties/calendar")
            for name in ("", "/bwrdd-bach")
        ),
    }


def _digests(example: "Example") -> dict[str, str]:
    files = (path for path in example.site.rglob("*") if path.is_file() and path.name != FILES)
    return {path.relative_to(example.site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize(
    ("day", "span"), [(date(8000, 1, 31), 999999), (date(9998, 12, 30), 2), (date(9998, 12, 31), 0)]
)
def test_no_day_lies_beyond_the_calendar(day: date, span: int) -> None:
    """Whatever days and spans somebody typed, the day after what is counted from them exists."""
    assert days_after(day, span) == months_after(day, 12 * span) == LAST_DAY
    assert (LAST_DAY + timedelta(days=1)).year == 9999
