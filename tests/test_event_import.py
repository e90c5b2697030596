"""Dates of a region from its own table or calendar: what becomes a record, what is refused and where, and what is left alone."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from drws.cli import main
from drws.domains.events.importing.calendar_file import read_calendar
from drws.domains.events.importing.record_file import MARK
from drws.domains.events.importing.table import columns

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # most tests run a whole command, or check a whole project

HEAD = "id,name_cy,name_en,kind_id,region_ids,start_date,start_time,end_time,online,booking_cy,booking_en,book_by,source_url\n"
EVENING = (
    "noson-mawrth,Noson wybodaeth,Information evening,noson,dyffryn,2026-03-17,19:00,20:30,TRUE,Ffoniwch ni.,Ring us.,"
    "2026-03-16,https://dyffryn.example/en/evening\n"
)
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//dyffryn//EN
BEGIN:VEVENT
UID:Play-1@dyffryn.example
DTSTAMP:20260101T000000Z
SUMMARY:Play and stay
CATEGORIES:grwp
DTSTART:20260319T100000Z
DTEND:20260319T110000Z
RRULE:FREQ=WEEKLY;UNTIL=20260601T000000Z;BYDAY=TH
EXDATE:20260402T090000Z
END:VEVENT
END:VCALENDAR
"""


def run(example: "Example", *arguments: str) -> Result:
    """`drws import-events` in the folder of the example."""
    given = ["import-events", *arguments, "--as-of", "2025-11-21"]
    folders = ["--data", str(example.root / "data"), "--content", str(example.root / "content")]
    return CliRunner().invoke(main, [*given, *folders], catch_exceptions=False)


def table(example: "Example", *rows: str, head: str = HEAD) -> str:
    """A table in the folder of the example."""
    path = example.root / "dates.csv"
    path.write_text(head + "".join(rows), "utf-8")
    return str(path)


def record(example: "Example", id_: str) -> Path:
    """The file of a record."""
    return example.root / f"data/events/{id_}.yml"


def records(example: "Example") -> dict[str, bytes]:
    """Every file among the records of events, and what it says."""
    return {path.name: path.read_bytes() for path in (example.root / "data/events").iterdir()}


def said(result: Result, example: "Example") -> list[str]:
    """Problems without the folder, each on one line."""
    text = result.output.replace(f"{example.root.as_posix()}/", "").replace("\n    ", " → ")
    return [line for line in text.splitlines() if "  [" in line]


def test_a_row_becomes_a_record_that_is_sound(example: "Example") -> None:
    """A second run changes nothing, down to the byte and the time of the file."""
    path = table(example, EVENING)
    assert run(example, path).exit_code == 0
    made = record(example, "noson-mawrth")
    before = made.read_bytes(), made.stat().st_mtime_ns
    assert example.lines(example.load().problems) == []
    again = run(example, path)
    assert "New records: 0; renewed: 0; unchanged: 1" in again.output
    assert (made.read_bytes(), made.stat().st_mtime_ns) == before


def test_what_nobody_touched_follows_the_table(example: "Example") -> None:
    """A new time raises the number that calendars look at; words alone do not, and neither does a further run."""
    run(example, table(example, EVENING))
    run(example, table(example, EVENING.replace("Information evening", "An evening")))
    assert "sequence" not in record(example, "noson-mawrth").read_text("utf-8")
    for _ in range(2):
        run(example, table(example, EVENING.replace("19:00", "18:00")))
        assert "sequence: 1\n" in record(example, "noson-mawrth").read_text("utf-8")
    assert example.lines(example.load().problems) == []


def test_what_a_person_wrote_stays(example: "Example") -> None:
    """Be it a record that was never imported, or one that was changed since: the run says so and goes on."""
    run(example, table(example, EVENING))
    changed = record(example, "noson-mawrth")
    text = changed.read_text("utf-8").replace("Ring us.", "Write to us.")
    changed.write_text(text, "utf-8")
    own = record(example, "noson-ionawr").read_bytes()
    rows = [EVENING.replace("19:00", "18:00"), EVENING.replace("noson-mawrth", "noson-ionawr")]
    result = run(example, table(example, *rows))
    assert result.exit_code == 0
    assert changed.read_text("utf-8") == text
    assert record(example, "noson-ionawr").read_bytes() == own
    assert [line.partition("  ")[0] for line in said(result, example)] == ["dates.csv:2:1", "dates.csv:3:1"]
    assert "stays as it is" in result.output or "left as it is" in result.output


