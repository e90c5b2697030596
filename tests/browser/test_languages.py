"""Welsh and English are equal: promise 21, for every page of the site."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from drws.domains.directory.organization.record import Organization
from drws.domains.directory.queries import providers
from drws.domains.directory.service.record import Service

from .sample import ROOT, loaded
from .visits import Fetch

pytestmark = [pytest.mark.nginx]

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
OTHER = {"cy": "en", "en": "cy"}
WELSH_CHECKER = ROOT / "../shared/tools/check_welsh.py"
MOST_UNKNOWN_WORDS = 15
"""In a thousand. Most are names."""

# Words that a sentence in one language can hardly do without, and that are no words of the other.
MARKERS = {
    "cy": frozenset(("yn", "yr", "mae", "a’r", "o’r", "i’r", "ac", "eu", "ein", "eich", "sydd", "sy’n", "gan", "gyda", "wedi", "hwn", "hon", "fod", "bod", "neu", "chi", "ni", "pob")),
    "en": frozenset(("the", "of", "and", "to", "for", "with", "that", "this", "are", "was", "were", "be", "been", "have", "has", "which", "who", "from", "your", "their", "you", "our", "not", "or")),
}  # fmt: skip
UNSPOKEN = {"script", "style", "-comment"}


@dataclass(frozen=True, slots=True)
class Document:
    """A page as nginx serves it."""

    address: str
    tree: LexborHTMLParser

    @property
    def language(self) -> str:
        """The language it says that it is in."""
        node = self.tree.root
        return (node.attributes.get("lang") if node else None) or ""

    def switch(self) -> list[tuple[str, str]]:
        """The language and address of every link of the language switch."""
        links = self.tree.css("header nav a[hreflang]")
        return [(link.attributes["hreflang"] or "", link.attributes["href"] or "") for link in links]

    def alternates(self) -> dict[str, str]:
        """What the page's head says is the same page, by language."""
        links = self.tree.css("head link[rel=alternate][hreflang]")
        return {link.attributes["hreflang"] or "": urlsplit(link.attributes["href"] or "").path for link in links}


@pytest.fixture(scope="session")
def sitemap(fetch: Fetch) -> dict[str, dict[str, str]]:
    """Every address of the sitemap with its alternates by language."""
    root = ET.fromstring(fetch("/sitemap.xml").body)  # noqa: S314  we wrote it
    return {
        urlsplit(url.findtext("s:loc", "", SITEMAP)).path: {
            link.attrib["hreflang"]: urlsplit(link.attrib["href"]).path for link in url.findall("x:link", SITEMAP)
        }
        for url in root.findall("s:url", SITEMAP)
    }


@pytest.fixture(scope="session")
def documents(sitemap: dict[str, dict[str, str]], fetch: Fetch) -> dict[str, Document]:
    """Every page of the sitemap by its address."""
    answers = {address: fetch(address) for address in sitemap}
    assert {address for address, answer in answers.items() if answer.status != 200} == set()
    return {address: Document(address, LexborHTMLParser(answer.body.decode())) for address, answer in answers.items()}


def test_both_languages_have_as_many_pages(documents: dict[str, Document]) -> None:
    """The sitemap lists the same number of pages in each language, and each page is in the language of its address."""
    languages = [document.language for document in documents.values()]
    assert languages.count("cy") == languages.count("en") > 0
    assert [page.address for page in documents.values() if not page.address.startswith(f"/{page.language}/")] == []


def test_the_switch_leads_to_the_same_page_and_back(documents: dict[str, Document]) -> None:
    """Every page has one link to its counterpart in the other language, and the counterpart has one back."""
    for address, document in documents.items():
        [(language, counterpart)] = document.switch()
        assert language == OTHER[document.language], address
        assert documents[counterpart].language == language, address
        assert documents[counterpart].switch() == [(document.language, address)], address


def test_programs_are_told_the_same(documents: dict[str, Document], sitemap: dict[str, dict[str, str]]) -> None:
    """What a page's head and the sitemap say of its languages is what its switch does."""
    for address, document in documents.items():
        expected = {document.language: address, **dict(document.switch())}
        assert sitemap[address] == expected, address
        assert {code: where for code, where in document.alternates().items() if code != "x-default"} == expected


