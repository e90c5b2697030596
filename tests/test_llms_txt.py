"""What programs that answer questions read first: danger before anything else, whole addresses, and no data that becomes Markdown."""

from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from drws.domains.website.open_data.llms_txt import escaped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from tests.example import Example

HOSTILE = [
    "# A heading",
    "- an item",
    "1. first",
    "2) second",
    "+ plus",
    "=== line",
    "> quoted",
    "``` code",
    "~~~ code",
    "[a](https://elsewhere.example/)",
    "![a](b)",
    "<script>alert(1)</script>",
    "<https://elsewhere.example/>",
    "*a* _b_ `c` **d**",
    "&lt; &amp;",
    "a\\",
    "a | b",
    "two\n\n# lines",
    ": a",
    "[a]: /b",
]


def words_of(tokens: "Sequence[Token]") -> str:
    """What somebody reads."""
    return "".join(child.content for token in tokens for child in token.children or ())


@pytest.mark.parametrize("words", HOSTILE)
def test_data_is_not_markdown(words: str) -> None:
    """At the beginning of a line, in an item and as the words of a link they mean themselves."""
    line, parse = " ".join(words.split()), MarkdownIt("commonmark").parse
    for before, after in (("", ""), ("- ", ""), ("> ", ""), ("# ", ""), ("- [", "](https://bach.example/)")):
        tokens = parse(f"{before}{escaped(words)}{after}")
        assert words_of(tokens) == line
        links = [child.attrs["href"] for token in tokens for child in token.children or () if child.type == "link_open"]
        assert links == (["https://bach.example/"] if after else [])


def test_it_begins_with_what_to_say_to_somebody_in_danger(built: "Example") -> None:
    """The name, what the site is for, the emergency; the numbers and the guides come after the help, the data after both."""
    for code, emergency in (
        ("cy", "Os oes plentyn mewn perygl yn awr, ffoniwch 999."),
        ("en", "If a child is in immediate danger, call 999."),
    ):
        text = (built.site / code / "llms.txt").read_text("utf-8")
        tokens = MarkdownIt("commonmark").parse(text)
        assert [token.type for token in tokens[:1]] == ["heading_open"]
        assert text.split("\n\n")[2] == emergency
        planner = built.planner(language=code)
        found = [
            text.index(f"## {planner.say(f'llms.section.{key}')}")
            for key in ("danger", "numbers", "who", "guides", "directory", "data", "run")
        ]
        assert found == sorted(found)
        assert (built.site / "llms.txt").read_text("utf-8").count(emergency) == 1


def test_every_link_leads_to_a_page_or_a_file_of_its_language(built: "Example") -> None:
    """With its whole address, once."""
    for code in ("cy", "en"):
        tokens = MarkdownIt("commonmark").parse((built.site / code / "llms.txt").read_text("utf-8"))
        links = [
            str(child.attrs["href"]) for token in tokens for child in token.children or () if child.type == "link_open"
        ]
        assert len(links) == len(set(links))
        paths = [link.removeprefix("https://bach.example/") for link in links]
        for path in paths:
            assert (built.site / path / ("index.html" if path.endswith("/") else "")).is_file(), path
        assert "data/numbers.json" in paths
        others = {"cy": "en/", "en": "cy/"}
        assert not [path for path in paths if path.startswith(others[code])]
