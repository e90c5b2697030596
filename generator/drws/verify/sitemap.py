"""The sitemap lists every page that has an address of its own, in every language, and no page that is not there."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.document import Document
from drws.verify.site import BuiltSite, place_of

ID = "sitemap"

NAME = "sitemap.xml"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
"""Its elements (sitemaps.org 0.9)."""
LINK = "{http://www.w3.org/1999/xhtml}link"
"""The same page in another language, as search engines read it."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """A sitemap that is missing or is none, addresses in it that lead nowhere, and pages that it leaves out."""
    if NAME not in site.files:
        yield Problem(place_of(NAME), "verify.absent")
        return
    root = _root(site)
    if root is None:
        return  # told as a file that cannot be read
    if root.tag != f"{MAP}urlset":
        yield Problem(place_of(NAME), "verify.broken-file", {"value": "sitemap"})
    for address, language in _addresses(root):
        document = site.documents.get(site.file_of(address, "")[0] or "")
        if document is None or language not in ("", document.language):
            yield Problem(place_of(NAME), "verify.broken-link", {"value": address})
    there = listed(site)
    for document in site.documents.values():
        if document.path not in there and _belongs(document):
            yield Problem(place_of(document.path), "verify.not-in-sitemap", {"name": NAME})


def _belongs(document: Document) -> bool:
    """Not what stands at the root, what a host shows for a wrong address, what wants to be in no index, and what only sends people on."""
    return document.path.endswith("/index.html") and not document.hides_itself and not document.sends_to


def listed(site: BuiltSite) -> frozenset[str]:
    """The files of the pages in the sitemap."""
    root = _root(site)
    addresses = () if root is None else (address for address, language in _addresses(root) if not language)
    return frozenset(site.file_of(address, "")[0] or "" for address in addresses)


def _root(site: BuiltSite) -> ET.Element | None:
    try:
        return ET.fromstring(site.content(NAME))  # noqa: S314  our own file
    except (OSError, ET.ParseError):
        return None


def _addresses(root: ET.Element) -> Iterator[tuple[str, str]]:
    """Every address in a sitemap, and its language where it is that of the same page in another."""
    for page in root.iter(f"{MAP}loc"):
        yield (page.text or "").strip(), ""
    for link in root.iter(LINK):
        yield link.get("href", ""), link.get("hreflang", "")
