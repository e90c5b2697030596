"""What is new on the site: one list of what pages and registers tell, and a feed of it that puts nobody at risk."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from drws.domains.diary.feeds.registers import registers
from drws.domains.website.news.export import export
from drws.domains.website.news.items import FEWEST, MOST, news, news_to_follow
from drws.planning.export import Publication

from .example import AS_OF

if TYPE_CHECKING:
    from drws.planning.plan import Planner
    from tests.example import Example

PAGE = "page:about/blocks"


def feed_of(planner: "Planner") -> bytes:
    """The feed of the site in one language."""
    [(_, made)] = export(Publication((planner,), ()))
    return made()


def test_pages_registers_and_policies_are_in_one_list_by_day(example: "Example") -> None:
    """Each under the id that it has in the feed of its register. What only history tells is not new."""
    site = example.planner().site
    found = news(site)
    assert [item.date for item in found] == sorted((item.date for item in found), reverse=True)
    ids = [item.id for item in found]
    assert {f"{PAGE}/published", f"{PAGE}/update/2025-10-02", "policy/cyswllt/amended/1.1"} <= {*ids}
    history, others = (
        {entry.id for feed in registers(site) if (feed.page == "history") is wanted for entry in feed.entries}
        for wanted in (True, False)
    )
    assert others <= {*ids}
    assert history.isdisjoint(ids)


def test_what_was_not_known_yet_is_not_told(example: "Example") -> None:
    """A site for a day in the past: an update of the next day is neither in the list nor on its page."""
    before = example.planner(date(2024, 3, 9))
    ids = {item.id for item in news(before.site)}
    assert f"{PAGE}/published" in ids
    assert f"{PAGE}/update/2024-03-10" not in ids
    plan = before.authored_page("about/blocks", None)
    assert (plan.published_date, plan.updated_date) == (date(2023, 12, 4), None)


def test_a_page_that_one_can_leave_at_once_is_in_no_feed(example: "Example") -> None:
    """Nor is its edition. Programs that read feeds show titles unasked. Somebody who looks at the list sees them, and what the feed leaves out."""
    leave = {"website": {"cy": "https://tywydd.example/", "en": "https://tywydd.example/"}, "pages": ["page:about"]}
    example.change({"data/site.yml": {"exit_this_page": leave}})
    for path in ("cy/about", "en/about", "cy/about/easy-read", "en/about/easy-read"):
        file = example.root / f"content/{path}.md"
        file.write_text(file.read_text("utf-8").replace("draft\n", "draft\npublished_date: 2025-11-19\n", 1), "utf-8")
    planner = example.planner()
    hidden = {"page:about/published", "page:about/easy-read/published"}
    assert hidden <= {item.id for item in news(planner.site)}
    assert hidden.isdisjoint(item.id for item in news_to_follow(planner.site))
    written = feed_of(planner).decode()
    assert "About the directory" not in written
    assert "about the directory" not in written
    assert "Every block" in written


def test_the_list_is_bounded_and_never_empties(example: "Example") -> None:
    """However much happens, and however long nothing does."""
    days = [AS_OF - timedelta(days=number) for number in range(1, MOST + 3)]
    for language in ("cy", "en"):
        note = {"cy": "Mae’r tîm wedi symud.", "en": "The team has moved."}[language]
        file = example.root / f"content/{language}/about/people.md"
        updates = "".join(f"  - {{date: {day}, note: {note}}}\n" for day in days)
        file.write_text(file.read_text("utf-8").replace("\n---\n", f"\nupdates:\n{updates}---\n", 1), "utf-8")
    found = news(example.planner().site)
    assert len(found) == MOST
    assert found[-1].date.first_day >= days[MOST - 1]
    assert len(news(example.planner(date(2035, 1, 1)).site)) == FEWEST


def test_a_site_with_nothing_to_tell_has_neither_page_nor_feed(example: "Example") -> None:
    """Nor does any page lead there."""
    example.change({"data/site.yml": {"without": ["diary", "figures", "policies"], "footer": ["page:about"]}})
    for language in ("cy", "en"):
        file = example.root / f"content/{language}/about/blocks.md"
        _, front, words = file.read_text("utf-8").split("---\n", 2)
        kept = front.partition("published_date")[0]
        file.write_text(f"---\n{kept}---\n{words}".replace("::: figure", "::: contact dyffryn-ymholiadau"), "utf-8")
    addresses = example.load().addresses
    assert addresses
    assert not addresses.has("news", "en")
    assert not addresses.has("atom:news", "en")
