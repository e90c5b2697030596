"""Every link inside the site leads to a page that is there, and every fragment to something on it."""

from collections.abc import Iterator

from generator.problems import Place, Problem
from generator.verify.site import BuiltSite

ID = "links"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every broken link, fragment and missing file."""
    for document in site.documents.values():
        for address in dict.fromkeys((*document.links, *document.fetched, *(href for _, href in document.alternates))):
            file, fragment = site.file_of(address, document.path)
            if file is None:
                continue
            place = Place(f"site/{document.path}", line=1, column=1)
            if file not in site.files:
                yield Problem(place, "verify.broken-link", {"value": address})
            elif fragment and file in site.documents and fragment not in site.documents[file].ids:
                yield Problem(place, "verify.broken-fragment", {"value": address})
