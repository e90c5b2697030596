"""Every link inside the site leads to a page that is there, and every fragment to something on it."""

from collections.abc import Iterator

from drws.kernel.problem import Place, Problem
from drws.verify.site import BuiltSite

ID = "links"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Every broken link, fragment and missing file."""
    sound: set[str] = set()  # addresses that lead to the same place from every page, and somewhere
    for document in site.documents.values():
        place = Place(f"site/{document.path}", line=1, column=1)
        addresses = {*document.links, *document.fetched, *(href for _, href in document.alternates)}
        for address in sorted(addresses - sound):
            file, fragment = site.file_of(address, document.path)
            if file is not None and file not in site.files:
                yield Problem(place, "verify.broken-link", {"value": address})
            elif file and fragment and file in site.documents and fragment not in site.documents[file].ids:
                yield Problem(place, "verify.broken-fragment", {"value": address})
            elif site.is_absolute(address):
                sound.add(address)
