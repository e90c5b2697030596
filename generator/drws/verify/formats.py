"""Every file can be read as what its name says: data (JSON, XML, Atom), calendars, address cards, pictures and fonts. What reads them shows nothing otherwise, and nobody learns why."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, NoReturn

from icalendar import Calendar

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "formats"

ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}svg"
FEED_HAS = ("id", "title", "updated")
"""What each feed and each entry has (RFC 4287, sections 4.1.1 and 4.1.2)."""
CARD_HAS = {"BEGIN", "VERSION", "FN", "END"}
"""What each card has (RFC 2426 and RFC 6350)."""
LINE = re.compile(r"(?:[\w-]+\.)?([A-Za-z0-9-]+)(?:;[^:]*)?:.*")
"""A line of a card, with its name (RFC 6350, section 3.3)."""
FOLDED = re.compile(r"\r?\n[ \t]")
"""Where a long line was broken."""


class Format(NamedTuple):
    """What a file may be."""

    name: str
    read: Callable[[bytes], object]
    """Raises an exception where it is something else."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every file that is something else than its name says."""
    for name in sorted(site.files):
        form = FORMATS.get(_ending(name))
        if form and (line := _broken_at(form, site.content(name))):
            yield Problem(place_of(name, line), "verify.broken-file", {"value": form.name})


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


def _broken_at(form: Format, content: bytes) -> int:
    """The line where a file cannot be read on; 0 where all of it can."""
    try:
        form.read(content)
    except json.JSONDecodeError as error:
        return error.lineno
    except ET.ParseError as error:
        return error.position[0]
    except (ValueError, KeyError, IndexError, TypeError):  # whatever a reader says of what it was not made for
        return 1
    return 0


def _json(content: bytes) -> None:
    json.loads(content, parse_constant=_refused)


def _refused(constant: str) -> NoReturn:
    raise ValueError(constant)  # NaN is no JSON, although Python reads it


def _root(content: bytes) -> ET.Element:
    return ET.fromstring(content)  # noqa: S314  our own file


def _drawing(content: bytes) -> None:
    _require(_root(content).tag == SVG)


def _feed(content: bytes) -> None:
    feed = _root(content)
    _require(feed.tag == f"{ATOM}feed")
    for each in (feed, *feed.iter(f"{ATOM}entry")):
        _require(all(each.findtext(f"{ATOM}{name}") for name in FEED_HAS))


def _calendar(content: bytes) -> None:
    calendar = Calendar.from_ical(content)
    _require("VERSION" in calendar and "PRODID" in calendar)
    for component in calendar.walk():
        _require(
            not component.errors and (component.name != "VEVENT" or {"UID", "DTSTAMP", "DTSTART"} <= component.keys())
        )


def _card(content: bytes) -> None:
    """Cards are written like calendars (RFC 6350, section 3.2)."""
    lines = [LINE.fullmatch(line) for line in FOLDED.sub("", content.decode()).splitlines()]
    names = [line[1].upper() if line else "" for line in lines]
    _require("" not in names and set(names) >= CARD_HAS and (names[0], names[-1]) == ("BEGIN", "END"))


def _require(holds: bool) -> None:  # noqa: FBT001  the one thing that it is asked
    if not holds:
        raise ValueError


def _picture(content: bytes) -> None:
    """From the signature to the last chunk (PNG, sections 5.2 and 11.2.5)."""
    _require(content.startswith(b"\x89PNG\r\n\x1a\n") and content[-8:-4] == b"IEND")


def _font(content: bytes) -> None:
    """Its length stands after its signature and its flavour (WOFF 2.0, section 4.1)."""
    _require(content.startswith(b"wOF2") and int.from_bytes(content[8:12], "big") == len(content))


def _document(content: bytes) -> None:
    _require(content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:])


FORMATS: Mapping[str, Format] = {
    "json": Format("JSON", _json),
    "xml": Format("XML", _root),
    "svg": Format("SVG", _drawing),
    "atom": Format("Atom", _feed),
    "ics": Format("iCalendar", _calendar),
    "vcf": Format("vCard", _card),
    "png": Format("PNG", _picture),
    "woff2": Format("WOFF2", _font),
    "pdf": Format("PDF", _document),
}
"""Formats by the ending of a name."""