def test_the_language_of_every_part_is_known(documents: dict[str, Document]) -> None:
    """Every `lang` names a language of the site, and so does every `hreflang` of a link inside it."""
    for address, document in documents.items():
        said = {node.attributes.get("lang") for node in document.tree.css("[lang]")}
        assert said <= {"cy", "en"}, address


@pytest.mark.parametrize("language", ["cy", "en"])
def test_no_sentence_is_in_the_other_language(language: str, documents: dict[str, Document]) -> None:
    """What is not marked as being in another language is in the page's own."""
    assert [
        f"{address}: {block}"
        for address, document in documents.items()
        if document.language == language
        for block in _blocks(document, language)
        if _is_in(OTHER[language], block)
    ] == []


def _blocks(document: Document, language: str) -> Iterator[str]:
    """The text of every innermost element that holds any, unless it is marked as being in another language."""
    title = document.tree.css_first("title")
    ahead = [(node, document.language) for node in (title, document.tree.body) if node is not None]
    while ahead:
        node, above = ahead.pop()
        spoken = node.attributes.get("lang") or above
        own = []
        for child in node.iter(include_text=True):
            if child.tag == "-text":
                own.append(child.text(deep=False))
            elif child.tag not in UNSPOKEN:
                ahead.append((child, spoken))
        if spoken == language and (block := " ".join(" ".join(own).split())):
            yield block


@cache  # header and footer are the same on all pages
def _is_in(language: str, block: str) -> bool:
    words = [word for each in block.lower().split() if "/" not in each for word in re.findall(r"[\w’]+", each)]
    return sum(word in MARKERS[language] for word in words) >= max(2, 0.12 * len(words)) and not any(
        word in MARKERS[OTHER[language]] for word in words
    )


def test_names_that_are_awaited_are_marked(documents: dict[str, Document]) -> None:
    """A name with no form in the page's language stands there in the other, marked: a screen reader pronounces it right."""
    site = loaded().site
    assert site
    named = {(each.language, _heading(each)): each for each in reversed(documents.values())}
    for organization in site.all(Organization):
        if not organization.name.awaited:
            continue
        [missing] = organization.name.awaited
        name = organization.name.in_language(missing).words
        heading = named[missing, name].tree.css_first("h1")
        assert heading is not None
        marked = heading if heading.attributes.get("lang") else heading.css_first("[lang]")
        assert marked is not None, name
        assert marked.attributes["lang"] == OTHER[missing], name


def _heading(document: Document) -> str:
    heading = document.tree.css_first("h1")
    return heading.text(strip=True) if heading else ""


def test_the_welsh_is_welsh(site: Path, tmp_path: Path) -> None:
    """A spelling dictionary knows the words of the Welsh pages, numbers and nouns agree, and nothing unmarked looks English."""
    if not WELSH_CHECKER.exists():
        pytest.skip("NOT CHECKED: check_welsh.py, which reads the Welsh with a dictionary, is not there")
    if not (find_spec("spylls") and find_spec("cymraeg_mcp")):
        pytest.skip("NOT CHECKED: the Welsh dictionary is missing (pip install --no-deps spylls cymraeg-mcp)")
    report = tmp_path / "report.json"
    command: list[str | Path] = [sys.executable, WELSH_CHECKER, site / "cy", "--json", report]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert report.exists(), done.stderr
    found = json.loads(report.read_text("utf-8"))
    assert found["summary"]["unknown_per_1000"] <= MOST_UNKNOWN_WORDS, found["unknown"]
    assert (found["english_pages"], found["lang"], found["numerals"]) == ([], [], [])
    names = _names_in_welsh()
    assert [block for block in found["english_blocks"] if not _is_no_english(block["kind"], block["text"], names)] == []


def _names_in_welsh() -> set[str]:
    site = loaded().site
    assert site
    named: list[Organization | Service] = [*providers(site).values(), *site.all(Service)]
    words = [
        *site.language("cy").alphabet,
        *(name for each in named for name in each.alternate_names.in_language("cy")),
    ]
    return {word.lower() for word in words}


def _is_no_english(kind: str, text: str, names: set[str]) -> bool:
    """Names and letters of the alphabet; addresses of pages; and the title of a page, in which no word can be marked."""
    return kind == "title" or text.lower() in names or "/" in text
