"""A page and its counterpart in each other language have the same numbers to ring and to text: nobody reaches somebody else for the language that they read."""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.document import Document
from drws.verify.site import BuiltSite, place_of

ID = "numbers"

SCHEMES = ("tel:", "sms:")


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every number that stands on one page of a pair alone, on that page."""
    numbers = {path: numbers_of(document) for path, document in site.documents.items()}
    for path, document in site.documents.items():
        others = {
            site.file_of(address, path)[0] or ""
            for language, address in document.alternates
            if language in site.languages
        }
        for other in sorted((others & numbers.keys()) - {path}):
            if "/" in path and "/" in other:  # a page of every language has its counterparts nowhere
                for number in sorted(numbers[path] - numbers[other]):
                    yield Problem(place_of(path), "verify.number", {"value": number, "name": f"site/{other}"})


def numbers_of(document: Document) -> frozenset[str]:
    """What links of a page ring or text; not the words of a text message."""
    return frozenset(link.partition("?")[0] for link in document.links if link.startswith(SCHEMES))
