"""No page fetches anything from another site, and none holds script or style of its own: nobody learns what a visitor reads. Data for programs (JSON-LD) may stand in a page: nothing runs it."""

from collections.abc import Iterator

from drws.kernel.problem import Problem
from drws.verify.site import BuiltSite, place_of

ID = "privacy"


def verify(site: BuiltSite) -> Iterator[Problem]:
    """Everything foreign or inline."""
    for document in site.documents.values():
        place = place_of(document.path)
        for address in document.fetched:
            if site.file_of(address, document.path)[0] is None:
                yield Problem(place, "verify.foreign", {"value": address})
        for element in document.inline:
            yield Problem(place, "verify.inline", {"value": element})
