"""What changed in policies: the events of a day, the page, and the feeds."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from drws.domains.policies.changes.events import EventKind, events
from drws.domains.policies.changes.export import export
from drws.domains.policies.changes.page import PolicyChangesView, plan
from drws.planning.export import Publication

if TYPE_CHECKING:
    from tests.example import Example

POLICY, OLD = "data/policies/cyswllt.yml", "data/policies/hen-gyswllt.yml"
SCHEMA = Path(__file__).parents[2] / "shared/standards/atom/atom.rng"
"""The grammar of RFC 4287, where this project is worked on. It is no part of the repository."""
ATOM = "{http://www.w3.org/2005/Atom}"


def known_on(example: "Example", day: date) -> list[tuple[str, str]]:
    """The date and id of each event."""
    return [
        (event.date.iso if event.date else "", f"{event.policy.id}/{event.id}")
        for event in events(example.planner(day).site)
    ]


def feeds_of(example: "Example", language: str = "en") -> dict[str, bytes]:
    """The feeds in a language, by their names."""
    planner = example.planner(language=language)
    return {path.rpartition("/")[2]: made() for path, made in export(Publication((planner,), ()))}


def test_every_event_is_told_newest_first(example: "Example") -> None:
    """Versions, the policy whose place was taken, and a year without a month after the days of later years."""
    assert known_on(example, date(2026, 4, 1)) == [
        ("2026-04-01", "cyswllt/amended/2.0"),
        ("2025-11-01", "cyswllt/to_come/2.0"),
        ("2025-04-01", "cyswllt/amended/1.1"),
        ("2025-03-01", "cyswllt/to_come/1.1"),
        ("2023-04-01", "cyswllt/in_force/1.0"),
        ("2023-04-01", "hen-gyswllt/superseded/cyswllt"),
        ("2023-03-01", "cyswllt/new/1.0"),
        ("2011", "hen-gyswllt/new/1"),
    ]


def test_an_overdue_review_is_told_since_its_day(example: "Example") -> None:
    """The first day on which it is late, and not before."""
    example.change({POLICY: {"review_date": "2025-11-20"}})
    assert known_on(example, date(2025, 11, 21))[0] == ("2025-11-21", "cyswllt/overdue/2025-11-21")
    assert not [id_ for _, id_ in known_on(example, date(2025, 11, 20)) if "overdue" in id_]


def test_what_was_withdrawn_is_told_without_a_date_too(example: "Example") -> None:
    """On the page after everything else; feeds leave it out, since they cannot say when."""
    example.change({OLD: {"status": "withdrawn"}, POLICY: {"supersedes_ids": []}})
    planner = example.planner()
    (page,) = plan(planner)
    assert isinstance(page.view, PolicyChangesView)
    last = page.view.months[-1]
    assert (last.heading, [row.event.kind for row in last.members]) == (None, [EventKind.WITHDRAWN])
    assert not [id_ for feed in feeds_of(example).values() for id_ in ids(feed) if "withdrawn" in id_]


def test_what_is_known_stays_known(example: "Example") -> None:
    """A reader of feeds is told of each event once: a later day has the events of an earlier one, under the same ids and dates."""
    example.change({POLICY: {"review_date": "2030-01-01"}})
    days = [date(2023, 3, 1) + timedelta(days=step) for step in (0, 30, 31, 400, 731, 762, 976, 1127)]
    known = [set(known_on(example, day)) for day in days]
    assert all(before <= after for before, after in pairwise(known))
    assert len(known[-1]) > len(known[0])


def test_a_draft_takes_nobodys_place(example: "Example") -> None:
    """Until it is in force."""
    example.change({POLICY: {"status": "draft", "versions": [{"version": "1.0", "published_date": "2024-01-01"}]}})
    example.change({f"content/policies/cyswllt/1.1.{code}.md": "null" for code in ("cy", "en")})
    assert "hen-gyswllt/superseded/cyswllt" not in [id_ for _, id_ in known_on(example, date(2025, 11, 21))]


def test_there_is_a_feed_of_everything_and_of_each_topic_kind_and_owner(example: "Example") -> None:
    """Each has what concerns it."""
    feeds = feeds_of(example)
    assert set(feeds) == {
        "policy-changes.atom",
        "topic-cyswllt.atom",
        "kind-gweithdrefn.atom",
        "owner-cydlynydd.atom",
    }
    everything, topic = (ids(feeds[name]) for name in ("policy-changes.atom", "topic-cyswllt.atom"))
    assert set(topic) < set(everything)
    assert not [id_ for id_ in topic if "hen-gyswllt" in id_]


def ids(feed: bytes) -> list[str]:
    """The ids of entries."""
    return [str(each.findtext(f"{ATOM}id")) for each in ET.fromstring(feed).iter(f"{ATOM}entry")]  # noqa: S314  our own


def test_a_feed_says_nothing_of_the_clock(example: "Example") -> None:
    """The same bytes every time, and each time in it is the day of an event."""
    assert feeds_of(example) == feeds_of(example)
    feed = ET.fromstring(feeds_of(example)["policy-changes.atom"])  # noqa: S314
    assert feed.findtext(f"{ATOM}updated") == "2025-11-01T00:00:00+00:00"
    dates = [entry.findtext(f"{ATOM}updated") for entry in feed.iter(f"{ATOM}entry")]
    assert dates == sorted(dates, key=str, reverse=True)
    assert dates[-1] == "2011-01-01T00:00:00+00:00"


@pytest.mark.parametrize("language", ["cy", "en"])
def test_entries_know_both_languages(example: "Example", language: str) -> None:
    """No two links that RFC 4287 forbids, no id twice, and words are words, never markup."""
    example.change({POLICY: {"name": {"cy": "<b>A & B</b>", "en": "<b>A & B</b>"}}})
    feeds = feeds_of(example, language)
    for written in feeds.values():
        feed = ET.fromstring(written)  # noqa: S314
        entries = ids(written)
        assert len(entries) == len(set(entries)) > 0
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            links = [
                tuple(link.get(name) for name in ("rel", "type", "hreflang")) for link in part.iterfind(f"{ATOM}link")
            ]
            assert len(links) == len(set(links))
            assert {("alternate", "text/html", "cy"), ("alternate", "text/html", "en")} <= set(links)
    assert "<b>A & B</b>" in str(ET.fromstring(feeds["topic-cyswllt.atom"]).findtext(f"{ATOM}entry/{ATOM}title"))  # noqa: S314


@pytest.mark.skipif(
    not SCHEMA.is_file(), reason="NOT CHECKED: the grammar of RFC 4287, atom.rng, is not beside the project"
)
@pytest.mark.parametrize("language", ["cy", "en"])
def test_feeds_follow_the_grammar_of_atom(example: "Example", language: str) -> None:
    """With words in them that would break markup."""
    example.change({POLICY: {"name": {"cy": "<b>A & B</b>", "en": "<b>A & B</b>"}}})
    grammar = etree.RelaxNG(etree.parse(SCHEMA))
    for written in feeds_of(example, language).values():
        grammar.assertValid(etree.fromstring(written))


def test_ids_stay_and_each_language_has_its_own(example: "Example") -> None:
    """Readers would show everything anew if these changed."""
    english, welsh = (ids(feeds_of(example, code)["topic-cyswllt.atom"]) for code in ("en", "cy"))
    assert english[0] == "tag:bach.example,2026:en/policy/cyswllt/to_come/2.0"
    assert [id_.replace(":en/", ":cy/") for id_ in english] == welsh


def test_the_page_says_what_changed_and_leads_to_the_comparison(built: "Example") -> None:
    """And programs find the feed in its head."""
    page = (built.site / "en/policy-changes/index.html").read_text("utf-8")
    assert "Both families sign." in page
    assert "@2023-04-01/@2025-04-01/" in page
    assert 'type="application/atom+xml"' in page.partition("</head>")[0]
    assert "/*.atom\n  Content-Type: application/atom+xml; charset=utf-8\n" in (built.site / "_headers").read_text(
        "utf-8"
    )
    assert (built.site / "en/policy-changes/policy-changes.atom").is_file()
    assert (built.site / "cy/newidiadau-polisi/newidiadau-polisi.atom").is_file()
