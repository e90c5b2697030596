"""The outline of a file for programs: what is left of it when the texts in it are taken away. Text that became something else changes it.

Each file is read by a library of its format, as whoever uses it reads it. What stands in an order that may depend on texts is counted
instead: names, and how often each is there.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import vobject
from icalendar import Calendar
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

Part: TypeAlias = tuple[str, str]
"""A name within a file, and the text under it; the text is empty where there is none."""


def outline(name: str, content: bytes) -> Counter[str]:
    """Every name in a file, and how often it is there."""
    return Counter(part for part, _ in parts(name, content))


def texts(name: str, content: bytes) -> list[str]:
    """Every text in a file, as whoever reads it sees it."""
    return [text for _, text in parts(name, content) if text]


def parts(name: str, content: bytes) -> list[Part]:
    """All parts of a file. None of one whose ending stands in no list below."""
    read = _piece if re.fullmatch("embed/.*[.]txt", name) else READERS.get(name.rpartition(".")[2].rpartition("/")[2])
    return list(read(content.decode())) if read else []


def linked_data(html: str) -> Iterator[Part]:
    """What a page tells search engines."""
    for block in html.split('<script type="application/ld+json">')[1:]:
        yield from _json(block.partition("</script>")[0])


def elements(html: str) -> Iterator[str]:
    """Every element of a page with the names of its attributes, in order."""
    for node in LexborHTMLParser(html).css("*"):
        yield " ".join((node.tag or "", *sorted(node.attributes)))


def _piece(text: str) -> Iterator[Part]:
    """A piece of a page, for pages of other sites."""
    yield from ((each, "") for each in elements(text))
    yield "words", LexborHTMLParser(text).text()


def _json(text: str) -> Iterator[Part]:
    yield from _value(json.loads(text), "")


def _value(value: Any, path: str) -> Iterator[Part]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _value(each, f"{path}.{key}")
    elif isinstance(value, list):
        for each in value:
            yield from _value(each, f"{path}[]")
    else:
        yield f"{path}: {type(value).__name__}", value if isinstance(value, str) else ""


def _xml(text: str) -> Iterator[Part]:
    for element in ET.fromstring(text).iter():  # noqa: S314  our own file
        yield element.tag, element.text or ""
        yield from ((f"{element.tag} {key}", value) for key, value in element.attrib.items())


def _calendar(text: str) -> Iterator[Part]:
    for component in Calendar.from_ical(text).walk():
        for key, value in component.property_items(recursive=False):
            yield f"{component.name} {key}", str(value) if key in ("SUMMARY", "DESCRIPTION", "LOCATION") else ""


def _cards(text: str) -> Iterator[Part]:
    for card in vobject.readComponents(text):
        for line in card.getChildren():
            yield line.name, str(line.value)


def _table(text: str) -> Iterator[Part]:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))):
        yield from ((f"{len(row)} columns", cell) for cell in row)


def _markdown(text: str) -> Iterator[Part]:
    for token in MarkdownIt("commonmark").parse(text):
        for each in (token, *(token.children or ())):
            if each.type not in ("inline", "text", "text_special", "softbreak"):
                yield f"{each.type} {each.tag}", ""
        if token.children:
            yield "line", "".join(each.content for each in token.children)


def _settings(text: str) -> Iterator[Part]:
    """Files for web servers hold no text of the data at all: their lines, without the addresses."""
    for line in text.splitlines():
        yield " ".join(word for word in line.split() if "/" not in word), line


READERS: Mapping[str, Callable[[str], Iterator[Part]]] = {
    "json": _json,
    "xml": _xml,
    "svg": _xml,
    "atom": _xml,
    "ics": _calendar,
    "vcf": _cards,
    "csv": _table,
    "txt": _markdown,
    "conf": _settings,
    "_redirects": _settings,
    "_headers": _settings,
    "Caddyfile": _settings,
}
"""By the ending of a name, or a name without one."""
