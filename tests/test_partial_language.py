"""A language that is there in part: what is missing in it is shown in the first language that has it, and says so."""

import re
from collections.abc import Mapping

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.say.foreign_words import borrowed, with_elements

from .example import Example
from .html_validate import html_problems

pytestmark = pytest.mark.slow  # whole sites are built

LANGUAGE = "code: {code}\nname: {name}\nlisting_range: {listing}\nalphabet: [{alphabet}]\npartial: true\n"
WORDS = {
    "ar": {"code": "ar", "name": "العربية", "listing": "من الألف إلى الياء", "alphabet": "ب, ت, ث", "home": "الرئيسية", "one": "نتيجة واحدة"},
    "ga": {"code": "ga", "name": "Gaeilge", "listing": "A go Z", "alphabet": "a, b, c", "home": "Baile", "one": "toradh amháin"},
}  # fmt: skip


def add_part_of(code: str, example: Example) -> None:
    """A third language: a few words of the interface, the name of one record, and none of the hand-written pages."""
    words = WORDS[code]
    site = (example.root / "data" / "site.yml").read_text("utf-8")
    example.change(
        {
            f"data/languages/{code}.yml": LANGUAGE.format(**words),
            "data/site.yml": site.replace("languages: [cy, en]", f"languages: [cy, en, {code}]"),
            "data/strings.yml": f"translation: draft\npage.home: {{{code}: {words['home']}}}\n",
            "data/kinds_of_help/cwrdd.yml": {"name": {"cy": "Cwrdd", "en": "Meeting", code: words["name"]}},
        }
    )


@pytest.fixture(scope="module", params=["ga", "ar"])
def site(request: pytest.FixtureRequest, built: Example, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The small example with part of a third language: in Arabic published, in Irish shown."""
    example = Example(tmp_path_factory.mktemp("part"), language=request.param)
    example.copy(work_of=built)
    add_part_of(request.param, example)
    if request.param == "ar":
        report = example.build(mkdocs=example.root / "mkdocs.yml")
        assert report.is_published, "\n".join(example.lines(report.problems))
    else:
        example.show()
    return example


@pytest.fixture(scope="module")
def pages(site: Example) -> Mapping[str, LexborHTMLParser]:
    """Every page."""
    return {
        path.relative_to(site.site).as_posix(): LexborHTMLParser(path.read_text("utf-8"))
        for path in site.site.rglob("*.html")
    }


def test_every_page_is_there(site: Example, pages: Mapping[str, LexborHTMLParser]) -> None:
    """As many as in a complete language, but for those that lead on from addresses of before there was this one."""
    moved = "meta[http-equiv=refresh]"
    folders = [name.partition("/")[0] for name, page in pages.items() if not page.css_first(moved)]
    assert folders.count(site.language) == folders.count("en")


def test_what_is_there_is_in_the_language_and_what_is_missing_is_marked(
    site: Example, pages: Mapping[str, LexborHTMLParser]
) -> None:
    """Words of the interface, hand-written pages, records; in titles and attributes, where nothing can mark them, the words alone."""
    home = pages[f"{site.language}/index.html"]
    question = home.css_first("h1 span")
    assert question
    assert (question.attributes["lang"], question.text()) == ("cy", "Sut gallwn ni helpu?")
    assert home.css_first("nav[aria-label='Dewislen']")
    written = home.css_first(".beside__top > div[lang=cy]")
    assert written
    crumbs = pages[f"{site.language}/gwasanaethau/index.html"].css(".govuk-breadcrumbs__link")
    assert [crumb.text() for crumb in crumbs] == [WORDS[site.language]["home"]]
    own = [
        each
        for each in home.css("a")
        if each.text() == WORDS[site.language]["name"] and "help" in (each.attributes["href"] or "")
    ]
    assert [each.css("[lang]") for each in own] == [[]] * len(own)


def test_no_sign_is_left_on_any_page(pages: Mapping[str, LexborHTMLParser]) -> None:
    """Not in complete languages either."""
    assert [name for name, page in pages.items() if re.search("[\ufdd0-\ufdd2]", page.html or "")] == []


def test_the_direction_of_the_script_is_said_where_it_turns(
    site: Example, pages: Mapping[str, LexborHTMLParser]
) -> None:
    """On the page, and on words that run the other way than those around them; nowhere where nothing turns."""
    turned = {
        (page.root.attributes["lang"], each.attributes.get("lang"), each.attributes["dir"])
        for page in pages.values()
        for each in page.css("[dir]")
        if page.root
    }
    if site.language == "ga":
        assert turned == set()
        return
    assert ("ar", "ar", "rtl") in turned
    assert {direction for _, code, direction in turned if code == "ar"} == {"rtl"}
    assert {page for page, _, direction in turned if direction == "ltr"} == {"ar"}


def test_the_parity_record_counts_what_is_missing(site: Example, pages: Mapping[str, LexborHTMLParser]) -> None:
    """Words of the interface, texts of records, hand-written pages."""
    table = pages["en/parity-record/index.html"].css("table")[-1]
    [_, strings, texts, written] = [cell.text() for cell in table.css("tbody th, tbody td")]
    loaded = site.load()
    assert loaded.strings
    assert int(strings) == len(loaded.strings.entries) - 1
    assert int(texts) > 50
    assert int(written) == len(loaded.site.authored) if loaded.site else False


@pytest.mark.node
def test_pages_are_valid(site: Example) -> None:
    """A page of each kind in the language, and the pages that belong to none."""
    for page in [path for path in site.site.rglob("*.html") if path.parts[-3:-1] != (site.language,)]:
        inside = page.relative_to(site.site).as_posix()
        if inside.startswith(("cy/", "en/")) or inside.count("/") > 2:
            page.unlink()
    assert html_problems(site.site) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>{}</p>", '<p><span lang="cy">Am</span></p>'),
        ('<p title="{0}" lang="ga">{0}</p>', '<p title="Am" lang="ga"><span lang="cy">Am</span></p>'),
        ("<title>{}</title><svg><text>{}</text></svg>", "<title>Am</title><svg><text>Am</text></svg>"),
        ("<option>{}</option> {}", '<option>Am</option> <span lang="cy">Am</span>'),
    ],
)
def test_signs_become_elements_where_elements_can_be(html: str, expected: str) -> None:
    """And nothing where they cannot."""
    assert with_elements(html.format(*[borrowed("Am", "cy")] * 2), "ga") == expected
