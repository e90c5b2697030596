"""Calendars to subscribe to, read by the letter of RFC 5545 and by another library than the one that wrote them."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from drws.domains.diary.calendar.calendars import CalendarEntry
from drws.domains.diary.calendar.calendars import calendars as calendars_of
from drws.domains.diary.meeting.record import Meeting, MeetingStatus
from drws.kernel.entity import Translation
from drws.kernel.text import Text
from drws.kernel.values import PartialDate

if TYPE_CHECKING:
    from tests.example import Example

MEETING = Meeting.model_construct(
    id="cyfarfod",
    name=Text({}),
    date=PartialDate(2025),
    status=MeetingStatus.HELD,
    translation=Translation.DRAFT,
    sources=(),
)
WELSH = "cy/dyletswyddau/calendr.ics"
ENGLISH = "en/duties/calendar.ics"


class Line(NamedTuple):
    """A property, as RFC 5545 writes it: `NAME;PARAMETER=…:value`."""

    name: str
    parameters: dict[str, str]
    value: str


@pytest.fixture
def calendars(built: "Example") -> dict[str, str]:
    """Every calendar of the built example."""
    return texts_of(built)


def texts_of(example: "Example") -> dict[str, str]:
    """Every calendar of duties and meetings of a site, by its path."""
    files = sorted(example.site.rglob("*.ics"))
    texts = {path.relative_to(example.site).as_posix(): path.read_bytes().decode("utf-8") for path in files}
    return {path: text for path, text in texts.items() if path.startswith(("cy/dyletswyddau/", "en/duties/"))}


def lines(text: str) -> list[Line]:
    """The properties of a calendar, unfolded; no parameter of ours has a colon or a quote in it."""
    assert text.count("\r\n") == text.count("\n"), "lines end as RFC 5545 has them (3.1)"
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75, "lines are folded at 75 octets (3.1)"
    found = []
    for line in re.sub(r"\r\n[ \t]", "", text).splitlines():
        name, *parameters = line.partition(":")[0].split(";")
        found.append(Line(name, dict(each.split("=") for each in parameters), line.partition(":")[2]))
    return found


def components(text: str) -> Iterator[dict[str, Line]]:
    """Each event of a calendar: its properties by name. None stands twice."""
    event: dict[str, Line] | None = None
    for line in lines(text):
        if (line.name, line.value) == ("BEGIN", "VEVENT"):
            event = {}
        elif (line.name, line.value) == ("END", "VEVENT"):
            assert event is not None
            yield event
            event = None
        elif event is not None:
            assert line.name not in event
            event[line.name] = line


def entry_of(example: "Example", name: str, as_of: date = date(2025, 11, 21)) -> CalendarEntry:
    """The entry of a record, `duty-adroddiad-blynyddol`, in the calendar with everything."""
    everything = next(calendars_of(example.planner(as_of)))
    return next(entry for entry in everything.entries if entry.uid.startswith(f"{name}@"))


def test_there_is_one_for_everything_and_one_for_each_who_has_anything_in_it(calendars: dict[str, str]) -> None:
    """In each language."""
    assert set(calendars) == {
        f"{folder}{name}.ics"
        for folder in (WELSH.removesuffix(".ics"), ENGLISH.removesuffix(".ics"))
        for name in ("", "/bwrdd-bach", "/dyffryn", "/ynys-las")
    }
    assert [len(list(components(calendars[f"en/duties/calendar{name}.ics"]))) for name in ("", "/dyffryn")] == [3, 1]


def test_every_event_has_what_it_needs(calendars: dict[str, str]) -> None:
    """RFC 5545, section 3.6.1; and the language of its words, the same name in every calendar, and the day of the build as its stamp."""
    uids: dict[str, set[str]] = {}
    for name, text in calendars.items():
        language = name.partition("/")[0]
        found = lines(text)
        assert [found[0], found[-1]] == [Line("BEGIN", {}, "VCALENDAR"), Line("END", {}, "VCALENDAR")]
        assert {"PRODID", "VERSION", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL"} <= {line.name for line in found}
        for event in components(text):
            assert event["DTSTAMP"].value == "20251121T000000Z"
            for words in ("SUMMARY", "DESCRIPTION", "LOCATION"):
                assert words not in event or event[words].parameters == {"LANGUAGE": language}
            uids.setdefault(event["UID"].value, set()).add(name)
    assert uids.keys() == {
        "duty-adroddiad-blynyddol@bwrdd-bach",
        "meeting-bwrdd-medi-2025@bwrdd-bach",
        "meeting-bwrdd-ionawr-2026@bwrdd-bach",
    }
    assert all({WELSH, ENGLISH} <= names for names in uids.values())


def test_another_library_reads_the_same_days(calendars: dict[str, str]) -> None:
    """A duty comes round again, a meeting has its time wherever one is, and what is cancelled is crossed out."""
    read = vobject.readOne(calendars[ENGLISH])
    events = {event.uid.value.partition("@")[0]: event for event in read.vevent_list}
    duty = events["duty-adroddiad-blynyddol"]
    due = [day.date() for day in islice(duty.getrruleset(addRDate=True), 3)]
    assert due == [date(2024, 5, 31), date(2025, 5, 31), date(2026, 5, 31)]
    assert (duty.dtstart.value, duty.dtend.value) == (date(2024, 5, 31), date(2024, 6, 1))
    held = events["meeting-bwrdd-medi-2025"]
    assert held.dtstart.value == datetime(2025, 9, 16, 13, 15, tzinfo=UTC)  # a quarter past two in summer time
    assert held.location.value == "Llanfechan Hall; top floor"
    assert held.description.value == "– The parents’ group\n– Any other business"
    cancelled = events["meeting-bwrdd-ionawr-2026"]
    assert (cancelled.status.value, cancelled.sequence.value) == ("CANCELLED", "1")
    assert (held.status.value, held.sequence.value) == ("CONFIRMED", "0")


def test_a_rule_ends_with_its_last_day(buildable: "Example") -> None:
    """And a cancelled duty stays, under the same name; a new name of the record does not change it."""
    due = {"recurrence": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31", "start_date": "2024-01-01", "end_date": "2025-12-31"}
    name = {"cy": "Adroddiad; mawr, \\ BEGIN:VEVENT", "en": "Report; big, \\ BEGIN:VEVENT"}
    buildable.change({"data/duties/adroddiad-blynyddol.yml": {"due": due, "name": name, "status": "cancelled"}})
    buildable.show([ENGLISH])
    text = texts_of(buildable)[ENGLISH]
    event = next(each for each in components(text) if each["UID"].value == "duty-adroddiad-blynyddol@bwrdd-bach")
    assert "UNTIL=20251231" in event["RRULE"].value
    assert (event["STATUS"].value, event["SEQUENCE"].value) == ("CANCELLED", "1")
    assert re.sub(r"\\(.)", r"\1", event["SUMMARY"].value) == f"Due today: {name['en']}"
    assert len(list(components(text))) == 3


YEARLY = {"recurrence": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31", "start_date": "2024-01-01"}


@pytest.mark.parametrize(
    ("due", "period", "entry"),
    [
        (YEARLY, {}, (date(2024, 5, 31), None, False)),
        (YEARLY, {"end_date": "2026-01-31"}, (date(2024, 5, 31), date(2026, 1, 31), False)),
        (YEARLY, {"end_date": "2024-12"}, (date(2024, 5, 31), date(2024, 12, 31), False)),
        (YEARLY | {"end_date": "2025-12-31"}, {"end_date": "2027"}, (date(2024, 5, 31), date(2025, 12, 31), False)),
        (YEARLY, {"start_date": "2030"}, (date(2030, 5, 31), None, False)),
        (YEARLY, {"end_date": "2024-02"}, (date(2024, 5, 31), None, True)),
        ({"date": "2026-03-01"}, {"end_date": "2026-02"}, (date(2026, 3, 1), None, True)),
        ({"date": "2026-03-01"}, {"end_date": "2026-03"}, (date(2026, 3, 1), date(2026, 3, 31), False)),
        ({"date": "2026-03-01"}, {"start_date": "2026-04"}, (date(2026, 3, 1), None, True)),
    ],
)
def test_a_duty_stands_in_calendars_while_it_stands(
    example: "Example", due: dict[str, str], period: dict[str, str], entry: tuple[date, date | None, bool]
) -> None:
    """From its first due day to the end of its rule or of its period; crossed out where it ended before it was ever due."""
    example.change({"data/duties/adroddiad-blynyddol.yml": {"due": due, "period": period, "deliveries": []}})
    found = entry_of(example, "duty-adroddiad-blynyddol")
    assert (found.day, found.last_day, found.is_cancelled) == entry
    assert found.day
    assert found.last_day is None or found.day <= found.last_day


@pytest.mark.parametrize(
    ("name", "standing"), [("duties/adroddiad-blynyddol", "active"), ("meetings/bwrdd-ionawr-2026", "planned")]
)
def test_what_is_revived_is_newer_than_what_was_cancelled(example: "Example", name: str, standing: str) -> None:
    """Programs keep what has the highest number: it rises with everything that happens (RFC 5545, section 3.8.7.4)."""
    numbers = []
    for sequence, status in ((0, standing), (0, "cancelled"), (1, standing), (1, "cancelled"), (2, standing)):
        example.change({f"data/{name}.yml": {"status": status, "sequence": str(sequence)}})
        numbers.append(entry_of(example, name.replace("duties/", "duty-").replace("meetings/", "meeting-")).sequence)
    assert numbers == [0, 1, 2, 3, 4]


@given(
    st.sampled_from([date(2025, 3, 30), date(2025, 10, 26), date(2026, 1, 20)])
    | st.dates(date(1980, 1, 1), date(2060, 1, 1)),
    st.lists(
        st.times().map(lambda time: time.replace(second=0, microsecond=0, fold=0)), min_size=2, max_size=2, unique=True
    ),
    st.sampled_from(["Europe/London", "America/St_Johns", "Australia/Lord_Howe"]),
)
def test_what_ends_after_it_begins_does_so_everywhere(day: date, times: list[time], zone: str) -> None:
    """Calendars have the times in UTC: there as well, unless the clocks skip one of the two, which is refused."""
    meeting = MEETING.model_copy(
        update={
            "date": PartialDate(day.year, day.month, day.day),
            "start_time": min(times),
            "end_time": max(times),
        }
    )
    starts, ends = meeting.starts(zone), meeting.ends(zone)
    assert starts
    assert ends
    assert meeting.skipped_times(zone) or starts.astimezone(UTC) < ends.astimezone(UTC)


def test_a_host_says_what_it_is(built: "Example") -> None:
    """Both kinds of host are told that these files are calendars."""
    assert "/*.ics\n  Content-Type: text/calendar; charset=utf-8\n" in (built.site / "_headers").read_text("utf-8")
    assert "\n    text/calendar ics;\n" in (built.site / "nginx.conf").read_text("utf-8")


def test_without_anything_with_a_day_there_is_no_calendar(buildable: "Example") -> None:
    """A calendar without an entry would be none (RFC 5545, section 3.6): no file, and no link to one."""
    gone = ("duties/adroddiad-blynyddol", "meetings/bwrdd-medi-2025", "meetings/bwrdd-ionawr-2026")
    buildable.change({f"data/{name}.yml": "null" for name in (*gone, "policies/cyswllt")})
    buildable.change({f"data/events/{file.name}": "null" for file in (buildable.root / "data/events").iterdir()})
    content = buildable.root / "content"
    words = [file.relative_to(content) for file in (content / "policies" / "cyswllt").rglob("*.*")]
    buildable.change({f"content/{file}": "null" for file in words})
    buildable.show()
    assert not list(buildable.site.rglob("*.ics"))
    pages = [page.read_text("utf-8") for page in buildable.site.rglob("*.html")]
    assert pages
    assert not any("webcal:" in page for page in pages)
