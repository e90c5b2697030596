"""What is on a long page: its list of contents, and which headings are in it."""

from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.read.markdown import read_page

if TYPE_CHECKING:
    from tests.example import Example


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("a\n\n## B *c*\n\n### D\n\n## B c", [("b-c", "B c"), ("b-c_1", "B c")]),
        ("a\n\n### B", []),
        ("> ## A\n\n## B", []),
        ("- ## A\n\n## B", []),
    ],
)
def test_headings_that_divide_a_page_are_known(text: str, headings: list[tuple[str, str]]) -> None:
    """Those of the second level, by their ids. One inside of something else divides nothing, and a page cannot be cut there."""
    page, problems = read_page(text, "content/cy/about.md", 1)
    assert problems == []
    assert page
    assert [(each.id, each.words) for each in page.headings] == headings


def test_a_long_page_begins_with_what_is_on_it(buildable: "Example") -> None:
    """Each heading is named once, in its order, after what is said first. A short page has no list."""
    for language in ("cy", "en"):
        path = buildable.root / f"content/{language}/about.md"
        front_matter = path.read_text("utf-8").split("---\n")[1]
        path.write_text(
            f"---\n{front_matter}---\nPing & pong.\n\n## A & B\n\na\n\n## C & c\n\nb\n\n## D\n\nc {language}\n", "utf-8"
        )
    long, short = "en/about/index.html", "en/about/people/index.html"
    buildable.show([long, short])
    page = LexborHTMLParser((buildable.site / long).read_text("utf-8"))
    links = page.css("main .on-page a")
    assert [(link.attributes["href"], link.text()) for link in links] == [
        ("#a-b", "A & B"),
        ("#c-c", "C & c"),
        ("#d", "D"),
    ]
    words = page.css("main")[0].text()
    assert words.index("Ping & pong.") < words.index("A & B")
    assert len(page.css("main h2[id=a-b], main h2[id=c-c], main h2[id=d]")) == len(links)
    people = LexborHTMLParser((buildable.site / short).read_text("utf-8"))
    assert people.css("main nav") == []
