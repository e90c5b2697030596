"""The feeds of the registers and of the site: what happened by the day of the site, under ids that stay, in the grammar of Atom."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from lxml import etree

from drws.domains.diary.feeds.export import export
from drws.domains.diary.feeds.registers import REGISTERS, registers
from drws.domains.figures.observation import feed as figures
from drws.domains.website.news import export as news
from drws.planning.export import Publication

from .example import AS_OF

if TYPE_CHECKING:
    from tests.example import Example

SCHEMA = Path(__file__).parents[2] / "shared/standards/atom/atom.rng"
"""The grammar of RFC 4287, where this project is worked on. It is no part of the repository."""
ATOM = "{http://www.w3.org/2005/Atom}"
MEETING = "data/meetings/bwrdd-medi-2025.yml"


def feeds_of(example: "Example", language: str = "en", as_of: date = AS_OF) -> dict[str, ET.Element]:
    """The feeds in a language, by the names of their files."""
    return {name: ET.fromstring(written) for name, written in written_of(example, language, as_of).items()}  # noqa: S314


def written_of(example: "Example", language: str = "en", as_of: date = AS_OF) -> dict[str, bytes]:
    """The same as they are written."""
    publication = Publication((example.planner(as_of, language),), ())
    made = (*export(publication), *figures.export(publication), *news.export(publication))
    return {path.rpartition("/")[2]: content() for path, content in made}


def entries(feed: ET.Element) -> dict[str, str]:
    """The times of its entries, by their ids."""
    return {
        str(entry.findtext(f"{ATOM}id")).partition(":en/")[2]: str(entry.findtext(f"{ATOM}updated"))[:10]
        for entry in feed.iter(f"{ATOM}entry")
    }


def test_each_register_has_a_feed_of_what_had_happened(example: "Example") -> None:
    """The day of an entry is that of what happened, not of the build; what is to come is not told."""
    feeds = feeds_of(example)
    of_registers = {"decisions.atom", "meetings.atom", "duties.atom", "history.atom", "performance.atom"}
    assert {*of_registers, "what-is-new.atom"} == set(feeds)
    assert entries(feeds["meetings.atom"]) == {
        "meeting/bwrdd-medi-2025": "2025-09-16",
        "meeting/bwrdd-medi-2025/minutes": "2025-10-14",
    }
    assert list(entries(feeds["duties.atom"]).values()) == ["2025-05-20"]
    assert feeds["meetings.atom"].findtext(f"{ATOM}updated") == "2025-10-14T00:00:00+00:00"
    assert feeds["performance.atom"].find(f"{ATOM}entry") is not None


def test_a_day_before_the_first_event_has_no_feed(example: "Example") -> None:
    """And its page does not name one."""
    before = example.planner(date(2025, 9, 1))
    assert "meetings" not in {feed.page for feed in registers(before.site)}
    assert not before.addresses.has("atom:meetings", "en")


def test_a_decision_says_what_became_of_it(example: "Example") -> None:
    """A reader of the feed alone does not take a proposal for a decision."""
    decision = {
        "id": "arian",
        "name": {"cy": "Arian", "en": "Money"},
        "text": {"cy": "Gofynnwyd am arian.", "en": "Money was asked for."},
        "result": "deferred",
    }
    example.change({MEETING: {"decisions": [decision]}})
    entry = feeds_of(example)["decisions.atom"].find(f"{ATOM}entry")
    assert entry is not None
    planner = example.planner()
    assert planner.say("decision.result.deferred") in str(entry.findtext(f"{ATOM}summary"))
    assert (
        next(link.get("href") for link in entry.iterfind(f"{ATOM}link"))
        == "https://bach.example/en/decisions/#decision-arian"
    )


def test_words_are_words_and_ids_are_unique_in_every_language(example: "Example") -> None:
    """And each language has entries of its own, that know the other."""
    example.change({MEETING: {"name": {"cy": "<b>A & B</b>", "en": "<b>A & B</b>"}}})
    welsh, english = feeds_of(example, "cy"), feeds_of(example, "en")
    assert "<b>A & B</b>" in str(english["meetings.atom"].findtext(f"{ATOM}entry/{ATOM}title"))
    for feed in (*welsh.values(), *english.values()):
        ids = [each.findtext(f"{ATOM}id") for each in feed.iter(f"{ATOM}entry")]
        assert len(ids) == len(set(ids)) > 0
        for part in (feed, *feed.iter(f"{ATOM}entry")):
            links = [tuple(map(link.get, ("rel", "type", "hreflang"))) for link in part.iterfind(f"{ATOM}link")]
            assert len(links) == len(set(links))


@pytest.mark.skipif(
    not SCHEMA.is_file(), reason="NOT CHECKED: the grammar of RFC 4287, atom.rng, is not beside the project"
)
def test_feeds_follow_the_grammar_of_atom(example: "Example") -> None:
    """In every language."""
    grammar = etree.RelaxNG(etree.parse(SCHEMA))
    for language in ("cy", "en"):
        for written in written_of(example, language).values():
            grammar.assertValid(etree.fromstring(written))


def test_a_page_leads_to_its_feed(built: "Example") -> None:
    """Programs read it in the head, people at the foot of the page."""
    for register in (*REGISTERS, "performance", "news"):
        planner = built.planner()
        page = (built.site / planner.addresses.path(register, "en") / "index.html").read_text("utf-8")
        url = planner.url(f"atom:{register}")
        head, _, body = page.partition("</head>")
        assert 'type="application/atom+xml" title="' in head
        assert f'href="{url}"' in head
        assert f'href="{url}" type="application/atom+xml"' in body
