"""The files of the finder for other sites: they lead to one another, and to pages that are there."""

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from drws.build.embedded import FILES

if TYPE_CHECKING:
    from tests.example import Example

NAMED = re.compile(r'data-(?:styles|postcodes|places)="([^"]+)"')
LINKED = re.compile(r'href="(/[^"#]*)"')


@pytest.mark.parametrize("language", ["cy", "en"])
def test_what_the_words_name_is_there(built: "Example", language: str) -> None:
    """Nothing else looks at them: they are no page. Tables and styles are beside them, and each link is that of a page of the language."""
    words = (built.site / f"embed/1/{language}.txt").read_text("utf-8")
    named = NAMED.findall(words)
    assert len(named) == 3
    for address in named:
        assert (built.site / "embed/1" / address).resolve().is_file(), address
    pages = set(LINKED.findall(words))
    assert pages
    for page in pages:
        assert page.startswith(f"/{language}/")
        assert (built.site / page.removeprefix("/") / "index.html").is_file(), page


def test_the_script_at_the_address_that_stays_leads_to_the_one_that_changes(built: "Example") -> None:
    """A page that names `embed/1/finder.js` works for as long as the element does. The verifier looks for what scripts name."""
    [part] = re.findall(r'import "(\.\./parts/embed-finder\.\w+\.js)";', (built.site / "embed/1/finder.js").read_text())
    assert (built.site / "embed/1" / part).resolve().is_file()
    assert len(list((built.site / "embed/parts").iterdir())) == len(FILES)


def test_its_colours_are_those_of_the_site(built: "Example") -> None:
    """No other stylesheet reaches into its tree, so its own one has them."""
    [styles] = (built.site / "embed/parts").glob("*.css")
    text = styles.read_text("utf-8")
    used, given = (set(re.findall(pattern, text)) for pattern in (r"var\((--[\w-]+)\)", r"[;{](--[\w-]+):"))
    assert used
    assert used <= given


def test_a_number_in_doubt_says_so_in_the_answer(buildable: "Example") -> None:
    """That of a regional service as well: the answer is all that somebody reads on another site."""
    weak = [{"field": "phones[0].number", "level": "unverified"}]
    buildable.change({"data/contacts/dyffryn-ymholiadau.yml": {"confidence": weak}})
    files = buildable.files()
    for page in ("embed/1/cy.txt", "embed/1/en.txt"):
        answers = files[page]().decode()
        assert re.search(r'class="finder__phone"[^>]*>[^<]+</a> <span class="quiet">', answers), page


def test_a_site_without_a_finder_has_none_for_others(buildable: "Example") -> None:
    """No page says how to embed it, and no file is there."""
    shutil.rmtree(buildable.root / "data/geography")
    files = buildable.files()
    assert [name for name in files if name.startswith("embed/")] == []
    assert b"embed/1" not in files["en/use-our-data/index.html"]()
