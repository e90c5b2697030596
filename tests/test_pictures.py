"""A picture of a hand-written page: a drawing at the beginning of a paragraph, and the words that belong to it."""

import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.read.markdown import read_page

if TYPE_CHECKING:
    from tests.example import Example

PAGE = "content/en/x.md"
IMAGE = '<img src="/drawing:court/" alt="{}" width="320" height="200">'
WORDS = '<span class="pictured__words"><span class="pictured__line">'
NEXT = '</span>\n<span class="pictured__line">'
HOSTILE = "A &quot;court&quot; &lt;now&gt;"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("![A *court*](drawing:court)", f'<p class="picture">{IMAGE.format("A court")}</p>'),
        (
            "![A court](drawing:court)\nOne **line**.\nAnd another.",
            f'<p class="pictured">{IMAGE.format("A court")}{WORDS}One <strong>line</strong>.{NEXT}And another.</span></span></p>',
        ),
        (
            '![A "court" <now>](drawing:court) See [us](page:about).',
            f'<p class="pictured">{IMAGE.format(HOSTILE)}{WORDS}See <a href="/page:about/">us</a>.</span></span></p>',
        ),
    ],
)
def test_words_stand_beside_the_picture_before_them(text: str, html: str) -> None:
    """Each line of the file is a line of the page, and what is said of the picture is words, whatever it is."""
    page, problems = read_page(text, PAGE, 1, ("drawing",))
    assert problems == []
    assert page
    pieces = [*(f"{each}/{link.target}/" for each, link in zip(page.html, page.links, strict=False)), page.html[-1]]
    assert re.sub(r" ?/>\n?", ">", "".join(pieces)) == html


def test_a_page_and_its_edition_lead_to_one_another(built: "Example") -> None:
    """In each language, and to nothing else: an edition is in no list of pages. It shows a drawing by its name in the site."""
    for full, edition, name in (
        ("cy/amdanom-ni", "cy/amdanom-ni/hawdd-ei-ddeall", "Hawdd ei Ddeall"),
        ("en/about", "en/about/easy-read", "Easy Read"),
    ):
        pages = {
            path: LexborHTMLParser((built.site / path / "index.html").read_text("utf-8")) for path in (full, edition)
        }
        assert [link.attributes["href"] for link in pages[edition].css(".versions a")] == [f"/{full}/"]
        assert [
            link.attributes["href"] for link in pages[full].css("main a[href^='/'][href*='eas'], main a[href*='hawdd']")
        ] == [f"/{edition}/"]
        assert [each.text() for each in pages[edition].css(".versions [aria-current]")] == [name]
        [picture] = pages[edition].css("main .pictured > img")
        assert (built.site / str(picture.attributes["src"]).removeprefix("/")).is_file()


def test_an_edition_that_was_tried_says_so_no_more(buildable: "Example") -> None:
    """Until people for whom it is made have read it, it says that they have not. One that is older than its page says that too."""
    dated = {"about/easy-read": ("2025-06-01", "tried_on: 2025-06-02\n"), "about": ("2025-11-20", "")}
    for path, (day, more) in dated.items():
        for language in ("cy", "en"):
            file = buildable.root / f"content/{language}/{path}.md"
            text = file.read_text("utf-8")
            file.write_text(
                text.replace("translation: draft\n", f"translation: draft\nlast_read: {day}\n{more}"), "utf-8"
            )
    page = "en/about/easy-read/index.html"
    buildable.show([page])
    notices = LexborHTMLParser((buildable.site / page).read_text("utf-8")).css(".notice")
    assert ["full page" in each.text() for each in notices] == [True]
