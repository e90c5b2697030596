"""A site in one language: whole, and without a word about others."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.search_test.asking import ask
from drws.search_test.queries import Query

from .example import Example
from .html_validate import html_problems
from .one_language import reduce_to

pytestmark = pytest.mark.slow  # whole sites are built

ABOUT_LANGUAGES = {
    "en": re.compile(r"\b(draft|translat|parity)", re.IGNORECASE),
    "cy": re.compile(r"\b(drafft|cyfieith|cydraddoldeb)", re.IGNORECASE),
}
"""What a page says only where there are several."""


@pytest.fixture(scope="module", params=["en", "cy"])
def site(request: pytest.FixtureRequest, built: Example, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The small example in one language, built with its search index."""
    example = Example(tmp_path_factory.mktemp("one"), language=request.param)
    example.copy(work_of=built)
    reduce_to(request.param, example.root)
    report = example.build(search=True, mkdocs=example.root / "mkdocs.yml")
    assert report.is_published, "\n".join(example.lines(report.problems))
    return example


@pytest.fixture(scope="module")
def pages(site: Example) -> Mapping[str, str]:
    """The HTML of every page."""
    return {path.relative_to(site.site).as_posix(): path.read_text("utf-8") for path in site.site.rglob("*.html")}


def test_the_root_leads_to_the_home_page_without_a_script(site: Example, pages: Mapping[str, str]) -> None:
    """By itself, and by a plain link for whoever has switched that off. There is nothing to choose."""
    root = LexborHTMLParser(pages["index.html"])
    home = f"/{site.language}/"
    refresh, canonical = root.css_first("meta[http-equiv=refresh]"), root.css_first("link[rel=canonical]")
    assert refresh
    assert canonical
    assert refresh.attributes["content"] == f"0; url={home}"
    assert canonical.attributes["href"] == f"https://bach.example{home}"
    assert [link.attributes["href"] for link in root.css("main a")] == [home]
    assert (site.site / site.language / "index.html").is_file()


def test_no_page_offers_another_language_or_speaks_of_one(site: Example, pages: Mapping[str, str]) -> None:
    """No switch, no alternates, no drafts of a translation, no parity record."""
    for name, html in pages.items():
        page = LexborHTMLParser(html)
        assert page.root
        assert page.root.attributes["lang"] == site.language, name
        assert page.css("[hreflang], .govuk-language-navigation") == [], name
        assert {each.attributes["lang"] for each in page.css("body [lang]")} <= {site.language}, name
        assert page.body
        assert ABOUT_LANGUAGES[site.language].findall(page.body.text(separator=" ")) == [], name
    assert "hreflang" not in (site.site / "sitemap.xml").read_text("utf-8")
    assert not [name for name in pages if "parity" in name or "cydraddoldeb" in name]


def test_the_page_for_a_wrong_address_is_that_of_the_language(site: Example, pages: Mapping[str, str]) -> None:
    """At the root as in the folder of the language: with the way on, and no choice."""
    root, own = (LexborHTMLParser(pages[name]) for name in ("404.html", f"{site.language}/404.html"))
    assert root.css("main")[0].html == own.css("main")[0].html


@pytest.mark.node
def test_pages_are_valid(site: Example, pages: Mapping[str, str], tmp_path: Path) -> None:
    """As html-validate reads those that differ from a site in two languages."""
    for number, name in enumerate(["index.html", "404.html", f"{site.language}/index.html"]):
        (tmp_path / f"{number}.html").write_text(pages[name], "utf-8")
    assert html_problems(tmp_path) == []


@pytest.mark.node
def test_search_finds_a_page(site: Example, pages: Mapping[str, str]) -> None:
    """By a word of its title, with the script that a browser runs."""
    word, title = {"en": ("letterbox", "Letterbox contact"), "cy": ("llythyrau", "Cyswllt blwch llythyrau")}[
        site.language
    ]
    query = Query(q=word, lang=site.language, expect=("service:blwch-llythyrau",))
    [found] = ask(site.site, [query], {site.language: f"/{site.language}/"})
    titles = [pages[address.removeprefix("/") + "index.html"] for address in found]
    assert any(f"<h1>{title}</h1>" in html for html in titles), found


Checked = Callable[[Mapping[str, str]], list[str]]


@pytest.fixture
def checked(example: Example) -> Checked:
    """What `drws check` says of the small example in English when files are put over it."""

    def check(files: Mapping[str, str]) -> list[str]:
        reduce_to("en", example.root)
        for name, text in files.items():
            example.change({name: text})
        return example.lines(example.load().problems)

    return check


AUDIENCE = "id: oedolion\nname: {name}\norder: 2\ndescription: For adults.\nsources: [{{url: https://a.example/}}]\n"


@pytest.mark.parametrize("name", ["Adults", "{en: Adults}", "{same: Adults}"])
def test_words_are_written_as_one_likes(name: str, checked: Checked) -> None:
    """Alone, under their language, or as a name that is the same everywhere."""
    assert checked({"data/audiences/oedolion.yml": AUDIENCE.format(name=name)}) == []


def test_a_name_cannot_be_awaited_in_the_only_language(checked: Checked) -> None:
    """There would be nothing to show in its place."""
    awaited = "{awaited: {en: {reason: Nobody knows, since: 2025-01-01}}}"
    lines = checked({"data/audiences/oedolion.yml": AUDIENCE.format(name=awaited)})
    assert [line.partition(" → ")[0] for line in lines] == [
        "data/audiences/oedolion.yml:2:7  name: the text is missing in one language (en)  [text]"
    ]


def test_the_parity_record_cannot_be_linked_to(example: Example) -> None:
    """It is not there, and whoever names it is told so."""
    reduce_to("en", example.root)
    file = example.root / "data" / "site.yml"
    file.write_text(file.read_text("utf-8").replace("footer:\n", "footer:\n- parity\n"), "utf-8")
    [line] = example.lines(example.load().problems)
    assert "footer[0]: there is nothing with the id ‘parity’" in line