def test_each_wrong_cell_is_told_where_it_stands(example: "Example") -> None:
    """With its cure. The rows that are right are written all the same."""
    wrong = "x,Noson,,noson,dyffryn,2026-03-18,,,,,,,https://dyffryn.example/\n"
    other = "y,Noson,Evening,nosn,dyfryn,2026-03-18,,,,,,,https://dyffryn.example/\n"
    third = "z,Noson,Evening,noson,dyffryn,2026-02-30,25:00,,,,,,\n"
    late = EVENING.replace("noson-mawrth", "hwyr").replace("20:30", "18:30")
    twice = EVENING.replace("noson-mawrth", "dwywaith")
    result = run(example, table(example, EVENING, wrong, other, third, late, twice, twice.replace("19:00", "18:00")))
    assert result.exit_code == 1
    assert record(example, "noson-mawrth").exists()
    assert not record(example, "x").exists()
    assert not record(example, "dwywaith").exists()
    lines = said(result, example)
    assert {line.partition("  ")[0] for line in lines} == {
        "dates.csv:3:9",
        "dates.csv:4:17",
        "dates.csv:4:22",
        "dates.csv:5:31",
        "dates.csv:5:42",
        "dates.csv:5:53",
        "dates.csv:6:73",
        "dates.csv:8:1",
    }
    assert all(" → " in line for line in lines)
    assert any("did you mean ‘dyffryn’?" in line for line in lines)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("dates.txt", "", "ends in neither .csv nor .ics"),
        ("dates.csv", HEAD.replace("kind_id", "kind"), "has no column called ‘kind’  [import] → did you mean"),
        ("dates.csv", HEAD.replace("kind_id", "xyzzy"), "has no column called ‘xyzzy’  [import] → the columns are"),
        ("dates.csv", HEAD + EVENING.replace("2026-03-17", ""), "there is nothing in ‘start_date’"),
        ("dates.ics", CALENDAR, "does not say in which language"),
        ("dates.en.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "this calendar cannot be read"),
        ("dates.en.ics", CALENDAR, "the words are missing in one language (‘SUMMARY’)"),
        ("none.csv", None, "this file does not exist"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told(example: "Example", name: str, text: str | None, message: str) -> None:
    """What is wrong, and what to do."""
    path = example.root / name
    if text is not None:
        path.write_text(text, "utf-8")
    before = records(example)
    result = run(example, str(path))
    assert result.exit_code == 1
    assert any(message in line for line in said(result, example)), result.output
    assert records(example) == before


def test_calendars_of_two_languages_are_one_record(example: "Example") -> None:
    """By the clocks of the site on each day, with the end of its rule and the day on which it is not."""
    english, welsh = example.root / "dates.en.ics", example.root / "dates.cy.ics"
    english.write_text(CALENDAR, "utf-8")
    welsh.write_text(CALENDAR.replace("Play and stay", "Chwarae ac aros"), "utf-8")
    files = [str(english), str(welsh)]
    given = ["--region", "dyffryn", "--source", "https://dyffryn.example/en/dates"]
    assert run(example, *files, *given).exit_code == 0
    text = record(example, "play-1").read_text("utf-8")
    body = MARK.sub("", text)
    assert body != text
    assert "cy: Chwarae ac aros\n  en: Play and stay\n" in body
    assert "start_date: 2026-03-19\nstart_time: 10:00\nend_time: 11:00\n" in body
    assert "until_date: 2026-06-01\ncancelled_dates:\n- 2026-04-02\n" in body
    assert example.lines(example.load().problems) == []
    assert "unchanged: 1" in run(example, *reversed(files), *given).output


def event(uid: str, *lines: str) -> str:
    """An event of a calendar that has what an event needs, and these lines."""
    own = {line.partition(":")[0].partition(";")[0] for line in lines}
    usual = {"SUMMARY": "Cwrdd", "CATEGORIES": "grwp", "DTSTART": "20270105T190000", "URL": "https://dyffryn.example/"}
    every = [f"UID:{uid}", *(f"{name}:{value}" for name, value in usual.items() if name not in own), *lines]
    return "\n".join(["BEGIN:VEVENT", *every, "END:VEVENT", ""])


def run_calendars(example: "Example", **calendars: str) -> Result:
    """Import the events of each language as a calendar, `dates.en.ics`, into the region Dyffryn."""
    files = [example.root / f"dates.{language}.ics" for language in calendars]
    for file, events in zip(files, calendars.values(), strict=True):
        file.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//EN\n{events}END:VCALENDAR\n", "utf-8")
    return run(example, *map(str, files), "--region", "dyffryn")


@pytest.mark.parametrize(
    ("welsh", "english", "told"),
    [
        (["DTSTART:20270101T190000"], ["DTSTART:20270102T100000"], [("9:1", "DTSTART", 9)]),
        (["DTEND:20270105T210000"], [], [("4:1", "DTEND", 10)]),
        ([], ["STATUS:CANCELLED", "COMMENT:Ring us."], [("10:1", "STATUS", 4)]),
        (["RRULE:FREQ=WEEKLY;UNTIL=20270301"], ["RRULE:FREQ=WEEKLY;UNTIL=20270401"], [("10:1", "RRULE", 10)]),
        (["CATEGORIES:noson", "DTEND:20270105T210000"], [], [("7:1", "CATEGORIES", 9), ("4:1", "DTEND", 10)]),
    ],
)
def test_calendars_that_do_not_agree_are_told_and_write_nothing(
    example: "Example", welsh: list[str], english: list[str], told: list[tuple[str, str, int]]
) -> None:
    """Nobody knows which of them is right. What they agree about is written, each text in its language."""
    result = run_calendars(
        example, cy=event("a", *welsh) + event("iawn"), en=event("a", *english) + event("iawn", "SUMMARY:Meeting")
    )
    assert result.exit_code == 1
    fix = "correct one of them; until then nothing of this event is written"
    words = "this is not the same in the calendar of the other language"
    assert sorted(said(result, example)) == sorted(
        f"dates.en.ics:{at}  {name}: {words} (line {line} of dates.cy.ics)  [import] → {fix}" for at, name, line in told
    )
    assert not record(example, "a").exists()
    assert "name:\n  cy: Cwrdd\n  en: Meeting\n" in record(example, "iawn").read_text("utf-8")


def test_the_page_of_each_language_is_a_source(example: "Example") -> None:
    """Whichever file is given first; a page that both name is one."""
    pages = {language: f"https://dyffryn.example/{language}/" for language in ("en", "cy")}
    calendars = {code: event("a", f"URL:{url}") + event("b") for code, url in pages.items()}
    assert run_calendars(example, **calendars).exit_code == 0
    assert f"sources:\n- url: {pages['cy']}\n- url: {pages['en']}\n" in record(example, "a").read_text("utf-8")
    assert record(example, "b").read_text("utf-8").count("url:") == 1
    assert "unchanged: 2" in run_calendars(example, **dict(reversed(calendars.items()))).output


@pytest.mark.parametrize("files", [("cy", "en"), ("en", "cy")])
def test_two_events_of_one_id_are_told_in_each_file_and_write_nothing(
    example: "Example", files: tuple[str, str]
) -> None:
    """An id keeps less than a `UID`: each of two that come to the same id would be written over by the other."""
    both = event("Noson/2027@x") + event("noson 2027@y", "DTSTART:20270202T100000") + event("iawn")
    result = run_calendars(example, **dict.fromkeys(files, both))
    assert result.exit_code == 1
    message = "‘noson-2027’ is here twice, first on line 4 of"
    fix = "give one of them another id (a calendar has it in UID); until then neither is written"
    assert sorted(said(result, example)) == [
        f"{file}:11:1  {message} {file}  [import] → {fix}" for file in ("dates.cy.ics", "dates.en.ics")
    ]
    assert not record(example, "noson-2027").exists()
    assert record(example, "iawn").exists()


def test_events_of_one_id_in_a_file_each_are_two(example: "Example") -> None:
    """By their `UID`, also where they are at the same time; and so is one in two calendars of a language."""
    result = run_calendars(example, cy=event("Noson/2027@x"), en=event("noson 2027@y"))
    assert [line.partition(" of ")[0] for line in said(result, example)] == [
        "dates.en.ics:4:1  ‘noson-2027’ is here twice, first on line 4"
    ]
    second = example.root / "more.cy.ics"
    second.write_text((example.root / "dates.cy.ics").read_text("utf-8"), "utf-8")
    result = run(example, str(example.root / "dates.cy.ics"), str(second))
    assert [line.partition("  ")[0] for line in said(result, example)] == ["more.cy.ics:4:1"]
    assert not record(example, "noson-2027").exists()


def test_what_may_stand_in_an_event_several_times_is_read(example: "Example") -> None:
    """Categories and comments (RFC 5545, 3.6.1): the first category is the kind, and comments follow one another."""
    both = event(
        "a", "CATEGORIES:noson,grwp", "CATEGORIES:cwrs", "STATUS:CANCELLED", "COMMENT:Ring us.", "COMMENT:Or write."
    )
    assert run_calendars(example, en=both, cy=both).exit_code == 0
    text = record(example, "a").read_text("utf-8")
    assert "kind_id: noson\n" in text
    assert "en: Ring us. Or write.\n" in text


@pytest.mark.parametrize(
    ("line", "at", "detail"),
    [
        ("DTSTART:tomorrow", "dates.en.ics:16:1  DTSTART: ", "Wrong date format tomorrow"),
        ("DURATION:soon", "dates.en.ics:17:1  DURATION: ", "soon"),
        ("DTSTART:20270105T190000\nDTSTART:20270106T190000", "dates.en.ics:11:1  ", ""),
    ],
)
def test_an_event_that_cannot_be_read_is_told_and_the_others_are_taken(
    example: "Example", line: str, at: str, detail: str
) -> None:
    """At its own line, of the property that is wrong where that is known."""
    good, bad = event("da"), event("drwg", line)
    result = run_calendars(example, en=good + bad + event("arall"), cy=good + event("drwg") + event("arall"))
    assert result.exit_code == 1
    (told,) = (each for each in said(result, example) if each.startswith("dates.en.ics"))
    assert told.startswith(at)
    assert "this event cannot be read (" in told
    assert detail in told
    assert [record(example, id_).exists() for id_ in ("da", "drwg", "arall")] == [True, False, True]


def test_days_that_no_record_has_a_field_for_are_told(example: "Example") -> None:
    """Those beside a rule, and one of a rule that was moved. The rule is taken."""
    rule = event("a", "RRULE:FREQ=WEEKLY;UNTIL=20270201", "RDATE:20270107T190000", "RDATE:20270108T190000")
    every = rule + event("a", "RECURRENCE-ID:20270112T190000", "DTSTART:20270113T190000")
    result = run_calendars(example, en=every, cy=every)
    assert result.exit_code == 1
    for file in ("dates.en.ics", "dates.cy.ics"):
        days, moved = (line for line in said(result, example) if line.startswith(file))
        assert days.startswith(f"{file}:11:1  RDATE: these days were not taken"), days
        assert moved.startswith(f"{file}:19:1  RECURRENCE-ID: one day of the rule was changed on its own"), moved
        assert " → record " in days
        assert " → record " in moved
    text = record(example, "a").read_text("utf-8")
    assert "start_date: 2027-01-05\n" in text
    assert "recurrence: FREQ=WEEKLY\n" in text


@given(st.text(max_size=60), st.integers(0, len(CALENDAR)))
def test_no_calendar_stops_the_tool(noise: str, at: int) -> None:
    """Whatever stands in it, it is read or told."""
    entries, problems = read_calendar(CALENDAR[:at] + noise + CALENDAR[at:], "x.en.ics", ("cy", "en"), "Europe/London")
    assert entries or problems or "BEGIN:VEVENT" not in CALENDAR[:at]


def test_every_column_of_the_docs_is_one() -> None:
    """And the other way round: `docs/events.md` lists them all."""
    document = (Path(__file__).parent.parent / "docs/events.md").read_text("utf-8")
    section = document.partition("## Import")[2]
    for path, name in ((path, name) for name, path in columns(("xx",)).items()):
        told = name.removesuffix("_xx") + ("_en" if path[-1] == "xx" else "")
        assert f"`{told}`" in section, told
