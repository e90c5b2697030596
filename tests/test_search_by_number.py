"""Whoever has a telephone number, from a leaflet perhaps, finds whose it is."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from selectolax.lexbor import LexborHTMLParser

from drws.cli import main
from drws.kernel.values import dialled_before, national

if TYPE_CHECKING:
    from tests.example import Example

TYPED = ("029 2018 0999", "+44 (0)29 2018 0999", "pwy yw 02920180999", "029 2018 0123", "08081570123")
"""Two numbers of a region in the small example, and one that it had."""


@pytest.mark.slow
def test_a_number_leads_to_its_contact(searched: Path, tmp_path: Path) -> None:
    """Today’s and former ones, in every language, first and alone."""
    queries = [
        f"- {{lang: {language}, q: '{typed}', expect: ['region:dyffryn'], never: [others]}}\n"
        for language in ("cy", "en")
        for typed in TYPED
    ]
    (tmp_path / "numbers.yml").write_text("".join(queries), "utf-8")
    done = CliRunner().invoke(main, ["search-test", str(tmp_path / "numbers.yml"), "--site", str(searched)])
    assert done.exit_code == 0, done.output


@pytest.mark.slow
def test_a_former_number_is_shown_and_not_offered_to_ring(built: "Example") -> None:
    """It stands on the card in words. No link of any page leads to it."""
    pages = [LexborHTMLParser(path.read_text("utf-8")) for path in (built.site / "en").rglob("index.html")]
    assert any("029 2018 0999" in (page.body.text() if page.body else "") for page in pages)
    links = [link.attributes.get("href") or "" for page in pages for link in page.css("a")]
    assert [link for link in links if "20180999" in link.replace(" ", "")] == []


def test_a_number_is_the_same_however_it_is_written() -> None:
    """With the code of its country or without; one that no plan has any more is its digits."""
    assert {national(each, "GB") for each in ("029 2018 0999", "+44 29 2018 0999", "0044 29 2018 0999")} == {
        "2920180999"
    }
    assert national("116 123", "GB") == "116123"
    assert national("0222 18", "GB") == "22218"
    assert dialled_before("GB") == ("44", "0")
