"""Links say where they lead: their words are more than a host or the number of a clause."""

import re
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from tests.example import Example

LEFT_OUT = ".provenance, .cites, .figures, .contact, .help-line, .no-phone, .prose, .dataset"
"""An address is the name of a source in a list of sources; on a card it stands beside what it is the address of; who writes a page by hand
chooses the words; and a file to save is called as it is called when it is saved."""
SAYS_LITTLE = re.compile(r"(https?://)?([a-z0-9-]+\.)+[a-z]{2,}(/\S*)?|\D{0,12}\d+(\.\d+)+", re.IGNORECASE)


def test_a_link_says_where_it_leads(built: "Example") -> None:
    """Whoever hears the links alone, one after another, knows what each is for."""
    found = {}
    for file in sorted(built.site.rglob("*.html")):
        page = LexborHTMLParser(file.read_text("utf-8"))
        for part in page.css(LEFT_OUT):
            part.decompose()
        words = [" ".join(link.text().split()) for link in page.css("main a[href]")]
        if little := [each for each in words if SAYS_LITTLE.fullmatch(each)]:
            found[file.relative_to(built.site).as_posix()] = little
    assert found == {}


def test_little_is_a_host_or_a_number() -> None:
    """What the other test looks for, and what it lets pass."""
    for words in ("gov.uk", "www.pont.example/cy", "https://pont.example", "clause 7.3", "cymal 7.3.1", "7.9.1"):
        assert SAYS_LITTLE.fullmatch(words), words
    for words in ("Pont (pont.example)", "clause 7.3: The board", "help@pont.example", "0800 085 0774"):
        assert not SAYS_LITTLE.fullmatch(words), words
