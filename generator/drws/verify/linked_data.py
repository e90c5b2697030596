"""The data for programs on a page speaks of that page, and every page of the site that it names is there."""

from collections.abc import Iterator
from typing import Any

from drws.kernel.problem import Problem
from drws.verify.document import Document
from drws.verify.site import BuiltSite, place_of

ID = "linked-data"

CONTEXT = "https://schema.org"
"""The vocabulary that search engines read."""
PAGES = ("url", "item", "contentUrl")
"""Properties whose value is the address of a page or a file."""


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Data in no vocabulary, data of another page, things of no kind, and addresses of the site that lead nowhere."""
    for document in site.documents.values():
        place = place_of(document.path)
        for data in document.told:
            yield from (Problem(place, "verify.linked-data", {"value": each}) for each in _unfit(data, document))
            for address in _addresses(data):
                file, _ = site.file_of(address, document.path)
                if file is not None and file not in site.files:
                    yield Problem(place, "verify.broken-link", {"value": address})


def _unfit(data: Any, document: Document) -> Iterator[str]:  # noqa: ANN401  whatever JSON says
    said = data if isinstance(data, dict) else {}
    if said.get("@context") != CONTEXT:
        yield "@context"
    for thing in said.get("@graph", [said]):
        if not isinstance(thing, dict) or not thing.get("@type"):
            yield "@type"
        elif "breadcrumb" in thing and thing.get("@id") not in document.canonical:
            yield f"@id {thing.get('@id')}"


def _addresses(data: object) -> Iterator[str]:
    """Every address in some data, however deep."""
    if isinstance(data, list):
        for each in data:
            yield from _addresses(each)
    elif isinstance(data, dict):
        for name, value in data.items():
            if name in PAGES and isinstance(value, str):
                yield value
            else:
                yield from _addresses(value)
