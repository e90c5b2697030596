"""Every address in a feed (Atom) leads to a page or a file that is there."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "atom"

LINK = "{http://www.w3.org/2005/Atom}link"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Each address in a feed that leads nowhere, once."""
    for name in sorted(name for name in site.files if name.endswith(".atom")):
        for address in dict.fromkeys(_addresses(site.content(name))):
            if site.file_of(address, "")[0] not in site.files:
                yield Problem(place_of(name), "verify.broken-link", {"value": address})


def _addresses(content: bytes) -> Iterator[str]:
    """Where the links of a feed lead. None in one that cannot be read: that is told by itself."""
    try:
        feed = ET.fromstring(content)  # noqa: S314  our own file
    except ET.ParseError:
        return
    for link in feed.iter(LINK):
        yield link.get("href", "")
