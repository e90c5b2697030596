"""A site for a day in the past has nothing that came later, and is whole."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.example import Example

pytestmark = pytest.mark.slow  # a whole site is built

AS_OF = date(2025, 11, 21)

LINK = "[{words}](policy:cyswllt#clause-cytundeb)"


def test_links_to_what_came_later_lead_to_the_list_of_its_kind(buildable: "Example") -> None:
    """Hand-written pages and records name a policy that nobody had written yet; the library had others, or was not there."""
    guides = {"guides": [{"pages": [{"target": "policy:cyswllt"}]}]}
    buildable.change(
        {
            "data/audiences/rhieni.yml": guides,
            "content/cy/about.md": _page("amdanom-ni", LINK.format(words="Y polisi")),
            "content/en/about.md": _page("about", LINK.format(words="The policy")),
        }
    )
    for day, expected in (("2022-01-15", "/en/policies/"), ("2000-01-01", "/en/")):
        report = buildable.build(date.fromisoformat(day), today=AS_OF)
        assert report.is_published, buildable.lines(report.problems)
        assert _links(buildable.site / "en/about/index.html")["The policy"] == expected
        assert expected in _links(buildable.site / "en/who-for/adoptive-parents/index.html").values()


def _links(page: Path) -> dict[str, str | None]:
    """Where the links of a page lead, by their words."""
    main = LexborHTMLParser(page.read_text("utf-8")).css_first("main")
    assert main
    return {link.text(strip=True): link.attributes["href"] for link in main.css("a")}


def _page(slug: str, words: str) -> str:
    return f"---\ntitle: T\nslug: {slug}\ndescription: D\ntranslation: draft\n---\n\n{words}\n"
