"""Blocks of hand-written pages: what a page shows in their place."""

from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from drws.build.output import gather_output
from drws.render.page_blocks import BlockWords, with_blocks

if TYPE_CHECKING:
    from tests.example import Example

PAGES = {"en": "en/about/blocks/index.html", "cy": "cy/amdanom-ni/blociau/index.html"}


@pytest.fixture(scope="module")
def pages(built: "Example") -> dict[str, LexborNode]:
    """What stands on the page of every block, in each language."""
    read = {code: LexborHTMLParser((built.site / path).read_text("utf-8")) for code, path in PAGES.items()}
    return {code: page.css_first("main") for code, page in read.items()}  # type: ignore[misc]  # every page has one


@pytest.mark.parametrize("code", PAGES)
def test_steps_are_a_list_of_headings(code: str, pages: dict[str, LexborNode]) -> None:
    """Each step begins with its heading, and a block in it has headings below that."""
    steps = pages[code].css("ol.step-by-step > li")
    assert len(steps) > 1
    assert all(step.css_first("h3[id]") for step in steps)
    assert pages[code].css_first("ol.step-by-step .contact > h4")


@pytest.mark.parametrize("code", PAGES)
def test_a_question_opens_without_script(code: str, pages: dict[str, LexborNode]) -> None:
    """Its heading, which links can name, is what is pressed."""
    questions = pages[code].css(".fold-list details")
    assert len(questions) > 1
    assert all(question.css_first("summary > h3[id]") for question in questions)


@pytest.mark.parametrize(("code", "word"), [("en", "Warning:"), ("cy", "Rhybudd:")])
def test_a_warning_is_heard(code: str, word: str, pages: dict[str, LexborNode]) -> None:
    """Whoever does not see the sign hears the word; a number in it can be rung."""
    [warning] = pages[code].css(".warning-text")
    assert warning.text().split()[:2] == ["!", word]
    assert warning.css_first('a[href^="tel:"]')


@pytest.mark.parametrize("code", PAGES)
def test_a_table_has_a_caption_and_headed_rows(code: str, pages: dict[str, LexborNode]) -> None:
    """It scrolls by keyboard too, under its name."""
    [table] = pages[code].css("table")
    [caption] = table.css("caption")
    assert all(row.css_first('th[scope="row"]') for row in table.css("tbody tr"))
    around = table.parent
    assert around
    assert around.attributes["aria-label"] == caption.text()
    assert around.attributes["tabindex"] == "0"


@pytest.mark.parametrize("code", PAGES)
def test_records_are_shown(code: str, pages: dict[str, LexborNode]) -> None:
    """Services, a figure with its source, the regions. Search finds them on their own pages."""
    shown = pages[code].css("[data-pagefind-ignore]")
    assert any(each.css_first(".summary__name a") for each in shown)
    assert any(each.css_first(".headline__figure") and each.css_first('a[href^="https://"]') for each in shown)
    assert any(each.css_first("[data-finder]") and each.css_first(".entities a") for each in shown)


def test_only_a_page_with_a_finder_fetches_its_script(built: "Example") -> None:
    """Each block brings what it needs."""
    assert all("/assets/find." in (built.site / path).read_text("utf-8") for path in PAGES.values())
    assert "/assets/find." not in (built.site / "en/about/people/index.html").read_text("utf-8")


def test_a_block_follows_its_record_and_escapes_it(buildable: "Example") -> None:
    """Data is no markup, and no Markdown."""
    hostile = "**a** <script>alert()</script> ::: warning"
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"name": {"cy": "Tîm", "en": hostile}}})
    output, problems = gather_output(buildable.load(), buildable.work)
    assert output, buildable.lines(problems)
    html = output.renderer.prose(output.site.authored["about/blocks"].texts["en"], "en")
    assert "**a** &lt;script&gt;alert()&lt;/script&gt; ::: warning" in html


def test_a_block_in_a_part_stands_in_it() -> None:
    """Whatever stands around blocks stays where it is."""
    html = (
        '<p>1</p><drws-block data-number="0">\n<drws-part><h3 id="a">2</h3>\n<p>3</p><drws-block data-number="1">\n'
        '</drws-block>\n<p>4</p></drws-part><drws-part><h3 id="b">5</h3></drws-part></drws-block>\n<p>6</p>'
    )

    def show(number: int, held: BlockWords) -> Markup:
        parts = "".join(f"({part.heading}: {part.words})" for part in held.parts)
        return Markup("[{}{}{}]").format(number, held.words, Markup(parts))  # noqa: S704  a test's own words

    assert with_blocks(html, show) == (
        '<p>1</p>[0(<h3 id="a">2</h3>: <p>3</p>[1]<p>4</p>)(<h3 id="b">5</h3>: )]<p>6</p>'
    )
